package org.wuyou.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.WuyouServer;

@WuyouServer(
    plugins = {"plugins/registry", "plugins/projects"},
    sample = true)
@DisplayName("Projects over their sample")
class ProjectsSampleTest {
  @Test
  @Tag("PRJ-01")
  void knows_which_key_technologies_were_in_force_on_a_date(GraphqlClient client) {
    assertEquals(102, inForce(client, "2020-09-14"));
    assertEquals(105, inForce(client, "2020-09-15"), "six added, three removed on the day");
  }

  private static int inForce(GraphqlClient client, String date) {
    return client
        .query(
            """
            { keyTechnologies(where: {catalogue: {eq: KEY_COMMON_TECHNOLOGIES}, addedOn: {le: "%1$s"},
                or: [{removedOn: {isNull: true}}, {removedOn: {gt: "%1$s"}}]}) { totalCount } }
            """
                .formatted(date))
        .at("/keyTechnologies/totalCount")
        .asInt();
  }

  @Test
  @Tag("PRJ-02")
  void keeps_the_plan_of_100_its_reserve_and_what_was_recommended(GraphqlClient client) {
    var plan =
        client.query(
            """
            { selected: projects(where: {kind: {eq: ANNUAL_PLAN}, year: {eq: 2020}, state: {eq: SELECTED}}) { totalCount }
              reserve: projects(where: {kind: {eq: ANNUAL_PLAN}, year: {eq: 2020}, state: {eq: RESERVE}},
                  orderBy: [{score: DESC}, {code: ASC}]) { totalCount nodes { score } }
              inPool: projects(where: {kind: {eq: ANNUAL_PLAN}, technologyPool: {eq: true}}) { totalCount }
              recommended: projects(where: {recommendedOn: {isNull: false}}) { totalCount }
              byPurpose: projectsAggregate(where: {state: {eq: SELECTED}}, groupBy: [{chainPurpose: VALUE}]) { keys } }
            """);
    assertEquals(100, total(plan, "selected"));
    assertEquals(12, total(plan, "reserve"));
    assertEquals(100, total(plan, "inPool"));
    assertTrue(total(plan, "recommended") > 0);
    assertEquals(5, plan.at("/byPurpose").size());
  }

  @Test
  @Tag("PRJ-03")
  void shows_a_challenge_with_its_bids_and_one_winner(GraphqlClient client) {
    var challenges =
        client
            .query(
                """
                { challenges { nodes { contractedOn bids { totalCount }
                    winners: bids(where: {chosenOn: {isNull: false}}) { nodes { bidder bidderKind } } } } }
                """)
            .at("/challenges/nodes");
    assertEquals(8, challenges.size());
    for (JsonNode challenge : challenges) {
      assertEquals(3, challenge.at("/bids/totalCount").asInt());
      assertEquals(
          challenge.at("/contractedOn").isNull() ? 0 : 1, challenge.at("/winners/nodes").size());
    }
  }

  @Test
  @Tag("PRJ-03")
  void refuses_a_second_winner_of_a_challenge(GraphqlClient client) {
    var errors =
        client
            .query(
                """
                mutation { bidUpsert(input: [{challenge: {code: "JB-01"}, bidder: "示例揭榜单位1-1",
                    bidderKind: ENTERPRISE, submittedOn: "2021-01-20", chosenOn: "2021-10-01"}]) {
                    userErrors { code message path } } }
                """)
            .at("/bidUpsert/userErrors");
    assertEquals("CHALLENGE_HAS_A_WINNER", errors.at("/0/code").asText());
    assertTrue(errors.at("/0/message").asText().contains("1-3"), errors::toString);
  }

