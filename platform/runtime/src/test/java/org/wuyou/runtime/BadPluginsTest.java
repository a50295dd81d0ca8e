package org.wuyou.runtime;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.runtime.plugin.DeployReport;
import org.wuyou.runtime.plugin.Deployer;
import org.wuyou.runtime.plugin.Fault;
import org.wuyou.runtime.plugin.JarMaker;
import org.wuyou.runtime.plugin.Terms;

/** One product throughout: that it survives all of them is part of what is shown. */
@DisplayName("A bad plugin is refused, and what runs goes on:")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadPluginsTest {
  private static final String BUNDLE =
      """
      bundle: bad-2026
      region: "990000"
      name: {zh: 虚构, en: Fictional}
      documents:
        - {name: {zh: 办法, en: Measures}, issuer: {zh: 局, en: Bureau}, number: 1号, issued: 2026-01-01}
      valid: {from: 2026-01-01, to: 2026-12-31}
      departments: {kjj: {zh: 科技局, en: Science Bureau}}
      """;

  /** A standard whose condition stands on line 10. */
  private static final String STANDARD =
      """
      article: 一
      locator: 第一条
      clause: X-1
      standards:
        - id: plenty
          name: {zh: 充足, en: Plenty}
          summary: {zh: 数量足够, en: There is enough}
          of: Thing
          all:
            - {id: enough, name: {zh: 够, en: Enough}, say: {zh: 够多, en: Is enough}, if: "CONDITION"}
      """;

  @TempDir static Path data;
  private Running running;

  @BeforeAll
  void start() throws Exception {
    running = Running.in(data);
    assertEquals(DeployReport.Outcome.DONE, running.deploy(Things.version("1.0.0")).outcome());
    running.data(
        "mutation { thingCreate(input: { code: \"a\", amount: 7 }) { userErrors { code } } }");
  }

  @AfterAll
  void stop() {
    running.close();
  }

  @AfterEach
  void what_ran_still_answers() {
    assertEquals(
        "1.0.0",
        running
            .data("{ things(first: 1) { nodes { release } } }")
            .at("/things/nodes/0/release")
            .asText());
  }

  @Test
  void a_constructor_that_throws() {
    refused(
        running.deploy(
            JarMaker.jar("bad", "1.0.0")
                .plugin(
                    "bad.Module",
                    """
                    package bad;
                    public final class Module implements org.wuyou.spi.Plugin {
                      public Module() { throw new IllegalStateException("no settings"); }
                      public void register(org.wuyou.spi.Registration registration) {}
                    }
                    """)),
        "START_FAILED",
        "bad",
        "bad/Module.java",
        3);
  }

  @Test
  void a_registration_that_throws() {
    refused(
        running.deploy(
            JarMaker.jar("bad", "1.0.0").registering("throw new RuntimeException(\"no\");")),
        "START_FAILED",
        "bad",
        "demo/Module.java",
        4);
  }

  @Test
  void a_start_that_hangs() {
    refused(
        running.deploy(
            JarMaker.jar("bad", "1.0.0")
                .registering(
                    "try { new java.util.concurrent.CountDownLatch(1).await(); }"
                        + " catch (InterruptedException e) { }")),
        "START_TIMEOUT",
        "bad",
        "demo/Module.java",
        4);
  }

  @Test
  void an_import_that_nothing_provides() {
    DeployReport report =
        running.deploy(JarMaker.jar("bad", "1.0.0").header("Import-Package", "com.acme.nowhere"));

    refused(report, "IMPORT_UNRESOLVED", "bad", "META-INF/MANIFEST.MF", 0);
    assertTrue(report.faults().getFirst().message().en().contains("com.acme.nowhere"));
  }

  @Test
  void a_type_that_another_module_owns() {
    refused(
        running.deploy(
            JarMaker.jar("bad", "1.0.0")
                .schema("bad.graphqls", "\"物 | Thing\"\ntype Thing { \"甲 | A\" a: Int }")),
        "DUPLICATE_TYPE",
        "bad",
        "META-INF/wuyou/schema/bad.graphqls",
        1);
  }

  @Test
  void sdl_with_a_syntax_error() {
    refused(
        running.deploy(
            JarMaker.jar("bad", "1.0.0")
                .schema("bad.graphqls", "\"物 | Bad\"\ntype Bad {\n  \"甲 | A\"\n  a Int\n}")),
        "SYNTAX",
        "bad",
        "META-INF/wuyou/schema/bad.graphqls",
        4);
  }

  @Test
  void sdl_that_names_an_unknown_type() {
    refused(
        running.deploy(
            JarMaker.jar("bad", "1.0.0")
                .schema(
                    "bad.graphqls",
                    "\"物 | Bad\"\ntype Bad @entity(key: [\"a\"]) {\n  \"甲 | A\"\n  a: Strin!\n}")),
        "UNKNOWN_TYPE",
        "bad",
        "META-INF/wuyou/schema/bad.graphqls",
        4);
  }

  @Test
  void a_field_that_no_code_answers() {
    refused(
        running.deploy(
            JarMaker.jar("bad", "1.0.0")
                .schema("bad.graphqls", "extend type Query {\n\n  \"甲 | A\" badAnswer: Int\n}")),
        "RESOLVER_MISSING",
        "bad",
        "META-INF/wuyou/schema/bad.graphqls",
        3);
  }

  @Test
  void the_same_name_and_version_with_other_contents() {
    refused(
        running.deploy(Things.version("1.0.0").text("README", "changed")),
        "DUPLICATE_VERSION",
        "things",
        "META-INF/MANIFEST.MF",
        0);
  }

  @Test
  void a_file_that_is_no_jar() throws Exception {
    DeployReport report =
        running
            .product()
            .plugins()
            .receive(
                new ByteArrayInputStream("PK but no zip".getBytes(StandardCharsets.UTF_8)),
                Optional.empty(),
                Deployer.Intent.EITHER,
                Terms.commit("test"));

    assertEquals("NOT_A_JAR", report.faults().getFirst().code());
    assertFalse(report.faults().getFirst().remedy().en().isEmpty());
  }

  @Test
  void a_call_that_would_end_the_server() {
    refused(
        running.deploy(
            JarMaker.jar("bad", "1.0.0")
                .registering("if (registration == null)\n    System.exit(1);")),
        "FORBIDDEN_CALL",
        "bad",
        "demo/Module.java",
        5);
  }

  @Test
  void a_policy_that_does_not_type_check() {
    DeployReport report = running.deploy(region("amount >= '7'"));

    refused(report, "WRONG_TYPE", "region-bad", "plenty.yaml", 10);
  }

  @Test
  void a_policy_that_names_an_unknown_fact_is_told_the_nearest_one() {
    DeployReport report = running.deploy(region("amuont >= 7"));

    refused(report, "UNKNOWN_FACT", "region-bad", "plenty.yaml", 10);
    assertTrue(report.faults().getFirst().remedy().en().contains("amount"), report.toString());
  }

  @Test
  void a_migration_that_would_lose_data() {
    DeployReport report =
        running.deploy(
            JarMaker.jar("things", "2.0.0")
                .schema("things.graphqls", Things.SDL.replace("amount: Int", "amount: Date"))
                .registering("registration.field(\"Thing\", \"release\", call -> \"2.0.0\");"));

    Fault fault = report.faults().getFirst();
    assertAll(
        () -> assertEquals(DeployReport.Outcome.REFUSED, report.outcome()),
        () -> assertEquals("things", fault.plugin()),
        () -> assertTrue(fault.code().startsWith("MIGRATION_"), fault.code()),
        () -> assertEquals("Thing.amount", fault.place().file()));
  }

  @Test
  void a_resolver_that_throws_or_hangs_spoils_its_own_field_only() {
    DeployReport report =
        running.deploy(
            JarMaker.jar("shaky", "1.0.0")
                .schema(
                    "shaky.graphqls",
                    """
                    extend type Query {
                      "抛出 | Throws"
                      shakyThrow: Int
                      "正常 | Fine"
                      shakyFine: Int
                    }
                    """)
                .registering(
                    """
                    registration.field("Query", "shakyThrow", call -> { throw new IllegalStateException("secret"); });
                    registration.field("Query", "shakyFine", call -> 5);
                    """));
    assertEquals(DeployReport.Outcome.DONE, report.outcome(), report.toString());

    var answer = running.ask("{ shakyThrow shakyFine things(first: 1) { totalCount } }");

    assertEquals(5, answer.at("/data/shakyFine").asInt());
    assertEquals(1, answer.at("/data/things/totalCount").asInt());
    assertEquals("PLUGIN_ERROR", answer.at("/errors/0/extensions/code").asText());
    assertFalse(answer.toString().contains("secret"));
    running.product().plugins().remove("shaky", false, Terms.commit("test"));
  }

  private static JarMaker region(String condition) {
    return JarMaker.jar("region-bad", "1.0.0")
        .text("META-INF/wuyou/policy/bundle.yaml", BUNDLE)
        .text("META-INF/wuyou/policy/plenty.yaml", STANDARD.replace("CONDITION", condition));
  }

  private static void refused(
      DeployReport report, String code, String plugin, String file, int line) {
    assertEquals(DeployReport.Outcome.REFUSED, report.outcome(), report.toString());
    Fault fault = report.faults().getFirst();
    assertAll(
        () -> assertEquals(code, fault.code(), report.toString()),
        () -> assertEquals(plugin, fault.plugin()),
        () -> assertEquals(file, fault.place().file()),
        () -> assertEquals(line, fault.place().line()),
        () -> assertFalse(fault.message().zh().isBlank()),
        () -> assertFalse(fault.message().en().isBlank()),
        () -> assertFalse(fault.remedy().zh().isBlank()),
        () -> assertFalse(fault.remedy().en().isBlank()));
  }
}
