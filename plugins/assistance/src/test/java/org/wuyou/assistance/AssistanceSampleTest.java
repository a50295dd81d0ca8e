package org.wuyou.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.WuyouServer;

@WuyouServer(
    plugins = {"plugins/registry", "plugins/assistance"},
    sample = true)
@DisplayName("Assistance over its sample")
class AssistanceSampleTest {
  @Test
  @Tag("AST-01")
  void tells_by_city_which_enterprises_have_evidence_of_innovation(GraphqlClient client) {
    var byCity =
        client
            .query(
                """
                { enterprisesAggregate(where: {divisionCode: {within: "140000"}},
                    groupBy: [{divisionCode: CITY}]) { keys count
                    evidenced: share(where: {innovationActivities: {some: {evidencedOn: {le: "2020-12-31"}}}}) {
                        numerator denominator } } }
                """)
            .at("/enterprisesAggregate");
    assertEquals(7, byCity.size());
    byCity.forEach(
        city ->
            assertTrue(
                city.at("/evidenced/numerator").asInt() < city.at("/evidenced/denominator").asInt(),
                city::toString));
  }

  @Test
  @Tag("AST-02")
  void lists_enterprises_without_a_line_department_and_with_two(GraphqlClient client) {
    var answers =
        client.query(
            """
            { unmapped: enterprises(where: {divisionCode: {within: "140000"},
                  industryCode: {ne: "4724"}, lineAssignments: {none: {}}}) { totalCount }
              twice: enterprises(where: {lineAssignments: {some: {basis: {eq: DECISION}}},
                  and: [{lineAssignments: {some: {basis: {eq: INDUSTRY}}}}]}) { totalCount nodes { name } } }
            """);
    assertTrue(answers.at("/unmapped/totalCount").asInt() > 0, answers::toString);
    assertTrue(answers.at("/twice/totalCount").asInt() > 0, answers::toString);
  }

  @Test
  @Tag("AST-03")
  void shows_a_mentor_with_its_mentees_and_their_industries(GraphqlClient client) {
    var pairings =
        client
            .query(
                """
                { pairings(where: {endedOn: {isNull: true}}, first: 200) {
                    nodes { mentor { uscc industryDivision { code } } mentee { industryDivision { code } } plan } } }
                """)
            .at("/pairings/nodes");
    int acrossIndustries = 0;
    for (var pairing : pairings) {
      if (!pairing
          .at("/mentor/industryDivision/code")
          .equals(pairing.at("/mentee/industryDivision/code"))) {
        acrossIndustries++;
      }
    }
    assertEquals(2, acrossIndustries);
  }

  @Test
  @Tag("AST-03")
  void counts_the_mentees_of_each_mentor(GraphqlClient client) {
    var byMentor =
        client
            .query(
                """
                { pairingsAggregate(groupBy: [{mentor: {uscc: VALUE}}], orderBy: [{count: DESC}]) { keys count } }
                """)
            .at("/pairingsAggregate");
    assertTrue(byMentor.at("/0/count").asInt() > 1, "one helps several");
    assertEquals(1, byMentor.get(byMentor.size() - 1).at("/count").asInt(), "one helps one");
  }

  @Test
  @Tag("AST-04")
  void shows_the_members_of_a_work_group_with_rank_and_origin(GraphqlClient client) {
    var group =
        client
            .query(
                """
                { workGroup(code: "GZ-140100-1") {
                    members { totalCount }
                    officials: members(where: {rank: {eq: DIVISION}}) { totalCount }
                    professionals: members(where: {technicalProfessional: {eq: true},
                        affiliation: {in: [UNIVERSITY, RESEARCH_INSTITUTE, INNOVATION_PLATFORM]}}) { totalCount }
                    assignments { totalCount } } }
                """)
            .at("/workGroup");
    assertEquals(6, group.at("/members/totalCount").asInt());
    assertEquals(1, group.at("/officials/totalCount").asInt());
    assertEquals(1, group.at("/professionals/totalCount").asInt());
    assertTrue(group.at("/assignments/totalCount").asInt() > 0);
  }

