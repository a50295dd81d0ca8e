package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shanxi: work groups, coverage, pairing, alliances. */
final class ShanxiCases {
  static final Map<String, Adapter> ADAPTERS =
      Map.of(
          "shanxi/work-group", ShanxiCases::workGroups,
          "shanxi/coverage", ShanxiCases::coverage,
          "shanxi/pairing", ShanxiCases::pairing,
          "shanxi/alliances", ShanxiCases::alliances);

  static final String SHANXI = "140000";
  static final String CITY = "140100";
  private static final int YEAR = 2020;
  private static final String YEAR_END = "2020-12-31";
  private static final String STARTED = "2020-07-01";

  /** {@code D=处级干部}: a letter and who it stands for. */
  private static final Pattern LEGEND = Pattern.compile("([A-Z])=([^,;]*)");

  private ShanxiCases() {}

  private static JsonNode workGroups(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    Map<String, String> legend = new HashMap<>();
    Matcher entry = LEGEND.matcher(given.given().path("legend").asText());
    while (entry.find()) {
      legend.put(entry.group(1), entry.group(2));
    }
    for (Map.Entry<String, JsonNode> group : given.given().path("groups").properties()) {
      workGroup(world, group.getKey());
      String letters = group.getValue().asText();
      List<Map<String, Object>> members = new ArrayList<>();
      for (int i = 0; i < letters.length(); i++) {
        String who = legend.getOrDefault(letters.substring(i, i + 1), "");
        String rank = rank(who);
        boolean professional = who.contains("professional") || who.contains("专业技术");
        members.add(
            Map.of(
                "group",
                Map.of("code", group.getKey()),
                "number",
                i + 1,
                "rank",
                rank,
                "affiliation",
                professional ? "UNIVERSITY" : rank.equals("NONE") ? "ENTERPRISE" : "GOVERNMENT",
                "technicalProfessional",
                professional));
      }
      world.enter("WorkGroupMember", members);
    }
    return RuleAnswers.on(world, SHANXI, YEAR_END, readings).validity("workGroup");
  }

  /** The rank that the words of a legend name. */
  private static String rank(String words) {
    if (words.contains("厅") || words.contains("局级")) {
      return "BUREAU";
    }
    if (words.contains("处级")) {
      return "DIVISION";
    }
    return words.contains("科级") ? "SECTION" : "NONE";
  }

  private static void workGroup(World world, String code) {
    world.enter(
        "WorkGroup",
        Map.of("code", code, "name", code, "division", Map.of("code", CITY), "formedOn", STARTED));
  }

  private static JsonNode coverage(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    Map<String, String> codes = new LinkedHashMap<>();
    given
        .given()
        .path("un_innovating")
        .forEach(name -> codes.put(name.asText(), enterprise(world, name.asText(), "26", false)));
    given
        .given()
        .path("innovating")
        .forEach(name -> codes.put(name.asText(), enterprise(world, name.asText(), "26", true)));
    for (Map.Entry<String, JsonNode> group : given.given().path("assignments").properties()) {
      workGroup(world, group.getKey());
      for (JsonNode name : group.getValue()) {
        world.enter(
            "WorkGroupAssignment",
            Map.of(
                "group", Map.of("code", group.getKey()),
                "enterprise", Map.of("uscc", codes.get(name.asText())),
                "assignedOn", STARTED));
      }
    }
    JsonNode outcome = outcome(world, "SX-N10", readings);
    ObjectNode answer = share(outcome);
    names(answer, "unassigned", outcome);
    return answer;
  }

