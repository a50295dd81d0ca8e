package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Panjin, Linyi and Jiangxi: cases whose figures come from the enterprises of the register. */
final class RegisterCases {
  static final Map<String, Adapter> ADAPTERS =
      Map.of(
          "panjin/institution-share", RegisterCases::institutionShare,
          "panjin/hnte-count", RegisterCases::highTechCount,
          "linyi/yearly-targets", RegisterCases::yearlyTargets,
          "jiangxi/five-conditions", RegisterCases::fiveConditions,
          "jiangxi/intensity", RegisterCases::intensity,
          "jiangxi/yearly-target-query", RegisterCases::yearlyTargetQuery);

  private static final String PANJIN = "211100";
  private static final String LINYI = "371300";
  private static final String JIANGXI = "360000";
  private static final int PLAN_END = 2022;

  private RegisterCases() {}

  private static JsonNode institutionShare(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    int year = given.asOf().map(day -> day.getYear()).orElse(2019);
    String target = year == 2017 ? "PJ-N20" : "PJ-N21";
    ObjectNode answer = Figures.object();
    // Each set of figures is a register of its own: counties of the city keep them apart.
    List<String> counties = List.of("211102", "211103", "211104", "211122");
    int next = 0;
    for (Map.Entry<String, JsonNode> one : given.given().properties()) {
      String county = counties.get(next++);
      JsonNode counts = one.getValue();
      World world = question.world();
      List<String> tech =
          world.enterprises(counts.path("tech").asInt(), county, Map.of("techEnterprise", true));
      List<String> others =
          world.enterprises(
              counts.path("non_tech_above_scale").asInt(), county, Map.of("techEnterprise", false));
      world.listed(tech, year);
      world.listed(others, year);
      world.institutions(tech.subList(0, counts.path("tech_with").asInt()));
      world.institutions(others.subList(0, counts.path("non_tech_with").asInt()));
      JsonNode outcome =
          Figures.board(world, PANJIN, county, year, List.of(target), readings).path(target);
      answer
          .putObject(one.getKey())
          .put("shown_pct", Figures.number(outcome.path("shown")))
          .put("met", Figures.met(outcome));
    }
    return answer;
  }

  private static JsonNode highTechCount(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    ObjectNode answer = Figures.object();
    int entered = 0;
    List<Integer> counts = new ArrayList<>();
    for (JsonNode values : given.given()) {
      values.forEach(value -> counts.add(value.asInt()));
    }
    counts.sort(null);
    for (int count : counts) {
      world.titles(world.enterprises(count - entered, "211103", Map.of()), "HNTE", "2016-11-30");
      entered = count;
      JsonNode board =
          Figures.board(world, PANJIN, PANJIN, 2019, List.of("PJ-N02", "PJ-N16"), readings);
      boolean goal = Figures.met(board.path("PJ-N02"));
      boolean task = Figures.met(board.path("PJ-N16"));
      answer
          .putObject(String.valueOf(count))
          .put("PJ-G2", goal)
          .put("PJ-2a", task)
          .put("overall", goal && task);
    }
    return answer;
  }

