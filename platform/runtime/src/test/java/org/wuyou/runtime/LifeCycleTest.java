package org.wuyou.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.runtime.plugin.DeployReport;
import org.wuyou.runtime.plugin.Fault;
import org.wuyou.runtime.plugin.JarMaker;
import org.wuyou.runtime.plugin.Terms;

@DisplayName("The life of a plugin")
class LifeCycleTest {
  private static final String RELEASE = "{ things(first: 5) { nodes { code amount release } } }";

  @TempDir Path data;
  private Running running;

  @BeforeEach
  void start() throws Exception {
    running = Running.in(data);
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void installing_a_module_gives_it_a_place_in_the_schema() {
    DeployReport report = running.deploy(Things.version("1.0.0"));

    assertDone(report);
    createThing();
    assertEquals("1.0.0", release());
    assertTrue(
        report.impact().schemaChanges().stream().anyMatch(c -> c.coordinate().equals("Thing")));
  }

  @Test
  void updating_moves_requests_to_the_new_version_and_keeps_the_data() {
    running.deploy(Things.version("1.0.0"));
    createThing();

    DeployReport report = running.deploy(Things.version("1.1.0", "\"色 | Colour\" colour: String"));

    assertDone(report);
    assertEquals("1.0.0", report.replaces());
    assertEquals("1.1.0", release());
    assertEquals(7, running.data(RELEASE).at("/things/nodes/0/amount").intValue());
  }

  @Test
  void rehearsing_tells_the_impact_and_changes_nothing() {
    running.deploy(Things.version("1.0.0"));
    createThing();
    running.data(RELEASE);

    DeployReport report =
        running.deploy(
            JarMaker.jar("things", "2.0.0")
                .schema("things.graphqls", Things.SDL.replace("release:", "edition:"))
                .registering("registration.field(\"Thing\", \"edition\", call -> \"2\");"),
            Terms.rehearse("test"));

    assertEquals(DeployReport.Outcome.READY, report.outcome(), report.toString());
    assertTrue(
        report.impact().schemaChanges().stream()
            .anyMatch(c -> c.coordinate().equals("Thing.release") && c.breaking()));
    assertEquals(RELEASE, report.impact().brokenOperations().getFirst().query());
    assertEquals("1.0.0", release());
  }

  @Test
  void rolling_back_returns_to_the_version_before() {
    running.deploy(Things.version("1.0.0"));
    running.deploy(Things.version("1.1.0"));
    createThing();

    assertDone(running.product().plugins().rollback("things", null, Terms.commit("test")));

    assertEquals("1.0.0", release());
  }

  @Test
  void keeps_the_last_three_versions_to_go_back_to() {
    for (String version : List.of("1.0.0", "1.1.0", "1.2.0", "1.3.0")) {
      assertDone(running.deploy(Things.version(version)));
    }

    DeployReport gone =
        running.product().plugins().rollback("things", "1.0.0", Terms.commit("test"));

    assertEquals(List.of("VERSION_NOT_KEPT"), codes(gone));
    assertTrue(gone.faults().getFirst().message().en().contains("1.1.0"));
    assertDone(running.product().plugins().rollback("things", "1.1.0", Terms.commit("test")));
  }

  @Test
  void removing_keeps_the_data_and_a_returning_module_finds_it_again() {
    running.deploy(Things.version("1.0.0"));
    createThing();

    assertDone(running.product().plugins().remove("things", false, Terms.commit("test")));

    assertTrue(running.ask(RELEASE).has("errors"));
    assertEquals(
        "Thing",
        running.data("{ absentData { entity rows } }").at("/absentData/0/entity").asText());
    running.product().plugins().rollback("things", "1.0.0", Terms.commit("test"));
    assertEquals("1.0.0", release());
  }

  @Test
  void removing_is_refused_while_others_need_the_module() {
    running.deploy(Things.version("1.0.0"));
    running.deploy(dependent());

    assertEquals(
        List.of("STILL_NEEDED"),
        codes(running.product().plugins().remove("things", false, Terms.commit("test"))));
    assertDone(running.product().plugins().remove("things", true, Terms.commit("test")));
    assertEquals(
        0,
        running.data("{ plugins { module version } }").get("plugins").findValues("version").stream()
            .filter(v -> !v.isNull())
            .count());
  }

  @Test
  void installing_is_refused_while_what_it_needs_is_missing() {
    DeployReport report = running.deploy(dependent());

    assertEquals(List.of("REQUIREMENT_UNMET"), codes(report));
  }

  @Test
  void updating_is_refused_if_a_dependent_does_not_accept_the_version() {
    running.deploy(Things.version("1.0.0"));
    running.deploy(dependent());

    DeployReport report = running.deploy(Things.version("3.0.0"));

    assertEquals(List.of("REQUIREMENT_UNMET"), codes(report));
    assertEquals("extras", report.faults().getFirst().plugin());
  }

  @Test
  void the_same_jar_again_changes_nothing() {
    running.deploy(Things.version("1.0.0"));

    assertEquals(DeployReport.Outcome.UNCHANGED, running.deploy(Things.version("1.0.0")).outcome());
  }

  @Test
  void a_restart_brings_back_what_ran() throws Exception {
    running.deploy(Things.version("1.0.0"));
    running.deploy(Things.version("1.1.0"));
    createThing();
    running.close();

    running = Running.in(data);

    assertEquals("1.1.0", release());
    assertEquals(
        "ACTIVE",
        running.data("{ plugin(module: \"things\") { state } }").at("/plugin/state").asText());
  }

  @Test
  void a_restart_keeps_in_mind_what_clients_ask() throws Exception {
    running.deploy(Things.version("1.0.0"));
    running.data(RELEASE);
    running.close();

    running = Running.in(data);

    long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!running.product().gateway().asked().contains(RELEASE) && System.nanoTime() < limit) {
      Thread.onSpinWait();
    }
    assertTrue(running.product().gateway().asked().contains(RELEASE));
  }