  @Test
  @Tag("PRJ-04")
  void counts_core_technology_projects_by_the_year_they_started(GraphqlClient client) {
    var years =
        client
            .query(
                """
                { projectsAggregate(where: {kind: {eq: KEY_TECHNOLOGY}, division: {code: {within: "211100"}}},
                    groupBy: [{startedOn: YEAR}]) { keys count } }
                """)
            .at("/projectsAggregate");
    Map<String, Integer> byYear = new HashMap<>();
    years.forEach(year -> byYear.put(year.at("/keys/0").asText(), year.at("/count").asInt()));
    assertEquals(Map.of("2017", 20, "2018", 19, "2019", 23), byYear);
  }

  @Test
  @Tag("PRJ-05")
  void shows_a_programme_with_its_task_list_and_how_it_is_governed(GraphqlClient client) {
    var programme =
        client
            .query(
                """
                { project(code: "LY-GG-01") { programme chiefExpert expertFormsTeam lumpSumBudget
                    tasks(orderBy: [{code: ASC}]) { nodes {
                        chiefExpert expertFormsTeam lumpSumBudget selectionMode } }
                    partners { nodes { kind } } } }
                """)
            .at("/project");
    assertEquals("示例大专项", programme.at("/programme").asText());
    assertEquals("示例专家0", programme.at("/chiefExpert").asText());
    assertTrue(programme.at("/expertFormsTeam").asBoolean());
    assertTrue(programme.at("/lumpSumBudget").asBoolean());
    assertEquals(
        List.of(
            "示例专家1 true true OPEN_COMPETITION",
            "示例专家2 false true COMMISSION",
            "示例专家3 true false OPEN_COMPETITION",
            "示例专家4 true true COMMISSION",
            "示例专家5 false true OPEN_COMPETITION"),
        programme.at("/tasks/nodes").valueStream().map(ProjectsSampleTest::governed).toList());
    assertEquals(4, programme.at("/partners/nodes").size());
  }

  private static String governed(JsonNode task) {
    return String.join(
        " ",
        task.path("chiefExpert").asText(),
        task.path("expertFormsTeam").asText(),
        task.path("lumpSumBudget").asText(),
        task.path("selectionMode").asText());
  }

  @Test
  @Tag("PRJ-05")
  void finds_tasks_by_how_they_are_governed_and_keeps_a_change_of_it(GraphqlClient client) {
    String tasks =
        "{ projects(where: {parent: {code: {eq: \"LY-GG-01\"}}, lumpSumBudget: {eq: false}}) {"
            + " nodes { code } } }";
    assertEquals(List.of("LY-GG-04"), client.query(tasks).findValuesAsText("code"));
    client.mutate(
        """
        mutation { projectUpdate(key: {code: "LY-GG-04"}, input: {lumpSumBudget: true,
            chiefExpert: "示例专家9"}) { userErrors { code message path } } }
        """,
        Map.of());
    assertEquals(List.of(), client.query(tasks).findValuesAsText("code"));
    client.mutate(
        """
        mutation { projectUpdate(key: {code: "LY-GG-04"}, input: {lumpSumBudget: false,
            chiefExpert: "示例专家3"}) { userErrors { code message path } } }
        """,
        Map.of());
  }

  @Test
  @Tag("PRJ-06")
  void sums_what_new_products_added_and_counts_approved_and_accepted(GraphqlClient client) {
    var figures =
        client.query(
            """
            { approved: newProducts(where: {approvedOn: {ge: "2020-01-01"}}) { totalCount }
              accepted: newProducts(where: {acceptedOn: {ge: "2020-01-01", le: "2022-12-31"}}) { totalCount }
              newProductYearsAggregate { sum { addedSales addedProfitTax } count } }
            """);
    assertTrue(total(figures, "accepted") < total(figures, "approved"));
    assertEquals("764000000", figures.at("/newProductYearsAggregate/0/sum/addedSales").asText());
  }

