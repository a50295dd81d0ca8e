package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Cases whose figures are entered as region statistics. */
final class StatisticCases {
  static final Map<String, Adapter> ADAPTERS =
      Map.of(
          "panjin/rd-gdp", StatisticCases::rdToGdp,
          "linyi/output-share", StatisticCases::outputShare);

  private static final String PANJIN = "211100";
  private static final String LINYI = "371300";

  private StatisticCases() {}

  private static JsonNode outcome(
      World world, String region, int year, String target, List<Map<String, String>> readings) {
    return Figures.board(world, region, region, year, List.of(target), readings).path(target);
  }

  private static JsonNode rdToGdp(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    ObjectNode answer = Figures.object();
    String unit = given.given().path("unit").asText();
    for (Map.Entry<String, JsonNode> one : given.given().properties()) {
      if (!one.getValue().isObject()) {
        continue;
      }
      int year = Integer.parseInt(one.getKey());
      question
          .world()
          .statistic(PANJIN, year, "rd_expenditure", one.getValue().path("rd").asText(), unit);
      question.world().statistic(PANJIN, year, "gdp", one.getValue().path("gdp").asText(), unit);
      JsonNode outcome =
          outcome(question.world(), PANJIN, year, year == 2017 ? "PJ-N28" : "PJ-N30", readings);
      answer
          .putObject(one.getKey())
          .put("pct", outcome.path("value").asText())
          .put("shown_pct", Figures.number(outcome.path("shown")))
          .put("met", Figures.met(outcome));
    }
    return answer;
  }

  private static JsonNode outputShare(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    ObjectNode answer = Figures.object();
    String unit = given.given().path("unit").asText();
    for (Map.Entry<String, JsonNode> one : given.given().properties()) {
      if (!one.getValue().isObject()) {
        continue;
      }
      int year = Integer.parseInt(one.getKey());
      question
          .world()
          .statistic(
              LINYI, year, "high_tech_output", one.getValue().path("high_tech").asText(), unit);
      question
          .world()
          .statistic(
              LINYI, year, "above_scale_output", one.getValue().path("total").asText(), unit);
      JsonNode outcome =
          outcome(question.world(), LINYI, year, year <= 2023 ? "LY-N03" : "LY-N05", readings);
      answer
          .putObject(one.getKey())
          .put("exact_pct", outcome.path("value").asText())
          .put("shown_pct", Figures.number(outcome.path("shown")))
          .put("met", Figures.met(outcome));
    }
    return answer;
  }
}
