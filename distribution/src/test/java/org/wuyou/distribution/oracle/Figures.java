package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Asks the product how targets stand, and reads its answers as the cases word them. */
final class Figures {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String OUTCOME =
      "target { id clause operator symbol value unit } status met value shown threshold numerator"
          + " denominator without { nodes { name } } undetermined { nodes { name } }";

  private Figures() {}

  static ObjectNode object() {
    return JSON.objectNode();
  }

  /** Outcomes of the region's targets in that year, by target id. */
  static JsonNode board(
      World world,
      String region,
      String scope,
      int year,
      List<String> targets,
      List<Map<String, String>> readings) {
    ObjectNode byId = object();
    world
        .ask(
            "query($region: DivisionCode!, $scope: DivisionCode, $year: Int, $targets: [String!],"
                + " $readings: [ReadingChoice!]) { region(code: $region) { targetBoard(scope:"
                + " $scope, year: $year, targets: $targets, readings: $readings) { "
                + OUTCOME
                + " } } }",
            Map.of(
                "region",
                region,
                "scope",
                scope,
                "year",
                year,
                "targets",
                targets,
                "readings",
                readings))
        .path("region")
        .path("targetBoard")
        .forEach(outcome -> byId.set(outcome.path("target").path("id").asText(), outcome));
    return byId;
  }

  /** What the region's policies say of one enterprise. */
  static JsonNode enterprise(
      World world, String uscc, String region, int year, List<Map<String, String>> readings) {
    return world
        .ask(
            "query($uscc: Uscc!, $region: DivisionCode!, $year: Int, $readings:"
                + " [ReadingChoice!]) { enterprise(uscc: $uscc) { tiers(region: $region, year:"
                + " $year, readings: $readings) { band status threshold } targets(region: $region,"
                + " year: $year, readings: $readings) { "
                + OUTCOME
                + " } standards(region: $region, year: $year, readings: $readings) { standard { id"
                + " } verdict missing { zh } } } }",
            Map.of("uscc", uscc, "region", region, "year", year, "readings", readings))
        .path("enterprise");
  }

  static boolean met(JsonNode outcome) {
    return outcome.path("met").asBoolean();
  }

  /** {@code "20.00 %"} without its unit. */
  static String number(JsonNode shown) {
    return shown.asText().split(" ", 2)[0];
  }

  /** {@code "20.00 %"} as {@code "20"}. */
  static String plain(JsonNode shown) {
    return new BigDecimal(number(shown)).stripTrailingZeros().toPlainString();
  }

  static List<String> names(JsonNode subjects) {
    return subjects.path("nodes").findValuesAsText("name");
  }

  static String yuan(JsonNode wan) {
    return new BigDecimal(wan.asText()).scaleByPowerOfTen(4).toPlainString();
  }

  static String wan(JsonNode yuan) {
    BigDecimal value = new BigDecimal(yuan.asText()).scaleByPowerOfTen(-4).stripTrailingZeros();
    return value.toPlainString();
  }
}
