package org.wuyou.runtime.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
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

/** A bundle and one that inherits it; of the one above a second version runs since June. */
@DisplayName("On a day before the new version")
class EarlierDayTest {
  private static final String FIELDS =
      """
      "起 | Begun"
      begun: Date
      "止 | Done"
      done: Date
      """;

  private static final String OWED =
      """
      article: 第一条
      departments: [kjj]
      parameters:
        enough: {name: {zh: 足够, en: Enough}, unit: 个, values: {2026-01-01: %1$d}}
        days: {name: {zh: 日数, en: Days}, unit: 日, values: {2026-01-01: %1$d}}
      standards:
        - {id: plenty, name: {zh: 充足, en: Plenty}, summary: {zh: 充足, en: Plenty}, of: Thing, all: [{id: amount, name: {zh: 数量, en: Amount}, say: {zh: 足够, en: Enough}, if: amount >= enough}]}
      calendar:
        - {id: monthly, name: {zh: 月报, en: Monthly}, summary: {zh: 月报, en: Monthly}, form: REPORT, every: MONTH, first: 2026-04, last: 2026-04, due: {dayOfNextMonth: days}, by: [kjj], records: {of: Thing, unit: code, sent: done}}
      clocks:
        - {id: limit, name: {zh: 时限, en: Limit}, summary: {zh: 时限, en: Limit}, of: Thing, start: begun, steps: [{id: days, name: {zh: 日, en: Days}, within: days, done: done}]}
      """;

  private static final String CASES =
      """
      cases:
        - {name: 界限上下, rule: plenty, given: {Thing: {恰好: {amount: %1$d}, 略少: {amount: %2$d}, 略多: {amount: %3$d}}}, expect: {恰好: ELIGIBLE, 略少: INELIGIBLE, 略多: ELIGIBLE}}
        - {name: 未报, rule: monthly, asOf: 2026-06-30, expect: MISSING}
        - name: 末日前后
          rule: limit
          given: {Thing: {早: {begun: 2026-04-01, done: 2026-04-%2$02d}, 末日: {begun: 2026-04-01, done: 2026-04-%3$02d}, 次日: {begun: 2026-04-01, done: 2026-04-%4$02d}}}
          expect: {早: ON_TIME, 末日: ON_TIME, 次日: LATE}
      """;

  @TempDir Path data;
  private final MovingClock clock = new MovingClock("2026-03-01");
  private Running running;

  @BeforeEach
  void two_versions_of_the_bundle_above() throws Exception {
    running = Running.in(data, settings -> settings.withClock(clock));
    done(running.deploy(Things.version("1.0.0", FIELDS)));
    running.data(
        "mutation { thingCreate(input: {code: \"A\", amount: 7, begun: \"2026-04-01\"})"
            + " { userErrors { code } } }");
    done(running.deploy(above("0.1.0", 5)));
    done(running.deploy(JarMaker.jar("region-below", "0.1.0").text(path("bundle.yaml"), below())));
    clock.to("2026-06-01");
    done(running.deploy(above("0.2.0", 9)));
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void a_series_was_due_as_the_version_in_force_then_had_it() {
    String question =
        "{ policyBundle(region: \"990000\") { oneSeries(id: \"monthly\")"
            + " { standing(asOf: \"%s\") { units { due status } } } } }";
    String at = "/policyBundle/oneSeries/standing/units/0";
    assertEquals(
        "{\"due\":\"2026-05-05\",\"status\":\"MISSING\"}",
        running.data(question.formatted("2026-05-31")).at(at).toString());
    assertEquals(
        "{\"due\":\"2026-05-09\",\"status\":\"MISSING\"}",
        running.data(question.formatted("2026-06-01")).at(at).toString());
  }

  @Test
  void a_clock_ran_as_the_version_in_force_then_had_it() {
    String question =
        "{ policyBundle(region: \"990000\") { clocks"
            + " { standings(asOf: \"%s\") { steps { due } } } } }";
    String at = "/policyBundle/clocks/0/standings/0/steps/0/due";
    assertEquals("2026-04-06", running.data(question.formatted("2026-05-31")).at(at).asText());
    assertEquals("2026-04-10", running.data(question.formatted("2026-06-01")).at(at).asText());
  }

  @Test
  void a_bundle_inherits_what_was_in_force_above_it() {
    assertEquals("ELIGIBLE", inherited("2026-05-31"));
    assertEquals("INELIGIBLE", inherited("2026-06-01"));
  }

  private String inherited(String day) {
    return running
        .data(
            "{ region(code: \"990100\") { verdicts(rule: \"plenty\", asOf: \"%s\") { nodes { verdict } } } }"
                .formatted(day))
        .at("/region/verdicts/nodes/0/verdict")
        .asText();
  }

  @Test
  void a_candidate_inherits_what_was_in_force_above_it() throws Exception {
    assertEquals(1, eligible("2026-05-31"));
    assertEquals(0, eligible("2026-06-01"));
  }

  private int eligible(String day) throws Exception {
    String text = new ObjectMapper().writeValueAsString(below());
    JsonNode total =
        running
            .data(
                "{ policySimulate(region: \"990100\", rule: \"plenty\", asOf: \"%s\", files: [{path: \"bundle.yaml\", text: %s}]) { total { reformEligible } } }"
                    .formatted(day, text))
            .at("/policySimulate/total");
    return total.path("reformEligible").asInt();
  }

  private static JarMaker above(String version, int figure) {
    return JarMaker.jar("region-above", version)
        .text(path("bundle.yaml"), ThingsMeasures.bundle(""))
        .text(path("owed.yaml"), OWED.formatted(figure))
        .text(path("owed.cases.yaml"), CASES.formatted(figure, figure - 1, figure + 1, figure + 2));
  }

  private static String below() {
    return ThingsMeasures.bundle("inherits: things-2026")
        .replace("bundle: things-2026", "bundle: below-2026")
        .replace("990000", "990100");
  }

  private static String path(String file) {
    return "META-INF/wuyou/policy/" + file;
  }

  private static void done(DeployReport report) {
    assertEquals(DeployReport.Outcome.DONE, report.outcome(), report.toString());
  }
}
