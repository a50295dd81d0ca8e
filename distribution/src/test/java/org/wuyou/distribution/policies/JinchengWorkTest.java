package org.wuyou.distribution.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.Rows;
import org.wuyou.testkit.SampleCodes;
import org.wuyou.testkit.WuyouServer;

@WuyouServer(plugins = {"plugins/registry", "plugins/supervision", "plugins/region-jincheng"})
@DisplayName("The work that Jincheng's plan gives its units")
class JinchengWorkTest {
  private static final String BUNDLE = "{ policyBundle(region: \"140500\") { %s } }";

  private static JsonNode ask(GraphqlClient client, String fields) {
    return client.query(BUNDLE.formatted(fields)).path("policyBundle");
  }

  @Test
  @Tag("SUP-01")
  void is_one_task_for_every_clause_with_the_departments_that_share_it(GraphqlClient client) {
    assertEquals(51, ask(client, "tasks { clause }").path("tasks").size());
    JsonNode task =
        ask(
                client,
                "task(clause: \"JC-1a\") { name { zh en } level lead { id } shared { id name { zh }"
                    + " } owedBy status progress { unit } }")
            .path("task");
    assertEquals(List.of("gxj", "zxq", "kjj"), task.path("shared").findValuesAsText("id"));
    assertEquals(0, task.path("lead").size(), "the document names no lead");
    assertEquals("2021-12-31", task.path("owedBy").asText());
    assertEquals("NOT_REPORTED", task.path("status").asText());
  }

  @Test
  void can_be_asked_by_department_level_and_day(GraphqlClient client) {
    JsonNode office =
        ask(client, "tasks(department: \"jrb\", dueBy: \"2021-12-31\") { clause level }");
    assertEquals(
        List.of("JC-6a", "JC-6b", "JC-6c"), office.path("tasks").findValuesAsText("clause"));
    assertEquals(
        List.of("JC-6c"),
        ask(client, "tasks(department: \"jrb\", level: RULE) { clause }")
            .path("tasks")
            .findValuesAsText("clause"));
    assertEquals(0, ask(client, "tasks(dueBy: \"2021-12-30\") { clause }").path("tasks").size());
  }

  @Test
  void shows_the_progress_that_units_report(GraphqlClient client) {
    client.query(
        "mutation { governmentUnitCreate(input: {code: \"140500-GXJ\", name: \"市工信局\", line:"
            + " INDUSTRY, division: {code: \"140500\"}}) { userErrors { code } } }");
    client.query(
        "mutation { taskProgressCreate(input: {policy: \"jincheng-2021\", clause: \"JC-9b\", unit:"
            + " {code: \"140500-GXJ\"}, state: IN_PROGRESS, note: \"已张榜\", evidence: \"榜单\"})"
            + " { userErrors { code message } } }");
    JsonNode task =
        ask(client, "task(clause: \"JC-9b\") { status progress { unit status note evidence } }")
            .path("task");
    assertEquals("IN_PROGRESS", task.path("status").asText());
    assertEquals("市工信局", task.at("/progress/0/unit").asText());
    assertEquals("已张榜", task.at("/progress/0/note").asText());
    assertEquals(
        List.of("JC-9b"),
        ask(client, "tasks(status: IN_PROGRESS) { clause }")
            .path("tasks")
            .findValuesAsText("clause"));
  }

  @Test
  @Tag("SUP-03")
  void has_an_organisation_from_the_office_down_to_the_counties(GraphqlClient client) {
    JsonNode office =
        ask(
                client,
                "organisation { id kind below { id each roles { id } below { id } members { id } }"
                    + " }")
            .path("organisation");
    assertEquals(1, office.size());
    assertEquals("coordinatingOffice", office.at("/0/id").asText());
    assertEquals(
        List.of("departmentGroups", "countyGovernments"),
        List.of(office.at("/0/below/0/id").asText(), office.at("/0/below/1/id").asText()));
    assertEquals("firstResponsible", office.at("/0/below/1/roles/0/id").asText());
  }

  @Test
  @Tag("SUP-05")
  @Tag("JC-S3a")
  void tells_which_briefings_are_missing(GraphqlClient client) {
    client.query(
        "mutation { governmentUnitCreate(input: {code: \"140500-TJB\", name: \"推进小组办公室\", line:"
            + " GOVERNMENT, division: {code: \"140500\"}}) { userErrors { code } } }");
    client.query(
        "mutation { publicationCreate(input: {unit: {code: \"140500-TJB\"}, kind: BRIEFING, period:"
            + " \"2021-06\", issue: 1, publishedOn: \"2021-07-02\", title: \"第一期\"}) {"
            + " userErrors { code message } } }");
    JsonNode standing =
        ask(
                client,
                "oneSeries(id: \"monthlyBriefing\") { standing(at: \"2021-08-15T12:00:00+08:00\") {"
                    + " status expected onTime pending missing units(status: MISSING) { period } }"
                    + " }")
            .at("/oneSeries/standing");
    assertEquals(7, standing.path("expected").asInt());
    assertEquals(1, standing.path("onTime").asInt());
    assertEquals(List.of("2021-07"), standing.path("units").findValuesAsText("period"));
    assertEquals(5, standing.path("pending").asInt());
  }

