package org.wuyou.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that are made from code and kept: compared, or rewritten with {@code -Dgolden.update=true}.
 */
public final class Golden {
  private Golden() {}

  /**
   * Fails the test if the file holds another text.
   *
   * @param file relative to the root of the source tree
   */
  public static void check(String file, String expected) {
    Path path = PluginFolder.root().resolve(file);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(path.getParent());
        Files.writeString(path, expected);
      }
      assertEquals(
          expected,
          Files.exists(path) ? Files.readString(path) : "",
          () -> file + " differs from what makes it; review and run with -Dgolden.update=true");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
