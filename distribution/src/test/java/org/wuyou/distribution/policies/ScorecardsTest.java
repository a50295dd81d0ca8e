package org.wuyou.distribution.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.Rows;
import org.wuyou.testkit.SampleCodes;
import org.wuyou.testkit.WuyouServer;

/** Few enterprises, so that every figure and rank can be worked out by hand. */
@WuyouServer(
    plugins = {
      "plugins/registry",
      "plugins/platforms",
      "plugins/supervision",
      "plugins/region-jincheng",
      "plugins/region-shanxi",
      "plugins/region-panjin"
    })
@DisplayName("Scorecards")
@Tag("SUP-08")
class ScorecardsTest {
  private int count;

  /** Revenue is 1000万元 everywhere. */
  @BeforeAll
  static void register(GraphqlClient client) {
    ScorecardsTest here = new ScorecardsTest();
    here.enterprise(client, "140502", true, Map.of(2020, "100万元", 2021, "120万元"));
    here.enterprise(client, "140502", false, Map.of(2020, "100万元", 2021, "100万元"));
    here.enterprise(client, "140581", false, Map.of(2020, "50万元", 2021, "75万元"));
    here.enterprise(client, "140105", false, Map.of(2020, "30万元"));
    here.enterprise(client, "211102", true, Map.of(2019, "20万元"));
    here.enterprise(client, "211103", false, Map.of(2019, "40万元"));
    Rows.of("Alliance")
        .row(
            "code",
            "L1",
            "name",
            "盟",
            "kind",
            "INDUSTRY",
            "divisionCode",
            "140100",
            "foundedOn",
            "2020-01-01")
        .save(client);
  }

  private void enterprise(
      GraphqlClient client, String county, boolean institution, Map<Integer, String> spending) {
    String uscc = SampleCodes.uscc(county, ++count);
    Map<String, String> enterprise = Map.of("uscc", uscc);
    Rows.of("Enterprise")
        .row(
            "uscc",
            uscc,
            "name",
            "企业" + count,
            "divisionCode",
            county,
            "industryCode",
            "2511",
            "techEnterprise",
            true)
        .save(client);
    if (institution) {
      Rows.of("RdInstitution")
          .row("code", "I" + count, "enterprise", enterprise, "name", "研究院")
          .save(client);
    }
    spending.forEach(
        (year, amount) -> {
          Rows.of("AboveScaleMembership")
              .row("enterprise", enterprise, "year", year, "listed", true)
              .save(client);
          Rows.of("YearlyReturn")
              .row(
                  "enterprise",
                  enterprise,
                  "year",
                  year,
                  "revenue",
                  "1000万元",
                  "rdExpenditure",
                  amount)
              .save(client);
        });
  }

