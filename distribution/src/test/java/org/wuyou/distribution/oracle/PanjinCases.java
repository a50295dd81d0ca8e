package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Panjin: sanction, leading group, patents, platforms, talents. */
final class PanjinCases {
  static final Map<String, Adapter> ADAPTERS =
      Map.of(
          "panjin/sanction", PanjinCases::sanction,
          "panjin/organisation", PanjinCases::organisation,
          "panjin/patent-share", PanjinCases::patentShare,
          "panjin/platforms", PanjinCases::platforms,
          "panjin/talent", PanjinCases::talent);

  private static final String PANJIN = "211100";
  private static final String COUNTY = "211103";
  private static final int PLAN_END = 2019;

  private PanjinCases() {}

  private static JsonNode sanction(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    String unit = given.given().path("unit").asText("万元");
    int year = given.asOf().map(day -> day.getYear()).orElse(PLAN_END);
    Map<String, String> codes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : given.given().path("enterprises").properties()) {
      JsonNode facts = one.getValue();
      String code =
          world.enterprise(
              one.getKey(), COUNTY, Map.of("techEnterprise", facts.path("tech").asBoolean(true)));
      codes.put(one.getKey(), code);
      world.enter(
          "AboveScaleMembership",
          Map.of(
              "enterprise", Map.of("uscc", code),
              "year", year,
              "listed", facts.path("above_scale").asBoolean(true)));
      if (facts.path("institution").asBoolean()) {
        world.institutions(List.of(code));
      }
      if (facts.hasNonNull("rd")) {
        world.report(code, year, Map.of("rdExpenditure", facts.path("rd").asText() + unit));
      }
      if (facts.hasNonNull("plan")) {
        world.enter(
            "PlanFigure",
            Map.of(
                "enterprise",
                Map.of("uscc", code),
                "year",
                year,
                "rdExpenditure",
                facts.path("plan").asText() + unit));
      }
    }
    Map<String, JsonNode> outcomes =
        RuleAnswers.on(world, PANJIN, year + "-12-31", readings).sanctions("sanction");
    ObjectNode answer = Figures.object();
    codes.forEach((name, code) -> answer.set(name, sanctioned(outcomes.get(code), answer)));
    return answer;
  }

  private static ObjectNode sanctioned(@Nullable JsonNode outcome, ObjectNode answer) {
    ObjectNode row = Figures.object();
    if (outcome == null) {
      return row.put("sanctioned", false).put("status", "OUT_OF_SCOPE");
    }
    row.set("sanctioned", outcome.path("sanctioned"));
    row.set("reasons", outcome.path("reasons"));
    row.set("status", outcome.path("state"));
    ArrayNode notes = row.putArray("notes");
    for (JsonNode fault : outcome.path("faults")) {
      if (fault.path("state").asText().equals("PLAN_FIGURE_MISSING")) {
        notes.add("PLAN_FIGURE_MISSING");
      }
    }
    if (outcome.path("sanctioned").asBoolean()) {
      ArrayNode effects = answer.putArray("effects");
      outcome.path("effects").findValuesAsText("id").forEach(effects::add);
    }
    return row;
  }

  private static JsonNode organisation(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    for (Map.Entry<String, JsonNode> group : given.given().path("groups").properties()) {
      JsonNode facts = group.getValue();
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("code", group.getKey());
      row.put("name", group.getKey());
      row.put("kind", "LEADING_GROUP");
      row.put("division", Map.of("code", PANJIN));
      if (facts.hasNonNull("office_at")) {
        row.put("office", Map.of("code", office(world, facts.path("office_at").asText())));
      }
      world.enter("LeadingGroup", row);
      List<Map<String, Object>> members = new ArrayList<>();
      member(members, group.getKey(), "HEAD", facts.path("head"));
      member(members, group.getKey(), "DEPUTY", facts.path("deputy"));
      member(members, group.getKey(), "MEMBER", facts.path("members"));
      world.enter("LeadingGroupMember", members);
    }
    return RuleAnswers.on(world, PANJIN, "2019-12-31", readings).validity("leadingGroup");
  }

  private static void member(
      List<Map<String, Object>> members, String group, String role, JsonNode post) {
    if (post.isTextual()) {
      members.add(
          Map.of(
              "group",
              Map.of("code", group),
              "number",
              members.size() + 1,
              "role",
              role,
              "post",
              post(post.asText())));
    }
  }

  /** The post that the words of a case name, in either script. */
  private static String post(String words) {
    if (words.contains("分管副")) {
      return "VICE_MAYOR_IN_CHARGE";
    }
    if (words.contains("副市")) {
      return "VICE_MAYOR";
    }
    if (words.startsWith("市長") || words.startsWith("市长")) {
      return "MAYOR";
    }
    return words.matches(".*部[門门]負?负?[責责]人.*") ? "DEPARTMENT_HEAD" : "OTHER";
  }

  private static String office(World world, String name) {
    String line =
        name.contains("科技") ? "SCIENCE" : name.matches(".*[經经]信.*") ? "INDUSTRY" : "OTHER";
    world.enter(
        "GovernmentUnit",
        Map.of(
            "code",
            "OFFICE-" + line,
            "name",
            name,
            "division",
            Map.of("code", PANJIN),
            "line",
            line));
    return "OFFICE-" + line;
  }

  private static JsonNode patentShare(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> one : given.given().properties()) {
      world.clear();
      int year = Integer.parseInt(one.getKey());
      List<String> tech =
          world.enterprises(
              one.getValue().path("tech").asInt(), COUNTY, Map.of("techEnterprise", true));
      world.listed(tech, year);
      world.enter(
          "IpRight",
          tech.subList(0, one.getValue().path("with_patent").asInt()).stream()
              .map(
                  code ->
                      Map.of(
                          "number", "P-" + code,
                          "kind", "INVENTION",
                          "title", "专利",
                          "owner", Map.of("uscc", code),
                          "divisionCode", COUNTY,
                          "filedOn", "2014-01-01",
                          "grantedOn", "2016-01-01"))
              .toList());
      JsonNode outcome = outcome(world, year, year == 2017 ? "PJ-N50" : "PJ-N51", readings);
      answer
          .putObject(one.getKey())
          .put("shown_pct", Figures.number(outcome.path("shown")))
          .put("met", Figures.met(outcome));
    }
    return answer;
  }

  private static JsonNode platforms(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> one : given.given().path("cases").properties()) {
      world.clear();
      enter(
          world,
          "Platform",
          one.getValue().path("platforms").asInt(),
          Map.of("kind", "INNOVATION_PLATFORM", "establishedOn", "2018-06-01"));
      enter(
          world,
          "Alliance",
          one.getValue().path("alliances").asInt(),
          Map.of("kind", "TECHNOLOGY", "foundedOn", "2018-06-01"));
      JsonNode board =
          Figures.board(
              world, PANJIN, PANJIN, PLAN_END, List.of("PJ-N10", "PJ-N25", "PJ-N26"), readings);
      JsonNode groups =
          world
              .ask(
                  "query($readings: [ReadingChoice!]) { region(code: \"211100\") {"
                      + " targetGroups(year: 2019, readings: $readings) { rule { id } met } } }",
                  Map.of("readings", readings))
              .at("/region/targetGroups");
      ObjectNode row = answer.putObject(one.getKey());
      row.put("PJ-G4_together", Figures.met(board.path("PJ-N10")));
      row.put("PJ-6_platforms", Figures.met(board.path("PJ-N25")));
      row.put("PJ-6_alliances", Figures.met(board.path("PJ-N26")));
      for (JsonNode group : groups) {
        if (group.at("/rule/id").asText().equals("platformsOverall")) {
          row.set("overall", group.path("met"));
        }
      }
    }
    return answer;
  }

  private static void enter(World world, String entity, int count, Map<String, ?> more) {
    world.enter(
        entity,
        IntStream.rangeClosed(1, count)
            .mapToObj(
                number -> {
                  Map<String, Object> row = new LinkedHashMap<>(more);
                  row.put("code", entity + "-" + number);
                  row.put("name", entity + " " + number);
                  row.put("divisionCode", PANJIN);
                  return row;
                })
            .toList());
  }

  private static JsonNode talent(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    Map<String, String> categories = Map.of("high_level", "HIGH_LEVEL", "urgent", "URGENT");
    categories.forEach(
        (name, category) ->
            given
                .given()
                .path(name)
                .properties()
                .forEach(year -> introduce(world, category, year.getKey(), year.getValue())));
    Map<Integer, Map<String, String>> targets =
        Map.of(
            2017, Map.of("high_level", "PJ-N32", "urgent", "PJ-N33"),
            2019, Map.of("high_level", "PJ-N34", "urgent", "PJ-N35"));
    ObjectNode answer = Figures.object();
    targets.forEach(
        (year, byName) -> {
          ObjectNode row = answer.putObject(String.valueOf(year));
          byName.forEach(
              (name, target) -> {
                JsonNode outcome = outcome(world, year, target, readings);
                row.putObject(name)
                    .put("value", outcome.path("value").asText())
                    .put("met", Figures.met(outcome));
              });
        });
    return answer;
  }

  private static void introduce(World world, String category, String year, JsonNode persons) {
    if (persons.asInt() > 0) {
      world.enter(
          "TalentIntroduction",
          Map.of(
              "code",
              category + "-" + year,
              "category",
              category,
              "mode",
              "INTRODUCED",
              "persons",
              persons.asInt(),
              "arrivedOn",
              year + "-06-30",
              "divisionCode",
              PANJIN));
    }
  }

  private static JsonNode outcome(
      World world, int year, String target, List<Map<String, String>> readings) {
    return Figures.board(world, PANJIN, PANJIN, year, List.of(target), readings).path(target);
  }
}
