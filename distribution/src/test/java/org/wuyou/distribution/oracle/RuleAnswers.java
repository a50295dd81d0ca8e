package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the rules of a region answer for the subjects of a case, by the key of the subject. */
record RuleAnswers(World world, String region, int year, List<Map<String, String>> readings) {
  private static final String ARGUMENTS =
      "(rule: $rule, year: $year, readings: $readings, parameters: $parameters, first: 500)";

  /** Verdict, reasons and payment of every subject of a benefit. */
  Map<String, JsonNode> claims(String rule, Map<String, String> parameters) {
    return nodes(
        "claims",
        "nodes { subject { key name } verdict reasons payment { state amount potential unit }"
            + " findings { id state } }",
        rule,
        parameters);
  }

  /** Standing, rank and reasons of every subject of a selection. */
  Map<String, JsonNode> selection(String rule) {
    return nodes(
        "selection",
        "nodes { subject { key name } standing candidate rank reasons }",
        rule,
        Map.of());
  }

  /** Figures worked out for every subject, by id. */
  Map<String, JsonNode> calculations(String rule) {
    return nodes(
        "calculations",
        "nodes { subject { key name } status figures { id value unit } }",
        rule,
        Map.of());
  }

  /** The subjects on a list. */
  Map<String, JsonNode> list(String rule) {
    return nodes("list", "nodes { subject { key name } values }", rule, Map.of());
  }

  /** The subjects of a priority with their ranks. */
  Map<String, JsonNode> priority(String rule) {
    return nodes("priority", "nodes { rank subject { key name } }", rule, Map.of());
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

  private Map<String, JsonNode> nodes(
      String field, String selection, String rule, Map<String, String> parameters) {
    JsonNode answer =
        world
            .ask(
                "query($region: DivisionCode!, $rule: String!, $year: Int, $readings:"
                    + " [ReadingChoice!], $parameters: [ParameterValue!]) { region(code: $region) { "
                    + field
                    + ARGUMENTS
                    + " { totalCount "
                    + selection
                    + " } } }",
                Map.of(
                    "region", region,
                    "rule", rule,
                    "year", year,
                    "readings", readings,
                    "parameters", values(parameters)))
            .path("region")
            .path(field);
    Map<String, JsonNode> byKey = new LinkedHashMap<>();
    answer
        .path("nodes")
        .forEach(node -> byKey.put(node.path("subject").path("key").asText(), node));
    return byKey;
  }

  private static List<Map<String, String>> values(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> Map.of("parameter", entry.getKey(), "value", entry.getValue()))
        .toList();
  }
}
