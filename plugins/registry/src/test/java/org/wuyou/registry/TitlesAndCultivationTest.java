package org.wuyou.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.gateway.files.load.ImportReport;

class TitlesAndCultivationTest {
  @TempDir Path directory;

  @Test
  @Tag("REG-07")
  void Titles_are_counted_on_a_date_with_new_lost_and_net_of_the_year() throws Exception {
    try (Rig rig = Counties.open(directory)) {
      Counties.enterprises(rig, "", List.of("1,140581", "2,140581", "3,140522", "4,140522"));
      Counties.rows(
          rig,
          "Title",
          "kind,level,issuedOn,revokedOn",
          List.of(
              "1,HNTE,NATIONAL,2019-03-01,",
              "2,HNTE,NATIONAL,2018-12-01,",
              "3,HNTE,NATIONAL,2021-09-01,",
              "4,HNTE,NATIONAL,2020-09-01,2021-05-01"));
      String query =
          """
          { titleCount(region: "%s", kind: HNTE, asOf: "%s") {
              valid cumulative issued gained lost net } }
          """;
      assertEquals(
          Map.of("valid", 2, "cumulative", 4, "issued", 1, "gained", 1, "lost", 2, "net", -1),
          rig.ask(query.formatted("140500", "2021-12-31"), "titleCount"));
      assertEquals(
          Map.of("valid", 1, "cumulative", 2, "issued", 1, "gained", 1, "lost", 1, "net", 0),
          rig.ask(query.formatted("140522", "2021-12-31"), "titleCount"));
      assertEquals(
          List.of(Map.of("kind", "HNTE", "valid", true)),
          rig.ask(
              "{ enterprise(uscc: \"%s\") { titlesOn(asOf: \"2022-02-28\") { kind valid(asOf: \"2022-02-28\") } } }"
                  .formatted(Counties.uscc(1)),
              "enterprise.titlesOn"));
    }
  }

  @Test
  @Tag("REG-07")
  void A_title_that_ends_before_it_begins_is_refused() throws Exception {
    try (Rig rig = Counties.open(directory)) {
      Counties.enterprises(rig, "", List.of("1,140581"));
      ImportReport report =
          rig.report(
              "Title",
              "enterprise,kind,level,issuedOn,validUntil\n"
                  + Counties.uscc(1)
                  + ",高企,国家级,2021-09-01,2020-09-01\n");
      assertEquals(1, report.refused());
      assertTrue(report.errors().getFirst().toString().contains("ENDS_BEFORE_ISSUE"));
    }
  }

  @Test
  @Tag("REG-08")
  void An_enterprise_of_the_pool_with_3_9_percent_has_one_gap_a_plan_and_its_tasks()
      throws Exception {
    try (Rig rig = Counties.open(directory)) {
      inOrderButForSpending(rig);
      rig.load(
          "CultivationEntry",
          "code,enterprise,enteredOn,plan,plannedYear\nPY1,"
              + Counties.uscc(1)
              + ",2022-01-10,示例方案,2023\n");
      rig.load(
          "CultivationTask", "entry,criterion,content,dueOn\nPY1,RD_SHARE,归集研发费用,2022-12-31\n");
      assertEquals(
          Map.of(
              "plan",
              "示例方案",
              "check",
              Map.of(
                  "meets",
                  false,
                  "gaps",
                  List.of(Map.of("code", "RD_SHARE", "en", "R&D share 4 %", "found", "3.9 %"))),
              "tasks",
              Map.of("nodes", List.of(Map.of("criterion", "RD_SHARE", "dueOn", "2022-12-31")))),
          rig.ask(
              """
              { cultivationEntry(code: "PY1") { plan
                  check(asOf: "2022-06-30") { meets gaps { code en found } }
                  tasks { nodes { criterion dueOn } } } }
              """,
              "cultivationEntry"));
    }
  }