  @Test
  @Tag("PRJ-07")
  void counts_demonstrations_by_kind_and_leaves_out_revoked_ones(GraphqlClient client) {
    var shown =
        client.query(
            """
            { inForce: demonstrations(where: {division: {code: {eq: "140000"}}, recognisedOn: {le: "2020-12-31"},
                  revokedOn: {isNull: true}}) { totalCount }
              summarised: demonstrations(where: {summarisedOn: {isNull: false}}) { totalCount }
              byKind: demonstrationsAggregate(where: {division: {code: {eq: "140000"}}}, groupBy: [{kind: VALUE}]) { keys count } }
            """);
    assertEquals(95, total(shown, "inForce"));
    assertEquals(24, total(shown, "summarised"));
    assertEquals(6, shown.at("/byKind").size());
  }

  @Test
  @Tag("PRJ-08")
  void finds_industrialisation_projects_with_a_missing_link(GraphqlClient client) {
    var projects =
        client.query(
            """
            { withoutTeam: projects(where: {kind: {eq: INDUSTRIALISATION}, milestones: {none: {link: {eq: TEAM}}}}) { totalCount }
              all: projects(where: {kind: {eq: INDUSTRIALISATION}}) { totalCount } }
            """);
    assertEquals(3, total(projects, "withoutTeam"));
    assertEquals(5, total(projects, "all"));
  }

  @Test
  @Tag("PRJ-09")
  void counts_an_enterprise_in_two_programmes_once(GraphqlClient client) {
    var coverage =
        client.query(
            """
            { programmeCoveragesAggregate { count countDistinct { enterprise } sum { attendances } } }
            """);
    int rows = coverage.at("/programmeCoveragesAggregate/0/count").asInt();
    int distinct = coverage.at("/programmeCoveragesAggregate/0/countDistinct/enterprise").asInt();
    assertEquals(102, rows);
    assertTrue(distinct < rows && distinct > 40, coverage::toString);
  }

  @Test
  @Tag("PRJ-10")
  void orders_the_pool_by_research_input_and_shows_the_quotas(GraphqlClient client) {
    var pool =
        client
            .query(
                """
                { majorProjects(where: {kind: {eq: POOL}}, orderBy: [{rdInput: DESC}, {code: ASC}]) {
                    nodes { code rdInput quotas { nodes { kind } } } } }
                """)
            .at("/majorProjects/nodes");
    assertEquals("ZD-04", pool.at("/0/code").asText());
    assertTrue(pool.get(pool.size() - 1).at("/rdInput").isNull(), "missing is last, not zero");
    assertEquals(4, pool.at("/0/quotas/nodes").size());
  }

  @Test
  @Tag("PRJ-11")
  void lists_contest_projects(GraphqlClient client) {
    assertEquals(
        4,
        total(
            client.query(
                "{ contest: projects(where: {kind: {eq: CONTEST_INCUBATION}}) { totalCount } }"),
            "contest"));
  }

  @Test
  @Tag("PRJ-12")
  void tells_decided_from_undecided_investment_projects(GraphqlClient client) {
    var projects =
        client.query(
            """
            { decided: majorProjects(where: {kind: {in: [ATTRACTED_INVESTMENT, NEW_ECONOMY]}, caseDecision: {isNull: false}}) { totalCount }
              open: majorProjects(where: {kind: {in: [ATTRACTED_INVESTMENT, NEW_ECONOMY]}, caseDecision: {isNull: true}}) { totalCount } }
            """);
    assertEquals(3, total(projects, "decided"));
    assertEquals(2, total(projects, "open"));
  }

  @Test
  @Tag("PRJ-13")
  void queues_land_requests_by_investment_per_mu(GraphqlClient client) {
    var queue =
        client
            .query(
                """
                { landRequests(orderBy: [{investmentPerMu: DESC}, {code: ASC}]) {
                    nodes { code investmentPerMu inHighTechArea industrialisation enterprise { name } } } }
                """)
            .at("/landRequests/nodes");
    assertEquals("YD-5", queue.at("/0/code").asText());
    assertEquals(8, queue.size());
  }

  private static int total(JsonNode data, String alias) {
    return data.path(alias).path("totalCount").asInt();
  }
}
