package org.wuyou.runtime.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.runtime.MovingClock;
import org.wuyou.runtime.Running;
import org.wuyou.runtime.Things;
import org.wuyou.runtime.plugin.DeployReport;
import org.wuyou.runtime.plugin.JarMaker;
import org.wuyou.runtime.plugin.Terms;

@DisplayName("Old versions of a bundle answer for their time")
class BundleHistoryTest {
  private static final String MODULE = "region-things";
  private static final String STANDARD =
      """
      article: 第一条
      clause: TH-1
      departments: [kjj]
      parameters:
        enough: {name: {zh: 足够, en: Enough}, unit: 个, values: {2026-01-01: ENOUGH}}
      standards:
        - id: plenty
          name: {zh: 充足, en: Plenty}
          summary: {zh: 数量足够, en: Enough of it}
          of: Thing
          all:
            - {id: amount, name: {zh: 数量, en: Amount}, say: {zh: 数量足够, en: Enough}, if: FACT >= enough}
      """;
  private static final String CASES =
      """
      rule: plenty
      cases:
        - name: 界限上下
          asOf: 2026-12-31
          given: {Thing: {恰好: {FACT: ENOUGH}, 略少: {FACT: LESS}, 略多: {FACT: MORE}}}
          expect: {恰好: ELIGIBLE, 略少: INELIGIBLE, 略多: ELIGIBLE}
      """;

  @TempDir Path data;
  private final MovingClock clock = new MovingClock("2026-03-01");
  private Running running;