  @Test
  @Tag("REG-08")
  void The_gap_closes_at_four_percent_of_three_years_and_the_task_with_it() throws Exception {
    try (Rig rig = Counties.open(directory)) {
      inOrderButForSpending(rig);
      rig.load(
          "CultivationEntry",
          "code,enterprise,enteredOn\nPY1," + Counties.uscc(1) + ",2022-01-10\n");
      rig.load("CultivationTask", "entry,criterion,content\nPY1,RD_SHARE,归集研发费用\n");
      String asked =
          """
          { cultivationEntry(code: "PY1") { check(asOf: "2022-06-30") { meets gaps { code } }
              tasks(where: {doneOn: {isNull: true}}) { totalCount } } }
          """;
      lastYearSpent(rig, "503.99");
      assertEquals(
          "{check={meets=false, gaps=[{code=RD_SHARE}]}, tasks={totalCount=1}}",
          rig.ask(asked, "cultivationEntry").toString(),
          "1439.99 of 36000 is shown as 4 % and is less");

      lastYearSpent(rig, "504");
      rig.load("CultivationTask", "entry,criterion,doneOn\nPY1,RD_SHARE,2022-05-31\n");
      assertEquals(
          "{check={meets=true, gaps=[]}, tasks={totalCount=0}}",
          rig.ask(asked, "cultivationEntry").toString());

      Counties.rows(
          rig, "HnteApplication", "year,result,decidedOn", List.of("1,2022,RECOGNISED,2022-11-01"));
      assertEquals(
          "100.00",
          rig.ask(
              "{ hnteApplicationRate(region: \"140500\", year: 2022) { success { shown } } }",
              "hnteApplicationRate.success.shown"));
    }
  }

  /** Sales of 120 million a year with 3.9 % spent on R&D, and all else as the criteria ask. */
  private static void inOrderButForSpending(Rig rig) throws Exception {
    Counties.enterprises(rig, ",registeredOn", List.of("1,140581,2010-01-01"));
    Counties.rows(
        rig,
        "YearlyReturn",
        "year,revenue,totalIncome,rdExpense,employees",
        List.of(
            "1,2019,12000万元,12000万元,468万元,500",
            "1,2020,12000万元,12000万元,468万元,500",
            "1,2021,12000万元,12000万元,468万元,500"));
    Counties.rows(
        rig,
        "HnteProfile",
        "year,ownsCoreIp,supportedField,technicalStaff,rdExpenseInChina,highTechIncome,innovationScore,majorIncident",
        List.of("1,2021,true,true,60,1404万元,9000万元,80,false"));
  }

  private static void lastYearSpent(Rig rig, String wan) throws Exception {
    Counties.rows(rig, "YearlyReturn", "year,rdExpense", List.of("1,2021," + wan + "万元"));
  }

  @Test
  @Tag("REG-08")
  void Applications_succeed_by_those_recognised_among_all() throws Exception {
    try (Rig rig = Counties.open(directory)) {
      Counties.enterprises(rig, "", List.of("1,140581", "2,140581", "3,140522"));
      Counties.rows(
          rig,
          "HnteApplication",
          "year,result",
          List.of("1,2021,RECOGNISED", "2,2021,REJECTED", "3,2021,PENDING"));
      assertEquals(
          Map.of("applied", 3, "pending", 1, "success", Map.of("numerator", 1, "shown", "33.33")),
          rig.ask(
              """
              { hnteApplicationRate(region: "140500", year: 2021) {
                  applied pending success { numerator shown } } }
              """,
              "hnteApplicationRate"));
    }
  }

  @Test
  @Tag("REG-09")
  void Nominations_are_listed_by_plan() throws Exception {
    try (Rig rig = Counties.open(directory)) {
      Counties.enterprises(rig, "", List.of("1,140581", "2,140581"));
      Counties.rows(
          rig, "LadderNomination", "year,plan,rung", List.of("1,2021,领跑,龙头", "2,2021,育苗,潜力"));
      assertEquals(
          List.of(Map.of("rung", "LEADER", "enterprise", Map.of("name", "示例E1"))),
          rig.ask(
              """
              { ladderNominations(where: {year: {eq: 2021}, plan: {eq: FRONT_RUNNER}}) {
                  nodes { rung enterprise { name } } } }
              """,
              "ladderNominations.nodes"));
    }
  }
}
