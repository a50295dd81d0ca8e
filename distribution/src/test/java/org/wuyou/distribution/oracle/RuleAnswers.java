package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the rules of a region answer for the subjects of a case, by the key of the subject. */
final class RuleAnswers {
  private final World world;
  private final Map<String, Object> asked;

  private RuleAnswers(World world, Map<String, Object> asked) {
    this.world = world;
    this.asked = asked;
  }

  /** Of a reporting year. */
  static RuleAnswers of(World world, String region, int year, List<Map<String, String>> readings) {
    return new RuleAnswers(world, Map.of("region", region, "year", year, "readings", readings));
  }

  /** As of a day. */
  static RuleAnswers on(
      World world, String region, String day, List<Map<String, String>> readings) {
    return new RuleAnswers(world, Map.of("region", region, "asOf", day, "readings", readings));
  }

  /** Of a reporting year or as of a day, as far as they are named. */
  static RuleAnswers when(
      World world, String region, Map<String, Object> time, List<Map<String, String>> readings) {
    Map<String, Object> asked = new HashMap<>(time);
    asked.put("region", region);
    asked.put("readings", readings);
    return new RuleAnswers(world, asked);
  }

  /** Verdict and reasons of every subject of a standard. */
  Map<String, JsonNode> verdicts(String rule) {
    return nodes("verdicts", "verdict reasons missing", rule);
  }

  /** Whether each subject passes a standard and why not, as the cases word it. */
  ObjectNode validity(String rule) {
    ObjectNode answer = Figures.object();
    verdicts(rule)
        .forEach(
            (key, verdict) -> {
              ObjectNode row = answer.putObject(key);
              row.put("valid", verdict.path("verdict").asText().equals("ELIGIBLE"));
              row.set("reasons", verdict.path("reasons"));
            });
    return answer;
  }

  /** Where all stand on a tier ladder. */
  Map<String, JsonNode> placements(String rule) {
    return nodes("placements", "band name { zh }", rule);
  }

  /** What a sanction says of every subject. */
  Map<String, JsonNode> sanctions(String rule) {
    return nodes(
        "sanctions",
        "state sanctioned reasons effects { id } faults { state finding { id } }",
        rule);
  }

  /** Verdict, reasons and payment of every subject of a benefit. */
  Map<String, JsonNode> claims(String rule, Map<String, String> parameters) {
    return nodes(
        "claims",
        "verdict reasons payment { state amount potential unit } findings { id state }",
        rule,
        parameters);
  }

  /** Standing, rank and reasons of every subject of a selection. */
  Map<String, JsonNode> selection(String rule) {
    return nodes("selection", "standing candidate rank reasons", rule);
  }

  /** Figures worked out for every subject, by id. */
  Map<String, JsonNode> calculations(String rule) {
    return nodes("calculations", "status figures { id value unit }", rule);
  }

  /** The subjects on a list. */
  Map<String, JsonNode> list(String rule) {
    return nodes("list", "values", rule);
  }

  /** The subjects of a priority with their ranks. */
  Map<String, JsonNode> priority(String rule) {
    return nodes("priority", "rank", rule);
  }

  /** How many are on a list within a place. */
  int listed(String rule, String scope) {
    return ask(
            "list",
            "(rule: $rule, scope: $scope, " + COMMON + ")",
            "totalCount",
            rule,
            Map.of("scope", scope))
        .path("totalCount")
        .asInt();
  }

  /** The figure of that id among those worked out, in its unit. */
  static JsonNode figure(JsonNode calculation, String id) {
    for (JsonNode figure : calculation.path("figures")) {
      if (figure.path("id").asText().equals(id)) {
        return figure.path("value");
      }
    }
    throw new AssertionError("no figure " + id + " in " + calculation);
  }

  /** The word for a verdict without a fault, the one reason, or all reasons. */
  static JsonNode reasons(JsonNode verdict, String fine) {
    if (verdict.path("verdict").asText().equals("ELIGIBLE")) {
      return JsonNodeFactory.instance.textNode(fine);
    }
    JsonNode reasons = verdict.path("reasons");
    return reasons.size() == 1 ? reasons.get(0) : reasons;
  }

  private static final String COMMON =
      "year: $year, asOf: $asOf, readings: $readings, parameters: $parameters";

  private Map<String, JsonNode> nodes(String field, String wanted, String rule) {
    return nodes(field, wanted, rule, Map.of());
  }

  private Map<String, JsonNode> nodes(
      String field, String wanted, String rule, Map<String, String> parameters) {
    Map<String, JsonNode> byKey = new LinkedHashMap<>();
    ask(
            field,
            "(rule: $rule, first: 500, " + COMMON + ")",
            "nodes { subject { key name } " + wanted + " }",
            rule,
            Map.of("parameters", values(parameters)))
        .path("nodes")
        .forEach(node -> byKey.put(node.at("/subject/key").asText(), node));
    return byKey;
  }

  private JsonNode ask(
      String field, String arguments, String wanted, String rule, Map<String, Object> more) {
    Map<String, Object> variables = new HashMap<>(asked);
    variables.put("rule", rule);
    variables.putAll(more);
    String scope = more.containsKey("scope") ? ", $scope: DivisionCode" : "";
    return world
        .ask(
            "query($region: DivisionCode!, $rule: String!, $year: Int, $asOf: Date, $readings:"
                + " [ReadingChoice!], $parameters: [ParameterValue!]"
                + scope
                + ") { region(code: $region) { "
                + field
                + arguments
                + " { "
                + wanted
                + " } } }",
            variables)
        .path("region")
        .path(field);
  }

  private static List<Map<String, String>> values(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> Map.of("parameter", entry.getKey(), "value", entry.getValue()))
        .toList();
  }
}
