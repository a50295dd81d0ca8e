package org.wuyou.runtime.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.runtime.MovingClock;
import org.wuyou.runtime.Running;
import org.wuyou.runtime.Things;
import org.wuyou.runtime.plugin.DeployReport;
import org.wuyou.runtime.plugin.JarMaker;
import org.wuyou.spi.model.Model;
import org.wuyou.store.StoreSettings;
import org.wuyou.store.WuyouStore;

@DisplayName("A bundle that an older release let in")
class OlderReleaseTest {
  private static final String MODULE = "region-things";
  private static final String STANDARDS =
      """
      article: 第一条
      departments: [kjj]
      parameters:
        enough: {name: {zh: 足够, en: Enough}, unit: 个, values: {2026-01-01: 5}}
      standards:
        - id: plenty
          name: {zh: 充足, en: Plenty}
          summary: {zh: 数量足够, en: Enough of it}
          of: Thing
          all:
            - {id: amount, name: {zh: 数量, en: Amount}, say: {zh: 数量足够, en: Enough}, if: amount >= enough}
      """;
  private static final String LIGHT =
      """
        - id: light
          name: {zh: 轻便, en: Light}
          summary: {zh: 重量不超过限值, en: Not too heavy}
          of: Thing
          all:
            - {id: weight, name: {zh: 重量, en: Weight}, say: {zh: 不重, en: Not heavy}, if: weight <= enough}
      """;
  private static final String CASES =
      """
      cases:
        - name: 界限上下
          rule: plenty
          asOf: 2026-12-31
          given: {Thing: {恰好: {amount: 5}, 略少: {amount: 4}, 略多: {amount: 6}}}
          expect: {恰好: ELIGIBLE, 略少: INELIGIBLE, 略多: ELIGIBLE}
      """;

  @TempDir Path data;
  private final MovingClock clock = new MovingClock("2026-03-01");
  private Running running;

