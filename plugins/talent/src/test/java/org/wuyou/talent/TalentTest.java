package org.wuyou.talent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.AddedSchema;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.Rows;
import org.wuyou.testkit.TwoFirms;
import org.wuyou.testkit.WuyouServer;

@WuyouServer(plugins = {"plugins/registry", "plugins/talent"})
@DisplayName("Talent")
class TalentTest {
  private static final TwoFirms FIRMS = new TwoFirms("211103");
  private static final String FIRM = FIRMS.one();
  private static final String OTHER = FIRMS.other();

  @BeforeAll
  static void register(GraphqlClient client) {
    FIRMS.register(client, "industryCode", "2614");
    Rows.of("Enterprise").row("uscc", OTHER, "industryCode", "1310").save(client);
  }

  @Test
  void The_module_adds_the_golden_schema() throws Exception {
    AddedSchema.check("talent");
  }

  @Test
  @Tag("TAL-01")
  void Introductions_are_summed_by_category_and_year_and_those_trained_kept_apart(
      GraphqlClient client) {
    introduction(client, "Y1", "HIGH_LEVEL", "INTRODUCED", 10, "2017-06-01");
    introduction(client, "Y2", "URGENT", "INTRODUCED", 500, "2017-06-01");
    introduction(client, "Y3", "HIGH_LEVEL", "INTRODUCED", 40, "2019-12-31");
    introduction(client, "Y4", "HIGH_LEVEL", "TRAINED", 7, "2019-12-31");
    JsonNode answer =
        client.query(
            """
            { year: talentIntroductionsAggregate(groupBy: [{category: VALUE}]
                  where: {mode: {eq: INTRODUCED}, arrivedOn: {ge: "2017-01-01", le: "2017-12-31"}}) {
                  keys sum { persons } }
              whole: talentIntroductionsAggregate(
                  where: {mode: {eq: INTRODUCED}, category: {eq: HIGH_LEVEL}}) { sum { persons } } }
            """);
    assertEquals(
        "[{\"keys\":[\"HIGH_LEVEL\"],\"sum\":{\"persons\":10}},{\"keys\":[\"URGENT\"],\"sum\":{\"persons\":500}}]",
        answer.path("year").toString());
    assertEquals(50, answer.at("/whole/0/sum/persons").asInt());
  }

  @Test
  @Tag("TAL-02")
  void Skilled_workers_are_a_stock_an_addition_and_certificates(GraphqlClient client) {
    Rows.of("SkilledWorkforce")
        .row("divisionCode", "211100", "year", 2019, "stock", 50000, "added", 510)
        .save(client);
    Rows.of("SkillCertificate")
        .row(
            "number",
            "S1",
            "enterprise",
            Map.of("uscc", FIRM),
            "level",
            "SENIOR_WORKER",
            "issuedOn",
            "2018-07-01")
        .row(
            "number",
            "S2",
            "enterprise",
            Map.of("uscc", FIRM),
            "level",
            "JUNIOR_WORKER",
            "issuedOn",
            "2018-07-01")
        .save(client);
    JsonNode answer =
        client.query(
            """
            { over: skilledWorkforces(where: {stock: {gt: 50000}}) { totalCount }
              reached: skilledWorkforces(where: {stock: {ge: 50000}}) { nodes { stock added } }
              skillCertificatesAggregate(groupBy: [{enterprise: {divisionCode: VALUE}}]
                  where: {level: {in: [SENIOR_WORKER, TECHNICIAN, SENIOR_TECHNICIAN]}}) { keys count } }
            """);
    assertEquals(0, answer.at("/over/totalCount").asInt());
    assertEquals(510, answer.at("/reached/nodes/0/added").asInt());
    assertEquals(1, answer.at("/skillCertificatesAggregate/0/count").asInt());
  }

  @Test
  @Tag("TAL-03")
  void Attendance_counts_person_times_and_firms_never_trained_are_named(GraphqlClient client) {
    session(client, "P1", 60);
    session(client, "P2", 39);
    JsonNode warnings =
        client.query(
            """
            mutation($row: TrainingAttendanceCreate!) {
              trainingAttendanceCreate(input: $row) { warnings { code } userErrors { code } } }
            """,
            Map.of(
                "row",
                Map.of(
                    "session",
                    Map.of("code", "P2"),
                    "enterprise",
                    Map.of("uscc", FIRM),
                    "persons",
                    40)));
    assertEquals(List.of("ATTENDANCE_ABOVE_TOTAL"), warnings.findValuesAsText("code"));
    JsonNode answer =
        client.query(
            """
            { trainingSessionsAggregate(where: {audience: {eq: ENTREPRENEUR}}) { sum { attendances } }
              enterprises(where: {trainings: {none: {session: {topic: {eq: MANAGEMENT}}}}}) { nodes { name } } }
            """);
    assertEquals(99, answer.at("/trainingSessionsAggregate/0/sum/attendances").asInt());
    assertEquals(List.of("示例乙有限公司"), answer.findValuesAsText("name"));
  }