  @Test
  @Tag("SUP-05")
  @Tag("JC-S3a")
  void makes_the_briefing_of_june_2021_from_the_data_of_six_counties(GraphqlClient client) {
    registered(client, 1, "140502", true);
    registered(client, 2, "140502", false);
    registered(client, 3, "140581", true);
    JsonNode briefing = content(client, "monthlyBriefing", "2021-06");
    assertEquals(
        List.of("140502", "140521", "140522", "140524", "140525", "140581"),
        briefing.path("rows").findValuesAsText("division"));
    assertEquals(
        List.of("城区", "沁水县", "阳城县", "陵川县", "泽州县", "高平市"),
        briefing.path("rows").findValuesAsText("name"));
    assertEquals(
        List.of("coverage", "withInstitution", "growth"),
        briefing.at("/rows/0/cells").findValuesAsText("id"));
    JsonNode share = briefing.at("/rows/0/cells/1");
    assertEquals(
        List.of("1", "2", "50.00 %", "2"),
        List.of(
            share.path("numerator").asText(),
            share.path("denominator").asText(),
            share.path("shown").asText(),
            share.path("rank").asText()));
    assertTrue(briefing.at("/rows/1/cells/1/shown").isNull(), "no enterprise, no share: never 0 %");
    assertEquals("100.00 %", briefing.at("/rows/5/cells/1/shown").asText());
    assertEquals("2", briefing.at("/total/1/numerator").asText());
    assertEquals("3", briefing.at("/total/1/denominator").asText());
    assertEquals(6, content(client, "quarterlyCircular", "2021Q2").path("rows").size());
  }

  @Test
  @Tag("SUP-05")
  void has_no_briefing_for_a_month_in_which_none_is_owed(GraphqlClient client) {
    var answer =
        client.ask(
            BUNDLE.formatted(
                "oneSeries(id: \"monthlyBriefing\") { content(period: \"2021-05\") { rows {"
                    + " division } } }"),
            Map.of());
    assertEquals("UNKNOWN_PERIOD", answer.body().at("/errors/0/extensions/reason").asText());
    assertEquals(
        6,
        ask(
                client,
                "oneSeries(id: \"monthlyBriefing\") { content(period: \"2021-05\", readings:"
                    + " [{reading: \"A-35\", choice: \"WHOLE_YEAR\"}]) { rows { division } } }")
            .at("/oneSeries/content/rows")
            .size());
  }

  private static JsonNode content(GraphqlClient client, String series, String period) {
    return ask(
            client,
            "oneSeries(id: \"%s\") { content(period: \"%s\") { rows { division name cells {"
                    .formatted(series, period)
                + " indicator { id } shown numerator denominator rank } } total { numerator"
                + " denominator } } }")
        .at("/oneSeries/content");
  }

  private static void registered(
      GraphqlClient client, int number, String county, boolean institution) {
    String uscc = SampleCodes.uscc(county, number);
    Map<String, Object> enterprise = Map.of("uscc", uscc);
    Rows.of("Enterprise")
        .row("uscc", uscc, "name", "示例企业" + number, "divisionCode", county, "industryCode", "2511")
        .save(client);
    Rows.of("AboveScaleMembership")
        .row("enterprise", enterprise, "year", 2021, "listed", true)
        .save(client);
    if (institution) {
      Rows.of("RdInstitution")
          .row("code", "I" + number, "enterprise", enterprise, "name", "示例研究院" + number)
          .save(client);
    }
  }

  @Test
  void says_where_every_clause_lives(GraphqlClient client) {
    JsonNode coverage =
        client
            .query(
                "{ policyCoverage(region: \"140500\") { clauseCount coveredClauses missing clauses"
                    + " { clause places { kind id file line cases } } figures { figure places { id"
                    + " } } } }")
            .path("policyCoverage");
    assertEquals(51, coverage.path("clauseCount").asInt());
    assertTrue(coverage.path("figures").findValuesAsText("figure").contains("JC-N02"));
    for (JsonNode clause : coverage.path("clauses")) {
      if (clause.path("clause").asText().equals("JC-T2")) {
        assertEquals("TASK", clause.at("/places/0/kind").asText());
        assertEquals("TARGET", clause.at("/places/1/kind").asText());
        assertEquals(3, clause.at("/places/1/cases").size());
      }
    }
  }

  @Test
  @Tag("BND-01")
  void shows_a_clause_verbatim_once_its_document_is_attached(GraphqlClient client) {
    String attach =
        "mutation($text: String!) { policyDocumentAttach(region: \"140500\", name: \"方案.txt\","
            + " text: $text) { document { lineCount matched unmatched { clause } } userErrors {"
            + " code } } }";
    JsonNode document =
        client.query(attach, Map.of("text", "第一行\n第二行\n")).at("/policyDocumentAttach/document");
    assertEquals(2, document.path("lineCount").asInt());
    assertEquals(0, document.path("matched").asInt());
    assertEquals(51, document.path("unmatched").size(), "every place is told that is not found");
    JsonNode quote =
        ask(client, "task(clause: \"JC-2\") { verbatim { anchor matched lines } }")
            .at("/task/verbatim");
    assertEquals("false", quote.path("matched").asText());
    assertEquals(
        "TEXT_LENGTH",
        client
            .query(attach, Map.of("text", " "))
            .at("/policyDocumentAttach/userErrors/0/code")
            .asText());
  }

  @Test
  void comes_with_a_schema_for_editors(GraphqlClient client) {
    assertTrue(
        client.query("{ policySchema }").path("policySchema").asText().contains("\"$defs\""));
  }
}