  @BeforeEach
  void a_bundle_that_passes_today() throws Exception {
    start();
    done(running.deploy(Things.version("1.0.0")));
    running.data(
        "mutation { thingCreate(input: {code: \"A\", amount: 7}) { userErrors { code } } }");
    done(running.deploy(bundle("0.1.0", STANDARDS, CASES)));
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void answers_after_a_restart_although_it_lacks_a_case() throws Exception {
    stored(bundle("0.1.0", STANDARDS, ""));

    assertEquals("ELIGIBLE", verdict("plenty"));
    assertEquals("ACTIVE", plugin().path("state").asText());
    assertEquals(List.of("NO_CASE"), diagnostics());
  }

  @Test
  void leaves_out_a_rule_whose_fact_is_gone_and_answers_by_the_others() throws Exception {
    stored(bundle("0.1.0", STANDARDS + LIGHT, CASES));

    assertEquals("ELIGIBLE", verdict("plenty"));
    assertEquals("UNKNOWN_RULE", reason("light"));
    assertEquals(List.of("UNKNOWN_FACT"), diagnostics());
  }

  @Test
  void leaves_out_what_rests_on_a_parameter_that_cannot_be_read() throws Exception {
    String limited =
        STANDARDS.replace(
            "parameters:\n",
            "parameters:\n  most: {name: {zh: 最多, en: Most}, unit: 筐, values: {2026-01-01: 9}}\n");
    stored(bundle("0.1.0", limited + LIGHT.replace("weight <= enough", "amount <= most"), CASES));

    assertEquals("ELIGIBLE", verdict("plenty"));
    assertEquals("UNKNOWN_RULE", reason("light"));
    assertEquals(List.of("UNKNOWN_UNIT"), diagnostics());
  }

  @Test
  void stays_out_where_all_its_rules_rest_on_what_cannot_be_read() throws Exception {
    stored(bundle("0.1.0", STANDARDS.replace("unit: 个", "unit: 筐"), CASES));

    assertEquals("FAILED", plugin().path("state").asText());
    assertTrue(
        running.data("{ policyBundle(region: \"990000\") { id } }").at("/policyBundle").isNull());
  }

  @Test
  void stands_in_the_way_of_no_other_module() throws Exception {
    stored(bundle("0.1.0", STANDARDS, ""));

    done(running.deploy(Things.version("1.1.0", "\"重量 | Weight\" weight: Int")));

    assertEquals("ELIGIBLE", verdict("plenty"));
    assertEquals(List.of("NO_CASE"), diagnostics());
  }

  @Test
  void keeps_the_facts_of_the_rules_that_answer() throws Exception {
    stored(bundle("0.1.0", STANDARDS, ""));

    DeployReport report =
        running.deploy(
            JarMaker.jar("things", "2.0.0")
                .schema("things.graphqls", Things.SDL.replace("amount: Int", "number: Int"))
                .registering("registration.field(\"Thing\", \"release\", call -> \"2\");"));

    assertEquals(DeployReport.Outcome.REFUSED, report.outcome());
    assertTrue(
        report.faults().stream()
            .anyMatch(f -> f.code().equals("UNKNOWN_FACT") && f.plugin().equals(MODULE)),
        report.faults().toString());
    assertEquals("ELIGIBLE", verdict("plenty"));
  }

  @Test
  void is_refused_when_it_comes_as_a_new_version() throws Exception {
    stored(bundle("0.1.0", STANDARDS, ""));

    DeployReport report = running.deploy(bundle("0.2.0", STANDARDS, ""));

    assertEquals(DeployReport.Outcome.REFUSED, report.outcome());
    assertEquals("NO_CASE", report.faults().getFirst().code());
  }

  private void start() throws Exception {
    running = Running.in(data, settings -> settings.withClock(clock));
  }

  /** Starts anew with that jar in the ledger, as if a milder check had let it in. */
  private void stored(JarMaker jar) throws Exception {
    running.close();
    Path kept = data.resolve("plugins/" + MODULE + "-0.1.0.jar");
    String before = sha256(Files.readAllBytes(kept));
    Files.write(kept, jar.bytes());
    try (WuyouStore store = WuyouStore.open(StoreSettings.of(data.resolve("store"), Model.EMPTY))) {
      String ledger =
          new String(store.documents().get("plugins").orElseThrow(), StandardCharsets.UTF_8);
      assertTrue(ledger.contains(before), ledger);
      store
          .documents()
          .put(
              "plugins",
              ledger.replace(before, sha256(jar.bytes())).getBytes(StandardCharsets.UTF_8));
    }
    start();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static JarMaker bundle(String version, String standards, String cases) {
    JarMaker jar =
        JarMaker.jar(MODULE, version)
            .header("Wuyou-Requires", "things;version=\"[1,3)\"")
            .text("META-INF/wuyou/policy/bundle.yaml", ThingsMeasures.bundle(""))
            .text("META-INF/wuyou/policy/plenty.yaml", standards);
    return cases.isEmpty() ? jar : jar.text("META-INF/wuyou/policy/plenty.cases.yaml", cases);
  }

  private static void done(DeployReport report) {
    assertEquals(DeployReport.Outcome.DONE, report.outcome(), report.toString());
  }

  private JsonNode plugin() {
    return running
        .data("{ plugin(module: \"" + MODULE + "\") { state diagnostics { code } } }")
        .path("plugin");
  }

  private List<String> diagnostics() {
    return StreamSupport.stream(plugin().path("diagnostics").spliterator(), false)
        .map(fault -> fault.path("code").asText())
        .toList();
  }

  private static String question(String rule) {
    return "{ region(code: \"990000\") { verdicts(rule: \""
        + rule
        + "\") { nodes { verdict } } } }";
  }

  private String verdict(String rule) {
    return running.data(question(rule)).at("/region/verdicts/nodes/0/verdict").asText();
  }

  private String reason(String rule) {
    return running.ask(question(rule)).at("/errors/0/extensions/reason").asText();
  }
}