  private static JsonNode yearlyTargets(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    int most = 0;
    for (JsonNode count : given.given().path("tsme_entries")) {
      most = Math.max(most, count.asInt());
    }
    List<String> entrants = world.enterprises(most, "371302", Map.of());
    given
        .given()
        .path("tsme_entries")
        .properties()
        .forEach(
            year ->
                world.titles(
                    entrants.subList(0, year.getValue().asInt()),
                    "TSME",
                    year.getKey() + "-06-30"));
    Map<String, Integer> valid = new TreeMap<>();
    given
        .given()
        .path("hnte_valid")
        .properties()
        .forEach(day -> valid.put(day.getKey(), day.getValue().asInt()));
    int before = 0;
    for (Map.Entry<String, Integer> day : valid.entrySet()) {
      world.titles(
          world.enterprises(day.getValue() - before, "371302", Map.of()), "HNTE", day.getKey());
      before = day.getValue();
    }
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> expected : given.expect().properties()) {
      int year = Integer.parseInt(expected.getKey());
      JsonNode board =
          Figures.board(world, LINYI, LINYI, year, List.of("LY-N01", "LY-N02"), readings);
      answer
          .putObject(expected.getKey())
          .put("tsme", Figures.met(board.path("LY-N01")))
          .put("hnte_net", board.path("LY-N02").path("value").asText())
          .put("hnte", Figures.met(board.path("LY-N02")));
    }
    return answer;
  }

  private static JsonNode fiveConditions(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> one : given.given().path("institutions").properties()) {
      JsonNode facts = one.getValue();
      String owner = world.enterprise(one.getKey() + "企业", "360102", Map.of());
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("code", one.getKey());
      row.put("name", one.getKey());
      row.put("enterprise", Map.of("uscc", owner));
      row.put("mode", facts.path("mode").asText().equals("共建") ? "JOINT" : "OWN");
      List<String> directions = new ArrayList<>();
      facts.path("研发方向").forEach(direction -> directions.add(direction.asText()));
      row.put("directions", directions);
      if (facts.path("研发条件").asBoolean()) {
        row.put("premises", "试验车间");
      }
      world.enter("RdInstitution", row);
      world.enter(
          "RdInstitutionYear",
          Map.of(
              "institution", Map.of("code", one.getKey()),
              "year", PLAN_END,
              "staff", facts.path("研发人员").asInt(),
              "funds", Figures.yuan(facts.path("研发经费_wan")),
              "projects", facts.path("研发项目").asInt()));
      JsonNode standard =
          world
              .ask(
                  "query($code: String!) { rdInstitution(code: $code) { standards(region:"
                      + " \"360000\", year: 2022) { verdict missing { zh } } } }",
                  Map.of("code", one.getKey()))
              .at("/rdInstitution/standards")
              .get(0);
      ObjectNode result =
          answer
              .putObject(one.getKey())
              .put("qualifies", standard.path("verdict").asText().equals("ELIGIBLE"));
      ArrayNode missing = result.putArray("missing");
      standard.path("missing").findValuesAsText("zh").forEach(missing::add);
    }
    return answer;
  }

  private static JsonNode outcome(World world, String target, List<Map<String, String>> readings) {
    return Figures.board(world, JIANGXI, JIANGXI, PLAN_END, List.of(target), readings).path(target);
  }

  private static JsonNode intensity(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    String unit = given.given().path("unit").asText();
    String code = world.enterprise("全省规上工业", "360102", Map.of());
    world.listed(List.of(code), PLAN_END);
    ObjectNode answer = Figures.object();
    for (JsonNode rd : given.given().path("rd")) {
      world.report(
          code,
          PLAN_END,
          Map.of(
              "revenue", given.given().path("revenue").asText() + unit,
              "rdExpenditure", rd.asText() + unit));
      JsonNode outcome = outcome(world, "JX-N01", readings);
      answer
          .putObject(rd.asText())
          .put("exact_pct", outcome.path("value").asText())
          .put("shown_pct", Figures.number(outcome.path("shown")))
          .put("met", Figures.met(outcome));
    }
    return answer;
  }

  private static JsonNode yearlyTargetQuery(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    String clause = given.clauses().path(0).asText();
    String target = "";
    for (JsonNode declared :
        world
            .ask("{ policyBundle(region: \"360000\") { targets { id clause } } }")
            .at("/policyBundle/targets")) {
      if (target.isEmpty() && declared.path("clause").asText().equals(clause)) {
        target = declared.path("id").asText();
      }
    }
    ObjectNode answer = Figures.object();
    for (JsonNode year : given.given().path("query").path("years")) {
      JsonNode outcome =
          Figures.board(world, JIANGXI, JIANGXI, year.asInt(), List.of(target), readings)
              .path(target);
      if (outcome.path("status").asText().equals("NO_TARGET_FOR_YEAR")) {
        answer.put(year.asText(), "NO_TARGET_FOR_YEAR");
      } else {
        answer
            .putObject(year.asText())
            .put("operator", outcome.at("/target/symbol").asText())
            .put("value", outcome.at("/target/value").asText())
            .put("unit", outcome.at("/target/unit").asText());
      }
    }
    return answer;
  }
}
