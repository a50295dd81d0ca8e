package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks a region's rules about all of whom they speak. */
final class Answers {
  private static final int MOST = 500;

  private Answers() {}

  /** What a standard says, by the key of the subject. */
  static Map<String, JsonNode> verdicts(
      World world, String region, String rule, String asOf, List<Map<String, String>> readings) {
    return rows(world, region, "verdicts", "verdict reasons missing", rule, asOf, readings);
  }

  /** Where all stand on a tier ladder, by the key of the subject. */
  static Map<String, JsonNode> placements(
      World world, String region, String rule, String asOf, List<Map<String, String>> readings) {
    return rows(world, region, "placements", "band name { zh }", rule, asOf, readings);
  }

  /** What a sanction says, by the key of the subject. */
  static Map<String, JsonNode> sanctions(
      World world, String region, String rule, String asOf, List<Map<String, String>> readings) {
    return rows(
        world,
        region,
        "sanctions",
        "state sanctioned reasons effects { id } faults { state finding { id } }",
        rule,
        asOf,
        readings);
  }

  /** The figures of a calculation, by the key of the subject. */
  static Map<String, JsonNode> calculations(
      World world, String region, String rule, String asOf, List<Map<String, String>> readings) {
    return rows(world, region, "calculations", "figures { id value }", rule, asOf, readings);
  }

  /** How many are on a list. */
  static int listed(World world, String region, String scope, String rule, String asOf) {
    return world
        .ask(
            "query($region: DivisionCode!, $scope: DivisionCode!, $rule: String!, $asOf: Date!) {"
                + " region(code: $region) { list(rule: $rule, scope: $scope, asOf: $asOf) {"
                + " totalCount } } }",
            Map.of("region", region, "scope", scope, "rule", rule, "asOf", asOf))
        .at("/region/list/totalCount")
        .asInt();
  }

  /** How a series stands at a moment, by unit. */
  static Map<String, JsonNode> standings(
      World world, String region, String series, String at, List<Map<String, String>> readings) {
    Map<String, JsonNode> byUnit = new LinkedHashMap<>();
    series(world, region, series, at, readings)
        .path("units")
        .forEach(
            unit ->
                byUnit.put(
                    (unit.path("unit").asText() + " " + unit.path("period").asText()).strip(),
                    unit));
    return byUnit;
  }

  /** How a series stands at a moment. */
  static JsonNode series(
      World world, String region, String series, String at, List<Map<String, String>> readings) {
    return world
        .ask(
            "query($region: DivisionCode!, $series: String!, $at: Timestamp!, $readings:"
                + " [ReadingChoice!]) { policyBundle(region: $region) { oneSeries(id: $series) {"
                + " standing(at: $at, readings: $readings) { status units { unit period due status"
                + " } gathered { unit status } } } } }",
            Map.of("region", region, "series", series, "at", at, "readings", readings))
        .at("/policyBundle/oneSeries/standing");
  }

  private static Map<String, JsonNode> rows(
      World world,
      String region,
      String field,
      String wanted,
      String rule,
      String asOf,
      List<Map<String, String>> readings) {
    Map<String, JsonNode> byKey = new LinkedHashMap<>();
    world
        .ask(
            "query($region: DivisionCode!, $rule: String!, $asOf: Date!, $first: Int!, $readings:"
                + " [ReadingChoice!]) { region(code: $region) { answer: "
                + field
                + "(rule: $rule, asOf: $asOf, first: $first, readings: $readings) { nodes {"
                + " subject { key name } "
                + wanted
                + " } } } }",
            Map.of(
                "region", region, "rule", rule, "asOf", asOf, "first", MOST, "readings", readings))
        .at("/region/answer/nodes")
        .forEach(node -> byKey.put(node.at("/subject/key").asText(), node));
    return byKey;
  }

  /** The word for a verdict without a fault, the one reason, or all reasons. */
  static JsonNode reasons(JsonNode verdict, String fine) {
    if (verdict.path("verdict").asText().equals("ELIGIBLE")) {
      return JsonNodeFactory.instance.textNode(fine);
    }
    JsonNode reasons = verdict.path("reasons");
    return reasons.size() == 1 ? reasons.get(0) : reasons;
  }
}