  @Test
  @Tag("TAL-04")
  @Tag("TAL-05")
  @Tag("TAL-10")
  void Stations_carriers_and_pilots_are_counted_by_kind_and_day_built(GraphqlClient client) {
    List<String> kinds =
        List.of(
            "ACADEMICIAN_STATION",
            "MASTER_STUDIO",
            "RECRUITMENT_STATION",
            "DEMONSTRATION_BASE",
            "OFFSHORE_BASE",
            "INDUSTRY_EDUCATION_PILOT",
            "NEW_ENGINEERING_PILOT");
    for (String kind : kinds) {
      Rows.of("TalentPlatform")
          .row(
              "code",
              kind,
              "name",
              "示例" + kind,
              "kind",
              kind,
              "enterprise",
              Map.of("uscc", FIRM),
              "builtOn",
              kind.equals("MASTER_STUDIO") ? "2020-12-31" : "2021-05-01")
          .save(client);
    }
    JsonNode answer =
        client.query(
            """
            { new: talentPlatforms(where: {kind: {in: [ACADEMICIAN_STATION, MASTER_STUDIO]}
                  builtOn: {ge: "2021-01-01"}, divisionCode: {within: "211100"}}) { nodes { code } }
              carriers: talentPlatformsAggregate(groupBy: [{kind: VALUE}]
                  where: {kind: {in: [RECRUITMENT_STATION, DEMONSTRATION_BASE, OFFSHORE_BASE]}}) { keys }
              pilots: talentPlatforms(where: {kind: {in: [INDUSTRY_EDUCATION_PILOT, NEW_ENGINEERING_PILOT]}}) {
                  totalCount } }
            """);
    assertEquals(List.of("ACADEMICIAN_STATION"), answer.path("new").findValuesAsText("code"));
    assertEquals(3, answer.path("carriers").size());
    assertEquals(2, answer.at("/pilots/totalCount").asInt());
  }

  @Test
  @Tag("TAL-06")
  void Incentives_are_listed_by_kind_and_flexible_posts_by_nationality(GraphqlClient client) {
    for (String kind : List.of("EQUITY", "OPTION", "DIVIDEND", "RESULT_SHARING")) {
      Rows.of("IncentiveScheme")
          .row(
              "code",
              kind,
              "enterprise",
              Map.of("uscc", FIRM),
              "kind",
              kind,
              "startedOn",
              "2018-01-01")
          .save(client);
    }
    person(client, "W1", List.of("EXPERT"), "FI");
    Rows.of("Posting")
        .row(
            "code",
            "G1",
            "person",
            Map.of("code", "W1"),
            "enterprise",
            Map.of("uscc", FIRM),
            "kind",
            "FLEXIBLE",
            "startsOn",
            "2018-01-01")
        .save(client);
    JsonNode answer =
        client.query(
            """
            { incentiveSchemesAggregate(groupBy: [{kind: VALUE}]) { keys }
              postings(where: {kind: {in: [FLEXIBLE, SHORT_TERM]}, person: {country: {isNull: false}}}) {
                nodes { person { country } } } }
            """);
    assertEquals(4, answer.path("incentiveSchemesAggregate").size());
    assertEquals(List.of("FI"), answer.findValuesAsText("country"));
  }

  @Test
  @Tag("TAL-07")
  void There_are_two_rosters_of_commissioners_and_only_they_are_posted_as_such(
      GraphqlClient client) {
    person(client, "K1", List.of("TECHNOLOGY_COMMISSIONER"), null);
    person(client, "K2", List.of("INDUSTRY_COMMISSIONER", "EXPERT"), null);
    person(client, "K3", List.of("ENTREPRENEUR"), null);
    JsonNode answer =
        client.query(
            """
            { technology: talentProfiles(where: {rosters: {has: TECHNOLOGY_COMMISSIONER}}) { totalCount }
              industry: talentProfiles(where: {rosters: {has: INDUSTRY_COMMISSIONER}}) { totalCount } }
            """);
    assertEquals(1, answer.at("/technology/totalCount").asInt());
    assertEquals(1, answer.at("/industry/totalCount").asInt());
    assertEquals(List.of(), posted(client, "K2"));
    assertEquals(List.of("NOT_A_COMMISSIONER"), posted(client, "K3"));
  }

