package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the reporting series of a region stand at a moment. */
final class SeriesAnswers {
  private SeriesAnswers() {}

  /** By unit and period. */
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

  /** As a whole. */
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
}
