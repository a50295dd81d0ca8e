package org.wuyou.runtime.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.runtime.guard.GuardLimits;
import org.wuyou.runtime.guard.PluginGuard;
import org.wuyou.runtime.guard.Watchdog;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.EntityStore;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Transaction;

@DisplayName("Loading a plugin")
class PluginLoaderTest {
  @TempDir Path folder;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Container container;
  private Watchdog watchdog;
  private PluginLoader loader;

  @BeforeEach
  void start() {
    container = Container.start(folder.resolve("osgi"), SharedPackages.ofThisBuild());
    watchdog = new Watchdog();
    loader =
        new PluginLoader(
            container,
            jar ->
                new PluginGuard(
                    jar.module(), "1", GuardLimits.DEFAULT, watchdog, meters, reason -> {}),
            Clock.systemUTC(),
            new NoStore(),
            Duration.ofMillis(700));
  }

  @AfterEach
  void stop() {
    watchdog.close();
    container.close();
  }

  @Test
  void builds_the_class_with_what_its_constructor_asks_for() throws Exception {
    LoadedPlugin plugin =
        loaded(
            jar("demo")
                .plugin(
                    "demo.Module",
                    """
                    package demo;
                    public final class Module implements org.wuyou.spi.Plugin {
                      private final java.time.Clock clock;
                      private final org.wuyou.spi.data.EntityStore store;
                      @jakarta.inject.Inject
                      public Module(java.time.Clock clock, org.wuyou.spi.data.EntityStore store) {
                        this.clock = java.util.Objects.requireNonNull(clock);
                        this.store = java.util.Objects.requireNonNull(store);
                      }
                      public void register(org.wuyou.spi.Registration registration) {
                        registration.field("Query", "now", call -> clock.instant());
                        registration.check("Thing", (values, before) -> java.util.List.of());
                      }
                    }
                    """));

    assertEquals(Set.of("Query.now"), plugin.contribution().resolvers().keySet());
    assertEquals(Set.of("Thing"), plugin.contribution().checks().keySet());
    assertNotNull(plugin.contribution().resolvers().get("Query.now").resolve(null));
  }

  @Test
  void takes_a_plugin_without_code() throws Exception {
    LoadedPlugin plugin = loaded(jar("region-demo").schema("a.graphqls", "type A"));

    assertEquals(
        Map.of("META-INF/wuyou/schema/a.graphqls", "type A"), plugin.contribution().sources());
  }

  @Test
  void names_the_line_of_a_constructor_that_throws() throws Exception {
    Fault fault =
        failed(
            jar("demo")
                .plugin(
                    "demo.Module",
                    """
                    package demo;
                    public final class Module implements org.wuyou.spi.Plugin {
                      public Module() {
                        throw new IllegalStateException("no configuration");
                      }
                      public void register(org.wuyou.spi.Registration registration) {}
                    }
                    """));

    assertEquals("START_FAILED", fault.code());
    assertEquals(new Place("demo/Module.java", 4, 0), fault.place());
    assertTrue(fault.message().en().contains("no configuration"), fault.message().en());
  }

  @Test
  void names_the_line_of_a_registration_that_throws() throws Exception {
    Fault fault = failed(jar("demo").registering("\n    throw new RuntimeException(\"no\");"));

    assertEquals("START_FAILED", fault.code());
    assertEquals(new Place("demo/Module.java", 5, 0), fault.place());
  }

  @Test
  void names_the_line_at_which_a_start_hangs_and_gives_up_in_time() throws Exception {
    long begun = System.nanoTime();
    Fault fault =
        failed(
            jar("demo")
                .registering(
                    "try { new java.util.concurrent.CountDownLatch(1).await();"
                        + " } catch (InterruptedException e) { }"));

    assertEquals("START_TIMEOUT", fault.code());
    assertEquals(new Place("demo/Module.java", 4, 0), fault.place());
    assertTrue(System.nanoTime() - begun < Duration.ofSeconds(5).toNanos());
  }

  @Test
  void says_which_package_nothing_provides() throws Exception {
    Fault fault = failed(jar("demo").header("Import-Package", "com.acme.missing"));

    assertEquals("IMPORT_UNRESOLVED", fault.code());
    assertTrue(fault.message().en().contains("com.acme.missing"), fault.message().en());
  }

  @Test
  void hides_the_platforms_own_libraries() throws Exception {
    Fault fault = failed(jar("demo").header("Import-Package", "com.google.inject"));

    assertEquals("IMPORT_UNRESOLVED", fault.code());
  }

  @Test
  void refuses_an_spi_of_another_range() throws Exception {
    Fault fault = failed(jar("demo").header("Import-Package", "org.wuyou.spi;version=\"[9,10)\""));

    assertEquals("IMPORT_UNRESOLVED", fault.code());
  }

