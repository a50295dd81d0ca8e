package org.wuyou.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.WuyouServer;

@WuyouServer(
    plugins = {"plugins/registry", "plugins/supervision"},
    sample = true)
@DisplayName("Supervision over its sample")
class SupervisionSampleTest {
  @Test
  @Tag("SUP-01")
  void tells_how_far_each_unit_is_with_a_task(GraphqlClient client) {
    var progress =
        client
            .query(
                """
                { taskProgressRecords(where: {policy: {eq: "jincheng-2021"}, clause: {eq: "JC-S2"}}) {
                    nodes { state doneOn evidence unit { name line } } } }
                """)
            .at("/taskProgressRecords/nodes/0");
    assertEquals("DONE", progress.at("/state").asText());
    assertEquals("INDUSTRY", progress.at("/unit/line").asText());
    assertEquals("2021-07-15", progress.at("/doneOn").asText());
  }

  @Test
  @Tag("SUP-02")
  void keeps_milestones_done_in_time_late_and_open(GraphqlClient client) {
    var milestones =
        client.query(
            """
                { inTime: milestone(policy: "panjin-2017", code: "PJ-N41") { dueOn doneOn }
                  late: milestone(policy: "panjin-2017", code: "PJ-N46") { dueOn doneOn }
                  open: milestone(policy: "panjin-2017", code: "PJ-N47") { doneOn } }
                """);
    assertTrue(text(milestones, "/inTime/doneOn").compareTo(text(milestones, "/inTime/dueOn")) < 0);
    assertTrue(text(milestones, "/late/doneOn").compareTo(text(milestones, "/late/dueOn")) > 0);
    assertTrue(milestones.at("/open/doneOn").isNull());
  }

  @Test
  @Tag("SUP-03")
  void shows_the_joint_meeting_of_sixteen_departments_and_its_convener(GraphqlClient client) {
    var meeting =
        client
            .query(
                """
                { leadingGroup(code: "LY-JOINT") {
                    kind
                    convener: members(where: {role: {eq: CONVENER}}) { nodes { post } }
                    members: members(where: {role: {eq: MEMBER}}) { totalCount }
                    office { line } } }
                """)
            .at("/leadingGroup");
    assertEquals("JOINT_MEETING", text(meeting, "/kind"));
    assertEquals("VICE_MAYOR_IN_CHARGE", text(meeting, "/convener/nodes/0/post"));
    assertEquals(16, meeting.at("/members/totalCount").asInt());
  }

  @Test
  @Tag("SUP-03")
  void shows_the_tree_of_groups_below_the_provincial_one(GraphqlClient client) {
    var groups =
        client.query(
            """
            { leadingGroup(code: "SX-INDUSTRY") {
                cities: subgroups(where: {division: {level: {eq: CITY}}}) { totalCount }
                departments: subgroups(where: {division: {level: {eq: PROVINCE}}}) { totalCount } } }
            """);
    assertEquals(11, groups.at("/leadingGroup/cities/totalCount").asInt());
    assertEquals(7, groups.at("/leadingGroup/departments/totalCount").asInt());
  }

  @Test
  @Tag("SUP-04")
  void knows_to_the_second_when_a_report_came_in(GraphqlClient client) {
    var counts =
        client.query(
            """
            { all: periodicReports(where: {kind: {eq: LEDGER_PROGRESS}, period: {eq: "2020-07"}}) { totalCount }
              inTime: periodicReports(where: {kind: {eq: LEDGER_PROGRESS}, period: {eq: "2020-07"},
                  submittedAt: {lt: "2020-08-06T00:00:00+08:00"}}) { totalCount }
              missing: periodicReports(where: {kind: {eq: LEDGER_PROGRESS}, period: {eq: "2020-07"},
                  submittedAt: {isNull: true}}) { totalCount } }
            """);
    int all = counts.at("/all/totalCount").asInt();
    int inTime = counts.at("/inTime/totalCount").asInt();
    int missing = counts.at("/missing/totalCount").asInt();
    assertEquals(15, all);
    assertTrue(inTime > 0 && missing > 0 && inTime + missing < all, counts::toString);
  }

