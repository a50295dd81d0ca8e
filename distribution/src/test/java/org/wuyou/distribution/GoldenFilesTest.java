package org.wuyou.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("What others build on changes only with notice")
@ExtendWith(WithDemo.class)
class GoldenFilesTest {
  private static final Path GOLDEN =
      ImageFiles.ROOT.resolve("distribution/src/test/resources/golden");

  @Test
  void the_composed_schema(DemoServer demo) throws Exception {
    compare("schema.graphqls", demo.get("/schema.graphqls").body());
  }

  @Test
  void the_types_a_plugin_may_see() throws IOException {
    Path spi =
        ImageFiles.jars("lib").stream()
            .filter(jar -> String.valueOf(jar.getFileName()).startsWith("wuyou-spi-"))
            .findFirst()
            .orElseThrow();
    try (JarFile jar = new JarFile(spi.toFile())) {
      compare(
          "spi-types.txt",
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.endsWith(".class") && !name.contains("-info"))
              .map(name -> name.replace(".class", "").replace('/', '.') + "\n")
              .sorted()
              .collect(Collectors.joining()));
    }
  }

  private static void compare(String name, String actual) throws IOException {
    Path file = GOLDEN.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, actual);
    }
    assertEquals(
        Files.readString(file),
        actual,
        name + " differs; if that is meant, run with -Dgolden.update=true and review the diff");
  }
}