  private static JsonNode pairing(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    Map<String, String> codes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : given.given().path("enterprises").properties()) {
      JsonNode facts = one.getValue();
      String code =
          enterprise(
              world,
              one.getKey(),
              facts.path("industry").asText().replaceFirst("^[A-Z]", ""),
              facts.path("active").asBoolean());
      if (!facts.path("above_scale").asBoolean(true)) {
        membership(world, code, false);
      }
      codes.put(one.getKey(), code);
    }
    Map<String, JsonNode> pairs = new LinkedHashMap<>();
    given.given().path("pairings").properties().forEach(p -> pairs.put(p.getKey(), p.getValue()));
    pairs
        .values()
        .forEach(
            pair ->
                world.enter(
                    "Pairing",
                    Map.of(
                        "mentor", Map.of("uscc", codes.get(pair.path(0).asText())),
                        "mentee", Map.of("uscc", codes.get(pair.path(1).asText())),
                        "startedOn", STARTED)));
    Map<String, JsonNode> verdicts =
        RuleAnswers.on(world, SHANXI, YEAR_END, readings).verdicts("pairing");
    ObjectNode answer = Figures.object();
    pairs.forEach(
        (name, pair) -> {
          String key =
              codes.get(pair.path(0).asText())
                  + " "
                  + codes.get(pair.path(1).asText())
                  + " "
                  + STARTED;
          answer.set(name, RuleAnswers.reasons(verdicts.get(key), "OK"));
        });
    ObjectNode mode = answer.putObject("mode");
    RuleAnswers.on(world, SHANXI, YEAR_END, readings)
        .placements("mentorMode")
        .forEach((uscc, place) -> mode.put(name(codes, uscc), place.at("/name/zh").asText()));
    JsonNode outcome = outcome(world, "SX-N11", readings);
    ObjectNode coverage = share(outcome);
    names(coverage, "unpaired", outcome);
    answer.set("coverage", coverage);
    return answer;
  }

  private static String name(Map<String, String> codes, String uscc) {
    return codes.entrySet().stream()
        .filter(code -> code.getValue().equals(uscc))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode alliances(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    for (JsonNode cluster : given.given().path("clusters")) {
      world.enter(
          "IndustryField",
          Map.of(
              "code",
              cluster.asText(),
              "name",
              cluster.asText(),
              "divisionCode",
              SHANXI,
              "kind",
              "CLUSTER"));
    }
    for (JsonNode alliance : given.given().path("alliances")) {
      world.enter(
          "Alliance",
          Map.of(
              "code",
              alliance.path("id").asText(),
              "name",
              alliance.path("id").asText(),
              "kind",
              "INDUSTRY",
              "divisionCode",
              SHANXI,
              "field",
              Map.of("code", alliance.path("cluster").asText()),
              "foundedOn",
              "2020-01-01"));
    }
    JsonNode every = outcome(world, "clusterCoverage", readings);
    JsonNode fourteen = outcome(world, "SX-N03", readings);
    ObjectNode answer = Figures.object();
    answer.put("covered", Figures.plain(fourteen.path("shown")));
    answer.put("of", every.path("denominator").asText());
    answer.put("shown_pct", Figures.number(every.path("shown")));
    answer.put("met", Figures.met(every) && Figures.met(fourteen));
    names(answer, "missing", every);
    return answer;
  }

  private static String enterprise(World world, String name, String industry, boolean active) {
    String code = world.enterprise(name, "140105", Map.of("industryCode", industry));
    membership(world, code, true);
    world.report(code, YEAR, Map.of("rdExpenditure", active ? "1000000" : "0"));
    return code;
  }

  private static void membership(World world, String code, boolean listed) {
    world.enter(
        "AboveScaleMembership",
        Map.of("enterprise", Map.of("uscc", code), "year", YEAR, "listed", listed));
  }

  private static JsonNode outcome(World world, String target, List<Map<String, String>> readings) {
    return Figures.board(world, SHANXI, SHANXI, YEAR, List.of(target), readings).path(target);
  }

  private static void names(ObjectNode answer, String field, JsonNode outcome) {
    ArrayNode names = answer.putArray(field);
    Figures.names(outcome.path("without")).forEach(names::add);
  }

  private static ObjectNode share(JsonNode outcome) {
    ObjectNode share = Figures.object();
    share.put("numerator", outcome.path("numerator").asText());
    share.put("denominator", outcome.path("denominator").asText());
    share.put("shown_pct", Figures.number(outcome.path("shown")));
    share.put("met", Figures.met(outcome));
    return share;
  }
}
