package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts kept beside the tests and reviewed as a diff; {@code -Dgolden.update=true} writes them. */
final class Golden {
  private static final Path FOLDER =
      Path.of(System.getProperty("wuyou.root"), "platform/policy/src/test/golden");

  private Golden() {}

  static void matches(String name, String found) throws IOException {
    Path file = FOLDER.resolve(name + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, found);
    }
    assertEquals(Files.readString(file), found, "if it is meant, run with -Dgolden.update=true");
  }
}