  @Test
  @Tag("TAL-08")
  void The_pool_of_entrepreneurs_is_searched_and_the_university_has_its_branches(
      GraphqlClient client) {
    person(client, "Q1", List.of("ENTREPRENEUR"), null);
    Rows.of("TalentPlatform")
        .row(
            "code",
            "U0",
            "name",
            "示例创业大学",
            "kind",
            "ENTREPRENEURSHIP_UNIVERSITY",
            "divisionCode",
            "360000",
            "builtOn",
            "2019-01-01")
        .save(client);
    for (int i = 1; i <= 11; i++) {
      Rows.of("TalentPlatform")
          .row(
              "code",
              "U" + i,
              "name",
              "示例分校" + i,
              "kind",
              "ENTREPRENEURSHIP_UNIVERSITY",
              "divisionCode",
              "36%02d00".formatted(i),
              "builtOn",
              "2019-01-01",
              "headquarters",
              Map.of("code", "U0"))
          .save(client);
    }
    JsonNode answer =
        client.query(
            """
            { talentProfiles(search: "示例人员Q1", where: {rosters: {has: ENTREPRENEUR}}) { nodes { code } }
              talentPlatform(code: "U0") { branchesAggregate { count } } }
            """);
    assertEquals(List.of("Q1"), answer.findValuesAsText("code"));
    person(client, "Q2", List.of("ENTREPRENEUR", "EXPERT"), null);
    person(client, "Q3", List.of("EXPERT"), null);
    assertEquals(List.of("Q1", "Q2"), entrepreneurs(client, "示例人员Q"), "Q3 is an expert alone");
    assertEquals(List.of("Q2"), entrepreneurs(client, "人员Q2"));
    assertEquals(List.of(), entrepreneurs(client, "查无此人"));
    assertEquals(11, answer.at("/talentPlatform/branchesAggregate/0/count").asInt());
  }

  @Test
  @Tag("TAL-08")
  void Schools_and_enterprises_are_matched_and_each_sees_with_whom(GraphqlClient client) {
    Rows.of("TalentPlatform")
        .row(
            "code",
            "SCHOOL",
            "name",
            "示例对接大学",
            "kind",
            "ENTREPRENEURSHIP_UNIVERSITY",
            "divisionCode",
            "360000",
            "builtOn",
            "2019-01-01")
        .save(client);
    hosted(client, "X1", "MATCHING", "2021-05-10");
    hosted(client, "X2", "MATCHING", "2022-05-10");
    hosted(client, "X3", "COURSE", "2021-06-10");
    attended(client, "X1", FIRM, 3);
    attended(client, "X1", OTHER, 2);
    attended(client, "X2", FIRM, 1);
    attended(client, "X3", OTHER, 4);
    JsonNode answer =
        client.query(
            """
            query($firm: Uscc!) {
              ofYear: trainingSessions(where: {form: {eq: MATCHING}, host: {code: {eq: "SCHOOL"}}
                  heldOn: {ge: "2021-01-01", le: "2021-12-31"}}) {
                nodes { code host { name } attended(orderBy: [{persons: DESC}]) {
                  nodes { enterprise { name } persons } } } }
              ofFirm: enterprise(uscc: $firm) {
                trainings(where: {session: {form: {eq: MATCHING}}}, orderBy: [{persons: DESC}]) {
                  nodes { session { code } } } }
              persons: trainingAttendancesAggregate(where: {session: {form: {eq: MATCHING}}}) {
                sum { persons } }
              unmatched: enterprises(where: {trainings: {none: {session: {code: {eq: "X2"}}}}}) {
                nodes { name } } }
            """,
            Map.of("firm", FIRM));
    JsonNode matched = answer.at("/ofYear/nodes");
    assertEquals(1, matched.size(), "a course at the school is no matching, nor one of next year");
    assertEquals("示例对接大学", matched.at("/0/host/name").asText());
    assertEquals(
        List.of("示例甲有限公司", "示例乙有限公司"), matched.at("/0/attended/nodes").findValuesAsText("name"));
    assertEquals(List.of("X1", "X2"), answer.path("ofFirm").findValuesAsText("code"));
    assertEquals(6, answer.at("/persons/0/sum/persons").asInt());
    assertEquals(List.of("示例乙有限公司"), answer.path("unmatched").findValuesAsText("name"));
  }

