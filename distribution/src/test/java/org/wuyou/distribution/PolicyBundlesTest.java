package org.wuyou.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.runtime.plugin.Terms;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.Rows;
import org.wuyou.testkit.RunningProduct;
import org.wuyou.testkit.SampleCodes;

@DisplayName("Policy bundles of several regions in one running product")
class PolicyBundlesTest {
  private static final String COUNTY = "140521";
  private static RunningProduct product;
  private static GraphqlClient client;

  @BeforeAll
  static void start() throws Exception {
    product =
        RunningProduct.start(
            Clock.systemUTC(),
            Stream.of(
                    "wuyou-plugin-registry",
                    "wuyou-region-jincheng",
                    "wuyou-region-panjin",
                    "wuyou-region-jiangxi")
                .map(PluginJars::ofImage)
                .toList());
    client = product.client();
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  @Tag("BND-02")
  void A_removed_region_is_gone_and_the_register_and_the_others_still_answer() {
    String uscc = enterprise("140581", 1);
    assertEquals("140500", region("140500").path("code").asText());

    product.product().plugins().remove("region-jincheng", false, Terms.commit("test"));

    assertTrue(region("140500").isNull());
    assertEquals("211100", region("211100").path("code").asText());
    assertEquals(
        uscc,
        client
            .query("query($u: Uscc!) { enterprise(uscc: $u) { uscc } }", Map.of("u", uscc))
            .at("/enterprise/uscc")
            .asText());

    product.deploy(PluginJars.ofImage("wuyou-region-jincheng"));
    assertEquals("140500", region("140500").path("code").asText());
  }

  @Test
  @Tag("BND-03")
  void The_same_certificate_counts_on_one_day_and_no_longer_on_another() {
    String uscc = enterprise("211103", 2);
    Rows.of("Title")
        .row(
            "enterprise", Map.of("uscc", uscc),
            "kind", "HNTE",
            "level", "NATIONAL",
            "issuedOn", "2016-10-01")
        .save(client);
    Map<String, String> inForce = Map.of("A-09", "VALID");

    assertEquals(
        "1", board("211100", "211100", "2017-12-31", "PJ-N02", inForce).path("value").asText());
    assertEquals(
        "0", board("211100", "211100", "2019-12-31", "PJ-N02", inForce).path("value").asText());
  }

  @Test
  @Tag("BND-04")
  void Another_reading_changes_the_answer_of_the_same_bundle() {
    String uscc = enterprise(COUNTY, 3);
    reported(uscc, 2020, "30000000", null);
    reported(uscc, 2021, "30000000", "500000");
    String other = enterprise(COUNTY, 5);
    reported(other, 2020, "30000000", "100000");
    reported(other, 2021, "30000000", null);

    assertEquals(
        "NO_BASE",
        board("140500", COUNTY, "2021-12-31", "JC-N03", Map.of("A-05", "BOTH_YEARS"))
            .path("status")
            .asText());
    assertEquals(
        "MET",
        board("140500", COUNTY, "2021-12-31", "JC-N03", Map.of("A-05", "ALL_REPORTED"))
            .path("status")
            .asText());
  }

  @Test
  @Tag("BND-05")
  void What_the_document_does_not_give_is_said_to_be_missing() {
    assertEquals(
        "NO_TARGET_FOR_YEAR",
        client
            .query(
                "{ region(code: \"360000\") { targetBoard(year: 2021, targets: [\"JX-N01\"]) {"
                    + " status } } }")
            .at("/region/targetBoard/0/status")
            .asText());
    JsonNode open = board("360000", "360000", "2022-12-31", "JX-N02", Map.of());
    assertTrue(
        List.of("NO_THRESHOLD", "NO_DATA").contains(open.path("status").asText()), open.toString());
    assertTrue(open.path("threshold").isNull());
  }

  @Test
  @Tag("BND-06")
  void A_figure_that_only_rounds_to_the_threshold_does_not_reach_it() {
    String uscc = enterprise("140581", 4);
    reported(uscc, 2020, "500000000", "250000000");
    reported(uscc, 2021, "500000000", "299990000");

    JsonNode tier =
        client
            .query(
                "query($u: Uscc!) { enterprise(uscc: $u) { targets(region: \"140500\", year: 2021)"
                    + " { target { id } status value shown } } }",
                Map.of("u", uscc))
            .at("/enterprise/targets");
    JsonNode large =
        Stream.iterate(0, i -> i + 1)
            .limit(tier.size())
            .map(tier::get)
            .filter(outcome -> outcome.at("/target/id").asText().equals("JC-N04"))
            .findFirst()
            .orElseThrow();
    assertEquals("20.00 %", large.path("shown").asText());
    assertEquals("19.996", large.path("value").asText());
    assertEquals("NOT_MET", large.path("status").asText());
  }

  private static String enterprise(String division, int number) {
    String uscc = SampleCodes.uscc(division, number);
    Rows.of("Enterprise")
        .row(
            "uscc",
            uscc,
            "name",
            "虚构企业" + number,
            "divisionCode",
            division,
            "industryCode",
            "25",
            "legalPerson",
            true)
        .save(client);
    return uscc;
  }

  private static void reported(String uscc, int year, String revenue, String spent) {
    Rows.of("YearlyReturn")
        .row(
            "enterprise", Map.of("uscc", uscc),
            "year", year,
            "revenue", revenue,
            "rdExpenditure", spent)
        .save(client);
  }

  private static JsonNode region(String code) {
    return client
        .query("query($c: DivisionCode!) { region(code: $c) { code } }", Map.of("c", code))
        .path("region");
  }

  private static JsonNode board(
      String region, String scope, String asOf, String target, Map<String, String> readings) {
    return client
        .query(
            """
            query($region: DivisionCode!, $scope: DivisionCode, $asOf: Date, $targets: [String!],
                $readings: [ReadingChoice!]) {
              region(code: $region) {
                targetBoard(scope: $scope, asOf: $asOf, targets: $targets, readings: $readings) {
                  status value threshold } } }
            """,
            Map.of(
                "region", region,
                "scope", scope,
                "asOf", asOf,
                "targets", List.of(target),
                "readings",
                    readings.entrySet().stream()
                        .map(e -> Map.of("reading", e.getKey(), "choice", e.getValue()))
                        .toList()))
        .at("/region/targetBoard/0");
  }
}
