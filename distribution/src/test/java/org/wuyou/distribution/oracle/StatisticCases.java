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
          "linyi/output-share", StatisticCases::outputShare,
          "jiangxi/exceed", StatisticCases::exceed,
          "jiangxi/new-products", StatisticCases::newProducts,
          "jiangxi/green", StatisticCases::green);

  private static final String PANJIN = "211100";
  private static final String LINYI = "371300";
  private static final String JIANGXI = "360000";
  private static final int PLAN_END = 2022;

  /** What a statistic of Jiangxi is called, its unit, and the target it belongs to. */
  private record Counted(String indicator, String unit, String target) {}

  private static final Map<String, Counted> EXCEED =
      Map.of(
          "省级企业技术创新平台", new Counted("provincial_innovation_platforms", "家", "JX-N15"),
          "省级企业技术中心", new Counted("provincial_technology_centres", "家", "JX-N16"),
          "产业技术研究院", new Counted("industry_institutes", "家", "JX-N19"),
          "省级制造业创新中心", new Counted("provincial_manufacturing_innovation_centres", "家", "JX-N20"),
          "国家技术创新示范企业", new Counted("national_innovation_demonstrations", "家", "JX-N14"));

  private static final Map<String, Counted> GREEN =
      Map.of(
          "绿色园区", new Counted("green_parks_new", "家", "JX-N40"),
          "绿色工厂", new Counted("green_factories_new", "家", "JX-N41"),
          "绿色产品", new Counted("green_products_new", "个", "JX-N42"),
          "绿色供应链企业", new Counted("green_supply_chains_new", "家", "JX-N43"));

  private static final Map<String, Counted> NEW_PRODUCTS =
      Map.of(
          "approved", new Counted("new_products_approved", "项", "JX-N30"),
          "accepted", new Counted("new_products_accepted", "项", "JX-N31"),
          "added_sales_yi", new Counted("new_product_added_sales", "亿元", "JX-N32"),
          "added_profit_tax_yi", new Counted("new_product_added_profit_tax", "亿元", "JX-N33"));

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

  private static JsonNode exceed(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> one : given.given().path("values").properties()) {
      Counted counted = EXCEED.get(one.getKey());
      if (counted == null) {
        throw new AssertionError("no target of Jiangxi counts " + one.getKey());
      }
      ObjectNode row = answer.putObject(one.getKey());
      for (JsonNode value : one.getValue()) {
        question
            .world()
            .statistic(JIANGXI, PLAN_END, counted.indicator(), value.asText(), counted.unit());
        row.put(
            value.asText(),
            Figures.met(outcome(question.world(), JIANGXI, PLAN_END, counted.target(), readings)));
      }
    }
    return answer;
  }

  private static JsonNode newProducts(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    ObjectNode answer = Figures.object();
    NEW_PRODUCTS.forEach(
        (name, counted) -> {
          // The case gives totals of the plan; the years before the last add nothing.
          for (int year = PLAN_END - 2; year < PLAN_END; year++) {
            question.world().statistic(JIANGXI, year, counted.indicator(), "0", counted.unit());
          }
          question
              .world()
              .statistic(
                  JIANGXI,
                  PLAN_END,
                  counted.indicator(),
                  given.given().path(name).asText(),
                  counted.unit());
          answer.put(
              name.replace("_yi", ""),
              Figures.met(
                  outcome(question.world(), JIANGXI, PLAN_END, counted.target(), readings)));
        });
    return answer;
  }

  private static JsonNode green(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> one : given.given().path("recognised").properties()) {
      Counted counted = GREEN.get(one.getKey());
      if (counted == null) {
        throw new AssertionError("no target of Jiangxi counts " + one.getKey());
      }
      for (int year = PLAN_END - 3; year <= PLAN_END; year++) {
        question
            .world()
            .statistic(
                JIANGXI,
                year,
                counted.indicator(),
                one.getValue().path(String.valueOf(year)).asText("0"),
                counted.unit());
      }
      JsonNode outcome = outcome(question.world(), JIANGXI, PLAN_END, counted.target(), readings);
      answer
          .putObject(one.getKey())
          .put("new", outcome.path("value").asText())
          .put("met", Figures.met(outcome));
    }
    return answer;
  }
}
