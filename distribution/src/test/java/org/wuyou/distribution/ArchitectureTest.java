package org.wuyou.distribution;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("The arrows of the architecture, over the built jars")
class ArchitectureTest {
  private static final String OWN = "org.wuyou.";

  /** What a room may use of the product, besides itself. A room not named here may use all. */
  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "policy", Set.of(),
          "spi", Set.of("policy"),
          "store", Set.of("spi", "policy"),
          "gateway", Set.of("spi", "policy"),
          "console", Set.of("spi", "policy"),
          "registry", Set.of("spi"));

  /** Libraries that stay inside one room: what nobody else sees can be replaced. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.of(
          "org.eclipse.store", Set.of("store"),
          "org.eclipse.serializer", Set.of("store"),
          // The runtime clears the engine's caches once a plugin has ended; it uses nothing else of
          // it.
          "graphql", Set.of("gateway", "runtime"),
          "org.eclipse.jetty", Set.of("gateway"),
          "dev.cel", Set.of("policy"),
          "org.apache.poi", Set.of("gateway"),
          "com.google.inject", Set.of("runtime"),
          "org.osgi.framework", Set.of("runtime"));

  private static JavaClasses classes = new ClassFileImporter().importPackages();

  @BeforeAll
  static void readTheJars() throws IOException {
    List<Path> jars =
        Stream.concat(
                ImageFiles.jars("lib").stream()
                    .filter(jar -> String.valueOf(jar.getFileName()).startsWith("wuyou-")),
                ImageFiles.jars("plugins").stream())
            .toList();
    List<JarFile> opened = new ArrayList<>();
    for (Path jar : jars) {
      opened.add(new JarFile(jar.toFile()));
    }
    classes = new ClassFileImporter().importJars(opened);
    for (JarFile jar : opened) {
      jar.close();
    }
  }

  @Test
  void the_classes_of_every_room_were_seen() {
    Stream.of("policy", "spi", "store", "gateway", "console", "runtime", "registry", "distribution")
        .forEach(
            room ->
                assertTrue(
                    classes.stream().anyMatch(in(room)),
                    "no class of " + room + " among " + classes.size()));
  }

  @TestFactory
  Stream<DynamicTest> a_room_uses_only_the_rooms_it_may() {
    return ARROWS.entrySet().stream()
        .map(
            arrow ->
                DynamicTest.dynamicTest(
                    arrow.getKey() + " uses " + arrow.getValue(),
                    () -> {
                      DescribedPredicate<JavaClass> forbidden =
                          DescribedPredicate.describe(
                              "in a room it may not use",
                              used ->
                                  used.getPackageName().startsWith(OWN)
                                      && !room(used).equals(arrow.getKey())
                                      && !arrow.getValue().contains(room(used)));
                      noClasses()
                          .that(in(arrow.getKey()))
                          .should()
                          .dependOnClassesThat(forbidden)
                          .check(classes);
                    }));
  }

  @Test
  void nobody_but_the_distribution_and_the_testkit_imports_the_runtime() {
    noClasses()
        .that(
            DescribedPredicate.describe(
                "outside runtime, distribution and testkit",
                used -> !Set.of("runtime", "distribution", "testkit").contains(room(used))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.wuyou.runtime..")
        .check(classes);
  }

  @TestFactory
  Stream<DynamicTest> a_library_stays_in_its_room() {
    return LIBRARIES.entrySet().stream()
        .map(
            library ->
                DynamicTest.dynamicTest(
                    library.getKey() + " only in " + library.getValue(),
                    () ->
                        noClasses()
                            .that(
                                DescribedPredicate.describe(
                                    "outside " + library.getValue(),
                                    used -> !library.getValue().contains(room(used))))
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(library.getKey() + "..")
                            .check(classes)));
  }

  @Test
  void no_class_is_named_for_a_pattern() {
    noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)").check(classes);
  }

  private static DescribedPredicate<JavaClass> in(String room) {
    return DescribedPredicate.describe("in " + room, used -> room(used).equals(room));
  }

  /** {@code store} for {@code org.wuyou.store.page.Page}; empty for classes of others. */
  private static String room(JavaClass used) {
    String name = used.getPackageName();
    return name.startsWith(OWN) ? name.substring(OWN.length()).replaceFirst("\\..*", "") : "";
  }
}