  @Test
  void a_plugin_that_cannot_start_again_is_failed_while_the_rest_lives() throws Exception {
    running.deploy(Things.version("1.0.0"));
    running.deploy(
        JarMaker.jar("other", "1.0.0")
            .schema("other.graphqls", "extend type Query { \"一 | One\" one: Int! }")
            .registering("registration.field(\"Query\", \"one\", call -> 1);"));
    createThing();
    running.close();
    Files.writeString(data.resolve("plugins/other-1.0.0.jar"), "rotten");

    running = Running.in(data);

    assertEquals("1.0.0", release());
    var other =
        running.data("{ plugin(module: \"other\") { state diagnostics { code message } } }");
    assertEquals("FAILED", other.at("/plugin/state").asText());
    assertTrue(other.at("/plugin/diagnostics/0/message").asText().contains("NOT_A_JAR"));
  }

  @Test
  void its_history_and_the_audit_tell_who_did_what() {
    running.deploy(Things.version("1.0.0"));
    running.deploy(Things.version("1.1.0"));

    var plugin =
        running.data("{ plugin(module: \"things\") { version history { version state actor } } }");
    var audit =
        running.data(
            "{ auditEntries { nodes { number at operation actor subject summary content previous hash } } auditCheck { intact entries brokenAt } }");

    assertEquals("1.1.0", plugin.at("/plugin/version").asText());
    assertTrue(plugin.at("/plugin/history").toString().contains("STAGED"));
    assertEquals("plugin.deploy", audit.at("/auditEntries/nodes/0/operation").asText());
    assertTrue(audit.at("/auditCheck/intact").booleanValue(), audit.toPrettyString());
    assertFalse(audit.at("/auditCheck/entries").longValue() < 2);
  }

  @Test
  void brings_its_reference_rows_along_and_names_those_that_are_refused() {
    DeployReport report =
        running.deploy(
            Things.version("1.0.0")
                .text("META-INF/wuyou/reference/Thing.csv", "code,amount\na,1\nb,x\nc,3\n"));

    assertDone(report);
    assertEquals(2, running.data("{ things { totalCount } }").at("/things/totalCount").asInt());
    assertEquals(List.of("REFERENCE_ROW_REFUSED"), codes(report));
    assertEquals(3, report.faults().getFirst().place().line());
  }

  private static JarMaker dependent() {
    return JarMaker.jar("extras", "1.0.0")
        .header("Wuyou-Requires", "things;version=\"[1,2)\"")
        .schema("extras.graphqls", "extend type Thing { \"备注 | Remark\" remark: String }");
  }

  private void createThing() {
    var created =
        running.data(
            "mutation { thingCreate(input: { code: \"a\", amount: 7 })"
                + " { thing { code } userErrors { code message } } }");
    assertEquals("a", created.at("/thingCreate/thing/code").asText(), created.toString());
  }

  private String release() {
    return running.data(RELEASE).at("/things/nodes/0/release").asText();
  }

  private static void assertDone(DeployReport report) {
    assertEquals(DeployReport.Outcome.DONE, report.outcome(), report.toString());
  }

  private static List<String> codes(DeployReport report) {
    return report.faults().stream().map(Fault::code).toList();
  }
}
