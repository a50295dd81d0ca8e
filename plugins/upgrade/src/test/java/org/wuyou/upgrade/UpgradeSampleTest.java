package org.wuyou.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.WuyouServer;

@WuyouServer(
    plugins = {"plugins/registry", "plugins/upgrade"},
    sample = true)
@DisplayName("Upgrade over its sample")
class UpgradeSampleTest {
  @Test
  @Tag("UPG-01")
  void counts_smart_factories_workshops_and_suppliers_and_keeps_the_rates(GraphqlClient client) {
    var answers =
        client.query(
            """
            { byKind: upgradeRecognitionsAggregate(where: {kind: {in: [SMART_FACTORY, DIGITAL_WORKSHOP, SMART_SOLUTION_SUPPLIER]}},
                  groupBy: [{kind: VALUE}]) { keys count }
              rate: upgradeFigure(division: {code: "360000"}, year: 2022, indicator: NUMERICAL_CONTROL_RATE) { value measure source } }
            """);
    assertEquals(3, answers.at("/byKind").size());
    assertEquals("55", answers.at("/rate/value").asText());
    assertTrue(answers.at("/rate/source").asText().contains("虚构"));
  }

  @Test
  @Tag("UPG-02")
  void counts_green_items_new_since_a_date(GraphqlClient client) {
    var answers =
        client.query(
            """
            { parks: upgradeRecognitions(where: {kind: {eq: GREEN_PARK}, recognisedOn: {ge: "2020-01-01", le: "2022-12-31"}}) { totalCount }
              factories: upgradeRecognitions(where: {kind: {eq: GREEN_FACTORY}, level: {eq: PROVINCIAL},
                  division: {code: {eq: "360000"}}, recognisedOn: {ge: "2020-01-01", le: "2022-12-31"}}) { totalCount }
              investment: upgradeProjectsAggregate(where: {kind: {eq: GREEN}}) { count sum { investment(unit: WAN_YUAN) } } }
            """);
    assertEquals(8, total(answers, "parks"), "those of 2019 are not new");
    assertEquals(29, total(answers, "factories"));
    assertEquals("6700", answers.at("/investment/0/sum/investment").asText());
  }

  @Test
  @Tag("UPG-03")
  void counts_service_manufacturing_by_mode(GraphqlClient client) {
    var byMode =
        client
            .query(
                """
                { upgradeRecognitionsAggregate(where: {mode: {isNull: false}}, groupBy: [{mode: VALUE}]) { keys count } }
                """)
            .at("/upgradeRecognitionsAggregate");
    assertEquals(3, byMode.size());
  }

  @Test
  @Tag("UPG-04")
  void counts_integration_parks_and_enterprises_on_the_cloud(GraphqlClient client) {
    var answers =
        client.query(
            """
            { parks: upgradeRecognitions(where: {kind: {eq: INTEGRATION_PARK}}) { totalCount }
              cloud: enterprises(where: {upgradeRecognitions: {some: {kind: {eq: CLOUD_ENTERPRISE}}}}) { totalCount }
              rank: upgradeFigure(division: {code: "360000"}, year: 2022, indicator: INTEGRATION_INDEX_GROWTH_RANK) { value } }
            """);
    assertEquals(4, total(answers, "parks"));
    assertTrue(total(answers, "cloud") > 20);
    assertEquals("7", answers.at("/rank/value").asText());
  }

  @Test
  @Tag("UPG-05")
  void counts_quality_benchmarks_laboratories_and_brands(GraphqlClient client) {
    var figures =
        client.query(
            """
            { benchmarks: upgradeRecognitions(where: {kind: {eq: QUALITY_BENCHMARK}, level: {eq: NATIONAL},
                  division: {code: {within: "360000"}}, recognisedOn: {le: "2022-12-31"}}) { totalCount }
              before: upgradeRecognitions(where: {kind: {eq: QUALITY_BENCHMARK}, level: {eq: NATIONAL},
                  division: {code: {within: "360000"}}, recognisedOn: {le: "2021-12-31"}}) { totalCount }
              laboratories: upgradeRecognitions(where: {kind: {eq: QUALITY_LABORATORY},
                  division: {code: {within: "360000"}}, recognisedOn: {le: "2022-12-31"}}) { totalCount } }
            """);
    assertEquals(
        6,
        total(figures, "benchmarks"),
        "five are asked for, and those of Linyi are not of Jiangxi");
    assertEquals(4, total(figures, "before"));
    assertEquals(2, total(figures, "laboratories"), "two are asked for");
    var byKind =
        client
            .query(
                """
                { upgradeRecognitionsAggregate(where: {division: {code: {eq: "360000"}}, kind: {in: [QUALITY_BENCHMARK,
                      QUALITY_LABORATORY, PRODUCT_BRAND, ENTERPRISE_BRAND, REGIONAL_BRAND]}},
                    groupBy: [{kind: VALUE}, {level: VALUE}]) { keys count } }
                """)
            .at("/upgradeRecognitionsAggregate");
    assertEquals(5, byKind.size());
  }

  @Test
  @Tag("UPG-06")
  void shows_base_projects_by_kind_of_base_and_first_sets_achieved(GraphqlClient client) {
    var answers =
        client.query(
            """
            { upgradeProjectsAggregate(where: {kind: {eq: INDUSTRIAL_BASE}}, groupBy: [{base: VALUE}]) { keys count }
              firstSets: upgradeRecognitions(where: {kind: {eq: MAJOR_EQUIPMENT_FIRST_SET}}) { totalCount } }
            """);
    assertEquals(4, answers.at("/upgradeProjectsAggregate").size());
    assertEquals(14, total(answers, "firstSets"));
  }

  @Test
  @Tag("UPG-07")
  void lists_capacity_that_is_overdue(GraphqlClient client) {
    var overdue =
        client
            .query(
                """
                { phaseOutItems(where: {doneOn: {isNull: true}, dueOn: {lt: "2024-01-01"}}) { nodes { industry means dueOn } } }
                """)
            .at("/phaseOutItems/nodes");
    assertEquals(2, overdue.size());
  }

  @Test
  @Tag("UPG-08")
  void leads_from_a_grade_to_the_price_adjustments_that_were_set(GraphqlClient client) {
    var answers =
        client.query(
            """
            { graded: perMuEvaluations(where: {year: {eq: 2022}, grade: {eq: D}}) { totalCount }
              set: priceAdjustments(where: {grade: {eq: D}}) { nodes { utility surcharge measure } }
              gas: priceAdjustments(where: {utility: {eq: GAS}}) { totalCount } }
            """);
    assertTrue(total(answers, "graded") > 0);
    assertEquals(2, answers.at("/set/nodes").size());
    assertEquals(0, total(answers, "gas"), "no figure was set, and none is made up");
  }

  private static int total(JsonNode data, String alias) {
    return data.path(alias).path("totalCount").asInt();
  }
}
