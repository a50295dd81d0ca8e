package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RegionBundleTests {
  private static final Path PLUGINS = Path.of(System.getProperty("wuyou.root"), "plugins");

  @TestFactory
  List<DynamicTest> every_region_compiles_and_its_cases_hold() throws IOException {
    try (Stream<Path> folders = Files.list(PLUGINS)) {
      List<DynamicTest> tests =
          folders
              .map(folder -> folder.resolve("src/main/policy"))
              .filter(Files::isDirectory)
              .sorted()
              .map(
                  folder ->
                      DynamicTest.dynamicTest(
                          PLUGINS.relativize(folder).getName(0).toString(), () -> compiles(folder)))
              .toList();
      assertTrue(tests.size() >= 1, "no region found below " + PLUGINS);
      return tests;
    }
  }

  private static void compiles(Path folder) throws IOException {
    Compilation compilation =
        PolicyCompiler.compile(BundleSource.read(folder), RegisterCatalogue.CATALOGUE);
    String problems =
        switch (compilation) {
          case Compilation.Compiled compiled -> "";
          case Compilation.Rejected rejected ->
              String.join(
                  "\n", rejected.problems().stream().map(p -> p.text(Locale.ENGLISH)).toList());
        };
    assertEquals("", problems);
  }
}