  @Test
  void says_when_the_named_class_is_missing() throws Exception {
    assertEquals(
        "PLUGIN_CLASS_MISSING", failed(jar("demo").header("Wuyou-Plugin", "demo.Nowhere")).code());
  }

  @Test
  void refuses_a_field_registered_twice() throws Exception {
    Fault fault =
        failed(
            jar("demo")
                .registering(
                    "registration.field(\"A\", \"b\", call -> 1);"
                        + "registration.field(\"A\", \"b\", call -> 2);"));

    assertEquals("START_FAILED", fault.code());
    assertTrue(fault.message().en().contains("A.b"), fault.message().en());
  }

  @Test
  void does_not_define_a_class_that_would_end_the_server() throws Exception {
    Fault fault = failed(jar("demo").registering("if (registration != null) System.exit(1);"));

    assertEquals("START_FAILED", fault.code());
  }

  @Test
  void leaves_nothing_behind_of_a_plugin_that_failed() throws Exception {
    failed(jar("demo").registering("throw new RuntimeException();"));

    assertEquals(0, container.size());
    assertTrue(meters.getMeters().isEmpty());
  }

  @Test
  void wires_a_plugin_to_the_chosen_version_of_another() throws Exception {
    LoadedPlugin first = loaded(library("1.0.0", "\"one\""));
    LoadedPlugin second = loaded(library("2.0.0", "\"two\""));

    assertEquals("one", answer(user(), List.of(first)));
    assertEquals("two", answer(user(), List.of(second)));
    assertEquals("one", answer(user(), List.of(first)));
  }

  private Object answer(JarMaker jar, List<LoadedPlugin> providers) throws Exception {
    LoadedPlugin plugin =
        assertInstanceOf(PluginLoader.Outcome.Loaded.class, loader.load(read(jar), providers))
            .plugin();
    return plugin.contribution().resolvers().get("Query.name").resolve(null);
  }

  private static JarMaker library(String version, String value) {
    JarMaker jar =
        JarMaker.jar("library", version).header("Export-Package", "library;version=\"1\"");
    JarMaker.compile(
            "library.Name",
            "package library; public final class Name { public static String get() { return "
                + value
                + "; } }")
        .forEach(jar::bytes);
    return jar;
  }

  private JarMaker user() {
    return JarMaker.jar("user", "1.0.0")
        .header("Import-Package", "org.wuyou.spi,org.wuyou.spi.data,library")
        .registering(
            """
            registration.field("Query", "name", call -> {
              try {
                return Class.forName("library.Name").getMethod("get").invoke(null);
              } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
              }
            });
            """);
  }

  private static JarMaker jar(String module) {
    return JarMaker.jar(module, "1.0.0");
  }

  private LoadedPlugin loaded(JarMaker jar) throws Exception {
    return assertInstanceOf(PluginLoader.Outcome.Loaded.class, loader.load(read(jar), List.of()))
        .plugin();
  }

  private Fault failed(JarMaker jar) throws Exception {
    return assertInstanceOf(PluginLoader.Outcome.Failed.class, loader.load(read(jar), List.of()))
        .fault();
  }

  /** Read past verification, so that what verification refuses can be tried too. */
  private PluginJar read(JarMaker jar) throws Exception {
    Path file = jar.writeTo(folder.resolve("jars"));
    var headers = new java.util.jar.JarFile(file.toFile()).getManifest().getMainAttributes();
    Map<String, String> schema = new java.util.LinkedHashMap<>();
    try (var zip = new java.util.zip.ZipFile(file.toFile())) {
      for (var entry : java.util.Collections.list(zip.entries())) {
        if (entry.getName().endsWith(".graphqls")) {
          schema.put(
              entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), "UTF-8"));
        }
      }
    }
    return new PluginJar(
        file,
        "0",
        PluginId.of(headers.getValue("Wuyou-Module"), headers.getValue("Bundle-Version")),
        headers.getValue("Bundle-SymbolicName"),
        Optional.empty(),
        Optional.ofNullable(headers.getValue("Wuyou-Plugin")),
        List.of(),
        Set.of(),
        Set.of(),
        schema,
        Map.of(),
        Map.of(),
        Map.of());
  }

  private static final class NoStore implements EntityStore {
    @Override
    public Snapshot snapshot() {
      throw new AssertionError("not read here");
    }

    @Override
    public CommitResult commit(Transaction transaction) {
      throw new AssertionError("not written here");
    }

    @Override
    public CommitResult rehearse(Transaction transaction) {
      throw new AssertionError("not written here");
    }
  }
}