  @Test
  @Tag("AST-05")
  void finds_the_problems_for_government_that_no_department_has(GraphqlClient client) {
    var answers =
        client.query(
            """
            { unrouted: problems(where: {responsibility: {eq: GOVERNMENT}, departmentIsNull: true}) { totalCount }
              routed: problems(where: {responsibility: {eq: GOVERNMENT}, departmentIsNull: false}) {
                  nodes { department { line } routedOn } }
              unsorted: problems(where: {responsibility: {isNull: true}}) { totalCount }
              bySource: problemsAggregate(groupBy: [{source: VALUE}, {state: VALUE}]) { keys count } }
            """);
    assertTrue(answers.at("/unrouted/totalCount").asInt() > 0);
    assertTrue(answers.at("/unsorted/totalCount").asInt() > 0);
    answers.at("/routed/nodes").forEach(p -> assertFalse(p.at("/routedOn").isNull(), p::toString));
    assertTrue(answers.at("/bySource").size() > 4);
  }

  @Test
  @Tag("AST-06")
  void lists_enterprises_that_nobody_has_visited(GraphqlClient client) {
    var answers =
        client.query(
            """
            { assigned: enterprises(where: {workGroupAssignments: {some: {}}}) { totalCount }
              unvisited: enterprises(where: {workGroupAssignments: {some: {}},
                  serviceRecords: {none: {form: {eq: VISIT}}}}) { totalCount } }
            """);
    int unvisited = answers.at("/unvisited/totalCount").asInt();
    assertTrue(unvisited > 0 && unvisited < answers.at("/assigned/totalCount").asInt());
    assertTrue(
        unvisited(client).contains("91140522MAX90054XQ"), "a seminar and a form are no visit");
    assertFalse(unvisited(client).contains("91140502MAX900080P"), "it was visited");
    client.mutate(
        """
        mutation { serviceRecordUpsert(input: [{code: "FW-T1", enterprise: {uscc: "91140522MAX90054XQ"},
            form: VISIT, servedOn: "2020-10-01", group: {code: "GZ-140500-2"}}]) {
            userErrors { code message path } } }
        """,
        Map.of());
    assertFalse(unvisited(client).contains("91140522MAX90054XQ"));
    assertEquals(unvisited - 1, unvisited(client).size(), "nobody else leaves the list");
  }

  private static List<String> unvisited(GraphqlClient client) {
    return client
        .query(
            """
            { enterprises(where: {workGroupAssignments: {some: {}},
                serviceRecords: {none: {form: {eq: VISIT}}}}, first: 500) { nodes { uscc } } }
            """)
        .findValuesAsText("uscc");
  }

  @Test
  @Tag("AST-08")
  void tells_how_far_agreements_are_carried_out(GraphqlClient client) {
    var answers =
        client.query(
            """
            { cooperationAgreementsAggregate(where: {partnerKind: {in: [C9_UNIVERSITY, ACADEMY_OF_SCIENCES]}},
                  groupBy: [{state: VALUE}]) { keys count } }
            """);
    assertEquals(2, answers.at("/cooperationAgreementsAggregate").size());
  }

  @Test
  @Tag("AST-09")
  void follows_a_hotline_call_to_the_problem_it_became(GraphqlClient client) {
    var calls =
        client
            .query(
                """
                { hotlineCalls(where: {problems: {some: {}}}) {
                    nodes { level problems { nodes { source enterprise { name } } } } } }
                """)
            .at("/hotlineCalls/nodes");
    assertTrue(calls.size() > 1);
    calls.forEach(call -> assertEquals("HOTLINE", call.at("/problems/nodes/0/source").asText()));
  }

  @Test
  @Tag("AST-10")
  void counts_international_exchanges_of_a_year_and_distinct_enterprises_at_academic_ones(
      GraphqlClient client) {
    var answers =
        client.query(
            """
            { exchanges: events(where: {division: {code: {within: "211100"}}, kind: {eq: TECHNOLOGY_EXCHANGE},
                  international: {eq: true}, heldOn: {ge: "2018-01-01", le: "2018-12-31"}}) { totalCount }
              enterprises(where: {eventParticipations: {some: {event: {kind: {eq: ACADEMIC},
                  international: {eq: true}}}}}) { totalCount } }
            """);
    assertEquals(1, answers.at("/exchanges/totalCount").asInt());
    assertEquals(11, answers.at("/enterprises/totalCount").asInt(), "two of them came twice");
  }
}