  private static void hosted(GraphqlClient client, String code, String form, String heldOn) {
    Rows.of("TrainingSession")
        .row(
            "code",
            code,
            "title",
            "示例活动" + code,
            "form",
            form,
            "topic",
            "TALENT",
            "audience",
            "STUDENT",
            "heldOn",
            heldOn,
            "divisionCode",
            "360000",
            "host",
            Map.of("code", "SCHOOL"),
            "attendances",
            20)
        .save(client);
  }

  private static void attended(GraphqlClient client, String session, String firm, int persons) {
    Rows.of("TrainingAttendance")
        .row(
            "session", Map.of("code", session),
            "enterprise", Map.of("uscc", firm),
            "persons", persons)
        .save(client);
  }

  @Test
  @Tag("TAL-09")
  void An_enterprise_has_the_team_that_looks_after_its_industry(GraphqlClient client) {
    Rows.of("ExpertTeam")
        .row(
            "code",
            "T1",
            "name",
            "化工团队",
            "divisionCode",
            "210000",
            "industryCodes",
            List.of("26"),
            "formedOn",
            "2018-01-01")
        .row(
            "code",
            "T2",
            "name",
            "外地团队",
            "divisionCode",
            "140000",
            "industryCodes",
            List.of("26"),
            "formedOn",
            "2018-01-01")
        .row(
            "code",
            "T3",
            "name",
            "制造团队",
            "divisionCode",
            "211100",
            "industryCodes",
            List.of("C"),
            "formedOn",
            "2018-01-01",
            "disbandedOn",
            "2019-01-01")
        .save(client);
    assertEquals(List.of("化工团队"), teams(client, FIRM, "2019-01-01"));
    assertEquals(List.of("化工团队", "制造团队"), teams(client, FIRM, "2018-12-31"));
    assertEquals(List.of(), teams(client, OTHER, "2019-01-01"));
  }

  private static List<String> teams(GraphqlClient client, String uscc, String day) {
    return client
        .query(
            """
            query($uscc: Uscc!, $day: Date!) { enterprise(uscc: $uscc) {
                responsibleExpertTeams(asOf: $day) { name } } }
            """,
            Map.of("uscc", uscc, "day", day))
        .findValuesAsText("name");
  }

  private static void introduction(
      GraphqlClient client, String code, String category, String mode, int persons, String day) {
    Rows.of("TalentIntroduction")
        .row(
            "code",
            code,
            "category",
            category,
            "mode",
            mode,
            "persons",
            persons,
            "arrivedOn",
            day,
            "enterprise",
            Map.of("uscc", FIRM))
        .save(client);
  }

  private static void session(GraphqlClient client, String code, int attendances) {
    Rows.of("TrainingSession")
        .row(
            "code",
            code,
            "title",
            "示例培训",
            "form",
            "COURSE",
            "topic",
            "MANAGEMENT",
            "audience",
            "ENTREPRENEUR",
            "heldOn",
            "2018-05-01",
            "divisionCode",
            "211100",
            "attendances",
            attendances)
        .save(client);
  }

  private static List<String> entrepreneurs(GraphqlClient client, String words) {
    return client
        .query(
            "{ talentProfiles(search: \""
                + words
                + "\", where: {rosters: {has: ENTREPRENEUR}}, orderBy: [{code: ASC}]) {"
                + " nodes { code } } }")
        .findValuesAsText("code");
  }

  private static void person(
      GraphqlClient client,
      String code,
      List<String> rosters,
      @org.jspecify.annotations.Nullable String country) {
    Rows.of("TalentProfile")
        .row(
            "code",
            code,
            "name",
            "示例人员" + code,
            "rosters",
            rosters,
            "divisionCode",
            "211100",
            "country",
            country,
            "enteredOn",
            "2018-01-01")
        .save(client);
  }

  private static List<String> posted(GraphqlClient client, String person) {
    return client
        .query(
            "mutation($row: PostingCreate!) { postingCreate(input: $row) { userErrors { code } } }",
            Map.of(
                "row",
                Map.of(
                    "code",
                    "GW-" + person,
                    "person",
                    Map.of("code", person),
                    "enterprise",
                    Map.of("uscc", FIRM),
                    "kind",
                    "COMMISSIONED",
                    "startsOn",
                    "2018-01-01")))
        .findValuesAsText("code");
  }
}
