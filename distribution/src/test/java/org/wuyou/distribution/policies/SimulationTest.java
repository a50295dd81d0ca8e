package org.wuyou.distribution.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.GraphqlReply;
import org.wuyou.testkit.Rows;
import org.wuyou.testkit.SampleCodes;
import org.wuyou.testkit.WuyouServer;

@WuyouServer(plugins = {"plugins/registry", "plugins/region-jincheng"})
@DisplayName("What a reform would do to a register")
class SimulationTest {
  private static final String GROWTH =
      "{ policySimulate(region: \"140500\", rule: \"JC-N04\", year: 2021, parameters: [{parameter:"
          + " \"largeGrowth\", value: \"10\"}]) { %s } }";

  /** Large enterprises that grew by 5, 10 and 20 %, and one that has not reported. */
  @BeforeAll
  static void register(GraphqlClient client) {
    Rows enterprises = Rows.of("Enterprise");
    Rows listed = Rows.of("AboveScaleMembership");
    Rows returns = Rows.of("YearlyReturn");
    int[] spending = {1050, 1100, 1200};
    for (int i = 0; i < 4; i++) {
      String uscc = SampleCodes.uscc(i == 0 ? "140581" : "140502", i + 1);
      Map<String, String> enterprise = Map.of("uscc", uscc);
      enterprises.row(
          "uscc",
          uscc,
          "name",
          "企业" + i,
          "divisionCode",
          i == 0 ? "140581" : "140502",
          "industryCode",
          "2511");
      listed.row("enterprise", enterprise, "year", 2021, "listed", true);
      returns.row(
          "enterprise",
          enterprise,
          "year",
          2020,
          "revenue",
          "500000000",
          "rdExpenditure",
          "10000000");
      if (i < spending.length) {
        returns.row(
            "enterprise",
            enterprise,
            "year",
            2021,
            "revenue",
            "500000000",
            "rdExpenditure",
            spending[i] + "0000");
      }
    }
    enterprises.save(client);
    listed.save(client);
    returns.save(client);
  }

  private static JsonNode growth(GraphqlClient client, String fields) {
    return client.query(GROWTH.formatted(fields)).path("policySimulate");
  }

  @Test
  void counts_winners_and_losers_and_coverage(GraphqlClient client) {
    JsonNode total =
        growth(
                client,
                "total { subjects presentEligible reformEligible winners losers"
                    + " reformUndetermined presentCoverage reformCoverage reformCost }")
            .path("total");
    assertEquals(4, total.path("subjects").asInt());
    assertEquals(1, total.path("presentEligible").asInt());
    assertEquals(2, total.path("reformEligible").asInt());
    assertEquals(1, total.path("winners").asInt());
    assertEquals(0, total.path("losers").asInt());
    assertEquals(1, total.path("reformUndetermined").asInt());
    assertEquals("25", total.path("presentCoverage").asText());
    assertEquals("50", total.path("reformCoverage").asText());
    assertTrue(total.path("reformCost").isNull(), "a target pays nothing");
  }

  @Test
  void tells_them_by_county_and_tier_and_by_name(GraphqlClient client) {
    JsonNode groups =
        growth(
            client,
            "counties: by(grouping: DIVISION) { key tally { winners subjects } }"
                + " tiers: by(grouping: TIER) { key tally { subjects } }"
                + " subjects(change: WINNER, first: 10) { totalCount nodes { subject { name }"
                + " present reform } }");
    assertEquals(List.of("140502", "140581"), groups.path("counties").findValuesAsText("key"));
    assertEquals(List.of("1", "0"), groups.path("counties").findValuesAsText("winners"));
    assertEquals(List.of("large"), groups.path("tiers").findValuesAsText("key"));
    assertEquals(1, groups.at("/subjects/totalCount").asInt());
    assertEquals("企业1", groups.at("/subjects/nodes/0/subject/name").asText());
    assertEquals("INELIGIBLE", groups.at("/subjects/nodes/0/present").asText());
    assertEquals("ELIGIBLE", groups.at("/subjects/nodes/0/reform").asText());
  }

  @Test
  void sees_a_change_of_the_register_at_once(GraphqlClient client) {
    String standard =
        "{ policySimulate(region: \"140500\", rule: \"fiveHaves\", year: 2021) { total {"
            + " presentEligible presentUndetermined } interpreted { rows } } }";
    JsonNode before = client.query(standard).path("policySimulate");
    assertEquals(0, before.at("/total/presentEligible").asInt());
    assertEquals(0, before.path("interpreted").size(), "all clauses have columns");
    Map<String, String> enterprise = Map.of("uscc", SampleCodes.uscc("140502", 3));
    Rows.of("RdInstitution")
        .row("code", "I1", "enterprise", enterprise, "name", "研究院")
        .save(client);
    Rows.of("RdAccount")
        .row("enterprise", enterprise, "year", 2021, "compliant", true)
        .save(client);
    Rows.of("RdProject")
        .row("enterprise", enterprise, "code", "P1", "name", "项目", "startedOn", "2021-01-01")
        .save(client);
    Rows.of("YearlyReturn")
        .row("enterprise", enterprise, "year", 2021, "rdPersonnel", 12)
        .save(client);
    assertEquals(1, client.query(standard).at("/policySimulate/total/presentEligible").asInt());
  }

  @Test
  void follows_one_parameter_over_a_range(GraphqlClient client) {
    JsonNode points =
        client
            .query(
                "{ policySensitivity(region: \"140500\", rule: \"JC-N04\", year: 2021, parameter:"
                    + " \"largeGrowth\", from: \"5\", to: \"20\", points: 4) { value tally {"
                    + " reformEligible } } }")
            .path("policySensitivity");
    assertEquals(List.of("5", "10", "15", "20"), points.findValuesAsText("value"));
    assertEquals(List.of("3", "2", "1", "1"), points.findValuesAsText("reformEligible"));
  }

  @Test
  void says_which_rules_can_be_asked(GraphqlClient client) {
    GraphqlReply unknown =
        client.ask("{ policySimulate(region: \"140500\", rule: \"JC-N99\") { rule } }", Map.of());
    assertTrue(unknown.pretty().contains("UNKNOWN_RULE"), unknown.pretty());
    GraphqlReply range =
        client.ask(
            "{ policySensitivity(region: \"140500\", rule: \"JC-N04\", parameter: \"largeGrowth\","
                + " from: \"1\", to: \"2\", points: 1) { value } }",
            Map.of());
    assertTrue(range.pretty().contains("POINTS_OUT_OF_RANGE"), range.pretty());
  }
}