  @Test
  @Tag("SUP-05")
  void lists_the_briefings_that_were_issued(GraphqlClient client) {
    var issued =
        client
            .query(
                """
                { publications(where: {kind: {eq: BRIEFING}, unit: {code: {eq: "140500-INDUSTRY"}}},
                    orderBy: [{period: ASC}]) { nodes { period issue } } }
                """)
            .at("/publications/nodes");
    assertEquals(5, issued.size());
    assertEquals("2021-06", issued.at("/0/period").asText());
  }

  @Test
  @Tag("SUP-06")
  void tells_which_numbers_of_the_ledger_are_still_open(GraphqlClient client) {
    var ledger =
        client.query(
            """
            { opened: ledgerEntries(where: {year: {eq: 2020}}) { totalCount }
              open: ledgerEntries(where: {year: {eq: 2020}, closedOn: {isNull: true}}) { totalCount }
              byMonth: ledgerEntriesAggregate(where: {year: {eq: 2020}, closedOn: {isNull: false}},
                  groupBy: [{closedOn: MONTH}]) { keys count } }
            """);
    int closed = 0;
    for (var month : ledger.at("/byMonth")) {
      closed += month.at("/count").asInt();
    }
    assertTrue(closed > 0);
    assertEquals(
        ledger.at("/opened/totalCount").asInt() - ledger.at("/open/totalCount").asInt(), closed);
  }

  @Test
  @Tag("SUP-07")
  void keeps_the_summaries_with_what_they_carry_over(GraphqlClient client) {
    var summary =
        client
            .query(
                """
                { periodicReports(where: {kind: {eq: SUMMARY}, carriedOver: {some: {}}}) {
                    nodes { unit { name } carriedOver { nodes { content solution } } } } }
                """)
            .at("/periodicReports/nodes");
    assertTrue(summary.size() > 1, summary::toString);
    assertTrue(summary.at("/0/carriedOver/nodes/0/content").asText().contains("示例"));
  }

  @Test
  @Tag("SUP-09")
  void counts_supervised_matters_by_goal_and_state(GraphqlClient client) {
    var byGoal =
        client
            .query(
                """
                { supervisedMattersAggregate(groupBy: [{indicator: VALUE}]) {
                    keys count solved: count(where: {solvedOn: {isNull: false}}) } }
                """)
            .at("/supervisedMattersAggregate");
    assertEquals(4, byGoal.size());
    byGoal.forEach(goal -> assertTrue(goal.at("/solved").asInt() > 0, goal::toString));
  }

  @Test
  @Tag("SUP-10")
  void shows_sanctions_in_force_and_commendations_of_an_enterprise(GraphqlClient client) {
    var answers =
        client.query(
            """
            { inForce: sanctions(where: {decidedOn: {le: "2020-12-31"}, or: [{liftedOn: {isNull: true}},
                  {liftedOn: {gt: "2020-12-31"}}]}) { totalCount nodes { effects } }
              praised: enterprises(where: {commendations: {some: {level: {eq: MUNICIPAL}}}}) { totalCount } }
            """);
    assertEquals(4, answers.at("/inForce/totalCount").asInt());
    assertEquals(3, answers.at("/inForce/nodes/0/effects").size());
    assertEquals(4, answers.at("/praised/totalCount").asInt());
  }

  @Test
  @Tag("SUP-11")
  void lists_the_decisions_that_nobody_has_carried_out(GraphqlClient client) {
    var open =
        client
            .query(
                """
                { meetingDecisions(where: {doneOn: {isNull: true}, meeting: {group: {code: {eq: "LY-JOINT"}}}}) {
                    nodes { content dueOn unit { name } } } }
                """)
            .at("/meetingDecisions/nodes");
    assertEquals(3, open.size());
  }

  @Test
  @Tag("SUP-12")
  void tells_what_was_issued_for_a_clause_and_what_not_yet(GraphqlClient client) {
    var policies =
        client
            .query(
                """
                { supportingPolicies(where: {policy: {eq: "shanxi-2020"}}, orderBy: [{code: ASC}]) {
                    nodes { clause issuedOn level } } }
                """)
            .at("/supportingPolicies/nodes");
    assertEquals(4, policies.size());
    assertTrue(policies.at("/2/issuedOn").isNull(), policies::toString);
  }

  private static String text(JsonNode node, String path) {
    return node.at(path).asText();
  }
}