  private static JsonNode scorecard(GraphqlClient client, String region, int year, String rule) {
    JsonNode all =
        client
            .query(
                """
                query($region: DivisionCode!, $asOf: Date!, $year: Int!) { region(code: $region) {
                  scorecards(asOf: $asOf, year: $year) {
                    rule { id clause article }
                    rows { division composite cells { ...Cell } }
                    total { ...Cell target { id } } } } }
                fragment Cell on ScorecardCell { indicator { id } shown rank met weight }
                """,
                Map.of("region", region, "asOf", year + "-12-31", "year", year))
            .at("/region/scorecards");
    return StreamSupport.stream(all.spliterator(), false)
        .filter(card -> card.at("/rule/id").asText().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode row(JsonNode scorecard, String division) {
    return StreamSupport.stream(scorecard.path("rows").spliterator(), false)
        .filter(row -> row.path("division").asText().equals(division))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> of(JsonNode row, String field) {
    return StreamSupport.stream(row.path("cells").spliterator(), false)
        .map(cell -> cell.path(field).asText())
        .toList();
  }

  @Test
  @Tag("JC-13")
  void Counties_of_Jincheng_stand_on_two_items_without_a_composite(GraphqlClient client) {
    JsonNode card = scorecard(client, "140500", 2021, "countyScorecard");
    assertEquals("JC-13", card.at("/rule/clause").asText());
    JsonNode city = row(card, "140502");
    assertEquals(List.of("50.00 %", "10.00 %"), of(city, "shown"), "1 of 2; 220 over 200");
    assertEquals(List.of("1", "2"), of(city, "rank"));
    assertEquals(List.of("true", "false"), of(city, "met"), "against 19 % and 20 %");
    JsonNode county = row(card, "140581");
    assertEquals(List.of("0.00 %", "50.00 %"), of(county, "shown"));
    assertEquals(List.of("2", "1"), of(county, "rank"));
    assertEquals("33.33 %", card.at("/total/0/shown").asText(), "1 of 3");
    assertEquals("18.00 %", card.at("/total/1/shown").asText(), "295 over 250");
    assertEquals("JC-N02", card.at("/total/0/target/id").asText());
    assertTrue(city.path("composite").isNull(), "the document sets no weights");
    assertTrue(card.at("/total/0/weight").isNull());
  }

  @Test
  @Tag("SX-5.1.1")
  void Cities_of_Shanxi_stand_on_four_items(GraphqlClient client) {
    JsonNode card = scorecard(client, "140000", 2020, "cityScorecard");
    JsonNode taiyuan = row(card, "140100");
    assertEquals(List.of("1", "0.00 %", "100.00 %", "3.00 %"), figures(taiyuan));
    assertEquals(List.of("1", "2", "1", "2"), of(taiyuan, "rank"));
    JsonNode jincheng = row(card, "140500");
    assertEquals(List.of("0", "33.33 %", "100.00 %", "8.33 %"), figures(jincheng), "250 over 3000");
    assertEquals("1", of(jincheng, "rank").get(3));
  }

  /** As shown, a count without its unit. */
  private static List<String> figures(JsonNode row) {
    return of(row, "shown").stream().map(shown -> shown.replace(" 个", "")).toList();
  }

  @Test
  @Tag("PJ-S3a")
  void Counties_of_Panjin_stand_on_institutions_and_on_the_level_of_spending(GraphqlClient client) {
    JsonNode card = scorecard(client, "211100", 2019, "countyScorecard");
    assertEquals(List.of("100.00 %", "2.00 %"), of(row(card, "211102"), "shown"));
    assertEquals(List.of("1", "2"), of(row(card, "211102"), "rank"));
    assertEquals(List.of("0.00 %", "4.00 %"), of(row(card, "211103"), "shown"));
    assertEquals(List.of("2", "1"), of(row(card, "211103"), "rank"));
  }

  @Test
  @Tag("JX-S4")
  void A_state_enterprise_has_a_sheet_with_its_rd_counted_as_profit(GraphqlClient client) {
    String uscc = SampleCodes.uscc("360102", 99);
    Rows.of("Enterprise")
        .row(
            "uscc",
            uscc,
            "name",
            "省属",
            "divisionCode",
            "360102",
            "industryCode",
            "2511",
            "ownership",
            "PROVINCIAL_STATE")
        .save(client);
    Rows.of("YearlyReturn")
        .row(
            "enterprise",
            Map.of("uscc", uscc),
            "year",
            2021,
            "revenue",
            "1000万元",
            "rdExpenditure",
            "30万元",
            "profit",
            "100万元",
            "rdPersonnel",
            12)
        .save(client);
    JsonNode sheet =
        client
            .query(
                "query($uscc: Uscc!) { enterprise(uscc: $uscc) { soeView(year: 2021) { profit(unit:"
                    + " WAN_YUAN) deemedProfit(unit: WAN_YUAN) rdIntensity { percent } rdPersonnel"
                    + " } } }",
                Map.of("uscc", uscc))
            .at("/enterprise/soeView");
    assertEquals("100", sheet.path("profit").asText());
    assertEquals("130", sheet.path("deemedProfit").asText());
    assertEquals("3", sheet.at("/rdIntensity/percent").asText());
    assertEquals(12, sheet.path("rdPersonnel").asInt());
  }
}