  @BeforeEach
  void a_thing_of_seven() throws Exception {
    running = Running.in(data, settings -> settings.withClock(clock));
    done(running.deploy(Things.version("1.0.0", "\"重量 | Weight\" weight: Int")));
    running.data(
        "mutation { thingCreate(input: {code: \"A\", amount: 7, weight: 7}) { userErrors { code } } }");
    done(running.deploy(bundle("0.1.0", 5)));
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Nested
  class When_a_new_version_was_deployed {
    @BeforeEach
    void in_june() {
      clock.to("2026-06-01");
      done(running.deploy(bundle("0.2.0", 9)));
    }

    @Test
    void each_day_is_answered_by_the_version_in_force_on_it() {
      assertEquals(List.of("0.1.0", "ELIGIBLE"), plenty("asOf: \"2026-05-31\""));
      assertEquals(List.of("0.2.0", "INELIGIBLE"), plenty("asOf: \"2026-06-01\""));
      assertEquals(List.of("0.1.0", "ELIGIBLE"), plenty("asOf: \"2026-02-01\""));
      assertEquals(List.of("0.2.0", "INELIGIBLE"), plenty(""));
    }

    @Test
    void a_version_answers_where_it_is_named() {
      assertEquals(
          List.of("0.1.0", "ELIGIBLE"),
          plenty("asOf: \"2026-07-01\"", ", bundleVersion: \"0.1.0\""));
    }

    @Test
    void a_version_that_never_was_is_told_with_those_that_were() {
      JsonNode error = running.ask(question("", ", bundleVersion: \"0.9.0\"")).at("/errors/0");
      assertEquals("UNKNOWN_BUNDLE_VERSION", error.at("/extensions/reason").asText());
      assertTrue(error.path("message").asText().contains("0.2.0, 0.1.0"), error.toString());
    }

    @Test
    void the_bundle_lists_its_versions_and_their_days() {
      assertEquals(
          "[{\"version\":\"0.2.0\",\"from\":\"2026-06-01\",\"state\":\"IN_FORCE\"},"
              + "{\"version\":\"0.1.0\",\"from\":\"2026-03-01\",\"state\":\"SUPERSEDED\"}]",
          editions());
    }

    @Test
    void a_what_if_holds_a_reform_against_the_version_in_force_on_its_day() {
      String question =
          "{ policySimulate(region: \"990000\", rule: \"plenty\", asOf: \"%s\","
              + " parameters: [{parameter: \"enough\", value: \"8\"}])"
              + " { total { presentEligible reformEligible } } }";
      assertEquals(
          "{\"presentEligible\":1,\"reformEligible\":0}",
          running.data(question.formatted("2026-05-31")).at("/policySimulate/total").toString());
      assertEquals(
          "{\"presentEligible\":0,\"reformEligible\":0}",
          running.data(question.formatted("2026-06-01")).at("/policySimulate/total").toString());
    }

    @Test
    void sensitivity_starts_from_the_version_in_force_on_its_day() {
      String question =
          "{ policySensitivity(region: \"990000\", rule: \"plenty\", asOf: \"%s\","
              + " parameter: \"enough\", from: \"5\", to: \"9\", points: 2)"
              + " { tally { presentEligible reformEligible } } }";
      assertEquals(
          "[{\"tally\":{\"presentEligible\":1,\"reformEligible\":1}},"
              + "{\"tally\":{\"presentEligible\":1,\"reformEligible\":0}}]",
          running.data(question.formatted("2026-05-31")).at("/policySensitivity").toString());
      assertEquals(
          "[{\"tally\":{\"presentEligible\":0,\"reformEligible\":1}},"
              + "{\"tally\":{\"presentEligible\":0,\"reformEligible\":0}}]",
          running.data(question.formatted("2026-06-01")).at("/policySensitivity").toString());
    }

    @Test
    void coverage_is_of_the_version_in_force_on_the_day() {
      clock.to("2026-07-01");
      done(
          running.deploy(
              bundle("0.3.0", 9)
                  .text(
                      path("later.yaml"),
                      """
                      article: 第二条
                      departments: [kjj]
                      parameters:
                        later: {name: {zh: 后增, en: Later}, unit: 个, carries: [TH-2], values: {2026-01-01: 3}}
                      """)));
      assertEquals(List.of(), figures("(region: \"990000\", asOf: \"2026-06-30\")"));
      assertEquals(List.of("TH-2"), figures("(region: \"990000\")"));
    }

    private List<String> figures(String arguments) {
      return running
          .data("{ policyCoverage" + arguments + " { figures { figure } } }")
          .at("/policyCoverage/figures")
          .findValuesAsText("figure");
    }

    @Test
    void a_restart_forgets_nothing() throws Exception {
      running.close();
      running = Running.in(data, settings -> settings.withClock(clock));
      assertEquals(List.of("0.1.0", "ELIGIBLE"), plenty("asOf: \"2026-05-31\""));
    }

    @Test
    void going_back_withdraws_it_and_it_answers_only_where_named() {
      clock.to("2026-07-01");
      running.product().plugins().rollback(MODULE, null, Terms.commit("test"));

      assertEquals(List.of("0.1.0", "ELIGIBLE"), plenty("asOf: \"2026-06-15\""));
      assertEquals(
          List.of("0.2.0", "INELIGIBLE"),
          plenty("asOf: \"2026-06-15\"", ", bundleVersion: \"0.2.0\""));
      assertTrue(
          editions()
              .contains("{\"version\":\"0.2.0\",\"from\":\"2026-06-01\",\"state\":\"WITHDRAWN\"}"));
    }

    @Test
    void a_version_whose_jar_is_gone_is_told_and_no_other_answers_for_it() throws Exception {
      Files.delete(data.resolve("plugins/" + MODULE + "-0.1.0.jar"));
      assertEquals("BUNDLE_VERSION_GONE", reason("asOf: \"2026-05-31\""));
      assertEquals(List.of("0.2.0", "INELIGIBLE"), plenty("asOf: \"2026-06-01\""));
    }

    @Test
    void a_version_that_speaks_of_a_fact_no_longer_there_is_told() {
      done(
          running.deploy(
              bundle("0.3.0", 9)
                  .text(path("plenty.yaml"), standard(9, "amount"))
                  .text(path("plenty.cases.yaml"), cases(9, "amount"))));
      done(running.deploy(Things.version("1.1.0"), new Terms("test", false, true)));
      assertEquals("BUNDLE_VERSION_MISFIT", reason("asOf: \"2026-05-31\""));
      assertEquals(List.of("0.3.0", "INELIGIBLE"), plenty("asOf: \"2026-06-01\""));
    }

    @Test
    void every_version_is_kept_however_many_follow() {
      for (int patch = 1; patch <= 5; patch++) {
        done(running.deploy(bundle("0.2." + patch, 9 + patch)));
      }
      assertEquals(List.of("0.1.0", "ELIGIBLE"), plenty("asOf: \"2026-05-31\""));
    }
  }

  @Test
  void a_version_that_declares_its_day_answers_from_that_day() {
    clock.to("2026-06-01");
    done(running.deploy(bundle("0.2.0", 9, "effective: 2026-09-01")));

    assertEquals(List.of("0.1.0", "ELIGIBLE"), plenty(""));
    assertEquals(List.of("0.2.0", "INELIGIBLE"), plenty("asOf: \"2026-09-01\""));
    assertTrue(editions().contains("TO_COME"), editions());
  }

  @Test
  void a_correction_declares_the_day_of_what_it_corrects() {
    clock.to("2026-06-01");
    done(running.deploy(bundle("0.1.1", 9, "effective: 2026-01-01")));

    assertEquals(List.of("0.1.1", "INELIGIBLE"), plenty("asOf: \"2026-05-31\""));
  }

  @Test
  void a_day_that_is_none_is_refused_at_its_place() {
    DeployReport report = running.deploy(bundle("0.2.0", 9, "effective: 2026-13-01"));
    assertEquals("BAD_DATE", report.faults().getFirst().code(), report.toString());
    assertEquals(3, report.faults().getFirst().place().line());
  }

  private static JarMaker bundle(String version, int enough) {
    return bundle(version, enough, "");
  }

  private static JarMaker bundle(String version, int enough, String more) {
    return JarMaker.jar(MODULE, version)
        .text(path("bundle.yaml"), ThingsMeasures.bundle(more))
        .text(path("plenty.yaml"), standard(enough, "weight"))
        .text(path("plenty.cases.yaml"), cases(enough, "weight"));
  }

  private static String path(String file) {
    return "META-INF/wuyou/policy/" + file;
  }

  private static String standard(int enough, String fact) {
    return STANDARD.replace("ENOUGH", "" + enough).replace("FACT", fact);
  }

  private static String cases(int enough, String fact) {
    return CASES
        .replace("ENOUGH", "" + enough)
        .replace("LESS", "" + (enough - 1))
        .replace("MORE", "" + (enough + 1))
        .replace("FACT", fact);
  }

  private static void done(DeployReport report) {
    assertEquals(DeployReport.Outcome.DONE, report.outcome(), report.toString());
  }

  private static String question(String arguments, String version) {
    return "{ region(code: \"990000\"%s) { verdicts(rule: \"plenty\" %s) { rule { bundle { id version } } nodes { verdict } } } }"
        .formatted(version, arguments);
  }

  /** Which version answered, and what it said of the thing. */
  private List<String> plenty(String arguments) {
    return plenty(arguments, "");
  }

  private List<String> plenty(String arguments, String version) {
    JsonNode verdicts = running.data(question(arguments, version)).at("/region/verdicts");
    assertEquals("things-2026", verdicts.at("/rule/bundle/id").asText());
    return List.of(
        verdicts.at("/rule/bundle/version").asText(), verdicts.at("/nodes/0/verdict").asText());
  }

  private String reason(String arguments) {
    return running.ask(question(arguments, "")).at("/errors/0/extensions/reason").asText();
  }

  private String editions() {
    return running
        .data("{ policyBundle(region: \"990000\") { editions { version from state } } }")
        .at("/policyBundle/editions")
        .toString();
  }
}
