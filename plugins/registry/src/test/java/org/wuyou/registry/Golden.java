package org.wuyou.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that are made from code and kept: compared, or rewritten with {@code -Dgolden.update=true}.
 */
public final class Golden {
  private Golden() {}

  public static void check(Path file, String expected) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, expected, StandardCharsets.UTF_8);
    }
    assertEquals(
        expected,
        Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "",
        () -> file + " differs from what makes it; review and run with -Dgolden.update=true");
  }
}
