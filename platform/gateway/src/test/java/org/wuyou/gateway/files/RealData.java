package org.wuyou.gateway.files;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real files that lie beside the source tree, if they do. */
final class RealData {
  private RealData() {}

  /** {@code -Dshared.data=DIR}, else {@code shared/data} beside a parent directory. */
  static Path file(String name) {
    String told = System.getProperty("shared.data", "");
    Path start = Path.of(System.getProperty("wuyou.root", ".")).toAbsolutePath().normalize();
    if (!told.isEmpty()) {
      return present(Path.of(told).resolve(name));
    }
    for (Path at = start; at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared").resolve("data").resolve(name);
      if (Files.exists(candidate)) {
        return candidate;
      }
    }
    return present(start.resolveSibling("shared").resolve("data").resolve(name));
  }

  private static Path present(Path path) {
    assumeTrue(
        Files.exists(path),
        () -> "the real file " + path + " is not here; give its directory with -Dshared.data=DIR");
    return path;
  }
}
