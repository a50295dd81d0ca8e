package org.wuyou.runtime.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.wuyou.gateway.SchemaComposer;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.Compilation;
import org.wuyou.policy.PolicyCompiler;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.spi.Contribution;

/** The regions' bundles over what all shared modules declare. */
@DisplayName("Every region's bundle")
class RegionBundlesTest {
  private static final Path ROOT = Path.of(System.getProperty("wuyou.root"));

  @TestFactory
  List<DynamicTest> compiles_and_its_cases_hold() throws IOException {
    FactCatalogue catalogue = catalogue();
    try (Stream<Path> folders = Files.list(ROOT.resolve("plugins"))) {
      List<DynamicTest> tests =
          folders
              .filter(folder -> Files.isDirectory(folder.resolve("src/main/policy")))
              .sorted()
              .map(
                  folder ->
                      DynamicTest.dynamicTest(
                          String.valueOf(folder.getFileName()), () -> compiles(folder, catalogue)))
              .toList();
      assertTrue(tests.size() >= 6, "regions are missing below " + ROOT);
      return tests;
    }
  }

  private static void compiles(Path folder, FactCatalogue catalogue) throws IOException {
    Compilation compilation =
        PolicyCompiler.compile(BundleSource.read(folder.resolve("src/main/policy")), catalogue);
    String problems =
        switch (compilation) {
          case Compilation.Compiled compiled -> "";
          case Compilation.Rejected rejected ->
              String.join(
                  "\n", rejected.problems().stream().map(p -> p.text(Locale.ENGLISH)).toList());
        };
    assertEquals("", problems);
  }

  /** The entities of every module declared in the source tree. */
  static FactCatalogue catalogue() throws IOException {
    List<Contribution> modules = new ArrayList<>();
    try (Stream<Path> files = Files.list(ROOT.resolve("api-schema/src/main/resources/wuyou"))) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        // These are the platform's own: it adds them by itself, or they declare no entities.
        if (!name.matches("(base|common|platform|policy.*)\\.graphqls")) {
          modules.add(
              new Contribution(
                  name.replace(".graphqls", ""),
                  "0.1.0",
                  Map.of(name, Files.readString(file)),
                  Map.of(),
                  Map.of()));
        }
      }
    }
    return ModelCatalogue.of(SchemaComposer.declared(modules));
  }
}
