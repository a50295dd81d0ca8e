package org.wuyou.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A bundle whose new version asks less of middle-sized enterprises: who gains is told before. */
@DisplayName("An update of a bundle that changes a figure")
@ExtendWith(WithDemo.class)
class PolicyShiftTest {
  private static final String JINCHENG = "wuyou-region-jincheng";
  private static final String TIERS = "META-INF/wuyou/policy/targets/tiers.yaml";
  private static final String CASES = "META-INF/wuyou/policy/targets/tiers.cases.yaml";

  @TempDir Path folder;

  @Test
  void tells_who_gains_in_the_report_of_the_command_line_and_of_the_api(DemoServer demo)
      throws Exception {
    Path update = milder("0.1.7");
    WuyouProcess.Ended told =
        demo.wuyou("plugin", "update", update.toString(), "--dry-run", "--lang", "en");
    assertEquals(0, told.exit(), told.all());
    assertTrue(told.out().contains("JC-N05 "), told.out());
    assertTrue(
        told.out().matches("(?s).*JC-N05 .*eligible \\d+ to \\d+, [1-9]\\d* gain, 0 lose.*"),
        told.out());

    JsonNode present = simulated(demo, "");
    JsonNode reform =
        simulated(demo, ", parameters: [{parameter: \"middleGrowth\", value: \"5\"}]");
    WuyouProcess.Ended updated =
        demo.wuyou("plugin", "update", update.toString(), "--yes", "--json");
    assertEquals(0, updated.exit(), updated.all());
    JsonNode shift = shift(json(updated.out()));
    assertEquals("140500", shift.path("region").asText());
    assertEquals(present.path("presentEligible"), shift.path("presentEligible"));
    assertEquals(reform.path("reformEligible"), shift.path("reformEligible"));
    assertEquals(reform.path("winners"), shift.path("winners"));
    assertEquals(0, shift.path("losers").asInt());
    WuyouProcess.Ended back = demo.wuyou("plugin", "rollback", "region-jincheng", "--yes");
    assertEquals(0, back.exit(), back.all());
  }

  @Test
  void tells_who_gains_in_the_console_before_anything_changes(DemoServer demo) throws Exception {
    try (Chromium chromium = new Chromium()) {
      Page page = chromium.open(demo, "#/plugins", demo.token());
      page.locator("#file").setInputFiles(milder("0.1.8"));
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      // The rehearsal judges every enterprise by every rule, under both versions.
      assertThat(dialog)
          .containsText("对各户的影响", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
      Locator rule =
          dialog
              .getByRole(AriaRole.LISTITEM)
              .filter(new Locator.FilterOptions().setHasText("JC-N05"));
      assertThat(rule).containsText("得益");
      assertThat(rule).containsText("受损 0 户");
      Chromium.shot(page, "policy-shift-zh");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("取消")).click();
      assertThat(page.locator("tr[data-plugin='region-jincheng']")).containsText("0.1.0");
      assertEquals(0, chromium.faults().size(), chromium.faults().toString());
    }
  }

  /** The bundle with 5 % growth wanted of the middle tier instead of 25 %, its cases to match. */
  private Path milder(String version) throws IOException {
    String tiers =
        PluginJars.text(JINCHENG, TIERS)
            .replace(
                "clause: JC-T5, unit: \"%\", values: {2021-01-01: 25}",
                "clause: JC-T5, unit: \"%\", values: {2021-01-01: 5}");
    String cases =
        PluginJars.text(JINCHENG, CASES)
            .replace("{status: middle, shown: 25.00 %}", "{status: middle, shown: 5.00 %}")
            .replace("2021: {rdExpenditure: 500万元}", "2021: {rdExpenditure: 420万元}")
            .replace("2021: {rdExpenditure: 499万元}", "2021: {rdExpenditure: 419万元}")
            .replace("2021: {rdExpenditure: 501万元}", "2021: {rdExpenditure: 421万元}")
            .replace("shown: 24.75 %", "shown: 4.75 %");
    return PluginJars.withVersion(JINCHENG, version, folder, Map.of(TIERS, tiers, CASES, cases));
  }

  private static JsonNode shift(JsonNode report) {
    return StreamSupport.stream(report.at("/impact/policyShifts").spliterator(), false)
        .filter(one -> one.path("rule").asText().equals("JC-N05"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no shift of JC-N05 in " + report));
  }

  /** What the same change gives as a what-if. */
  private static JsonNode simulated(DemoServer demo, String change) throws Exception {
    WuyouProcess.Ended asked =
        demo.wuyou(
            "query",
            "-e",
            "{ policySimulate(region: \"140500\", rule: \"JC-N05\""
                + change
                + ") { total { presentEligible reformEligible winners } } }");
    return json(asked.out()).at("/data/policySimulate/total");
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }
}
