package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.wuyou.distribution.oracle.Adapter.Question;

/** Jiangxi: counts at their bounds, what is new in the plan, provincial shares, coverage. */
final class JiangxiCases {
  static final Map<String, Adapter> ADAPTERS =
      Map.of(
          "jiangxi/exceed", JiangxiCases::exceed,
          "jiangxi/green", JiangxiCases::counters,
          "jiangxi/counters", JiangxiCases::counters,
          "jiangxi/new-products", JiangxiCases::newProducts,
          "jiangxi/province-indicators", JiangxiCases::provinceIndicators,
          "jiangxi/coverage", JiangxiCases::coverage);

  static final String JIANGXI = "360000";
  private static final int PLAN_END = 2022;

  private JiangxiCases() {}

  private static JsonNode outcome(World world, String target, List<Map<String, String>> readings) {
    return Figures.board(world, JIANGXI, JIANGXI, PLAN_END, List.of(target), readings).path(target);
  }

  /** Each figure is counted up from the least to the most. */
  private static JsonNode exceed(
      OracleCase given, Question question, List<Map<String, String>> readings) {
    World world = question.world();
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> one : given.given().path("values").properties()) {
      JiangxiCount counted = JiangxiCount.of(one.getKey());
      ObjectNode row = answer.putObject(one.getKey());
      TreeSet<Integer> values = new TreeSet<>();
      one.getValue().forEach(value -> values.add(value.asInt()));
      int entered = 0;
      for (int value : values) {
        counted.enter(world, entered, value, PLAN_END);
        entered = value;
        row.put(String.valueOf(value), Figures.met(outcome(world, counted.target(), readings)));
      }
    }
    return answer;
  }

  /** So many of each year; what is new in the plan is counted. */
  private static JsonNode counters(
      OracleCase given, Question question, List<Map<String, String>> readings) {
    World world = question.world();
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> one : given.given().path("recognised").properties()) {
      JiangxiCount counted = JiangxiCount.of(one.getKey());
      int entered = 0;
      for (Map.Entry<String, JsonNode> year : one.getValue().properties()) {
        int upTo = entered + year.getValue().asInt();
        counted.enter(world, entered, upTo, Integer.parseInt(year.getKey()));
        entered = upTo;
      }
      JsonNode outcome = outcome(world, counted.target(), readings);
      answer
          .putObject(one.getKey())
          .put("new", outcome.path("value").asText())
          .put("met", Figures.met(outcome));
    }
    return answer;
  }

  private static JsonNode newProducts(
      OracleCase given, Question question, List<Map<String, String>> readings) {
    World world = question.world();
    JsonNode facts = given.given();
    String firm = world.enterprise("新产品企业", "360102", Map.of());
    int approved = facts.path("approved").asInt();
    int accepted = facts.path("accepted").asInt();
    List<Map<String, Object>> products = new ArrayList<>();
    for (int i = 0; i < Math.max(1, Math.max(approved, accepted)); i++) {
      Map<String, Object> product = new LinkedHashMap<>();
      product.put("code", "NP-" + i);
      product.put("name", "新产品" + i);
      product.put("enterprise", Map.of("uscc", firm));
      product.put("approvedOn", i < approved ? "2021-03-01" : null);
      product.put("acceptedOn", i < accepted ? "2022-03-01" : null);
      products.add(product);
    }
    world.enter("NewProduct", products);
    world.enter(
        "NewProductYear",
        Map.of(
            "product",
            Map.of("code", "NP-0"),
            "year",
            PLAN_END,
            "addedSales",
            facts.path("added_sales_yi").asText("0") + "亿元",
            "addedProfitTax",
            facts.path("added_profit_tax_yi").asText("0") + "亿元"));
    return Figures.object()
        .put("approved", Figures.met(outcome(world, "JX-N30", readings)))
        .put("accepted", Figures.met(outcome(world, "JX-N31", readings)))
        .put("added_sales", Figures.met(outcome(world, "JX-N32", readings)))
        .put("added_profit_tax", Figures.met(outcome(world, "JX-N33", readings)));
  }

  private static JsonNode provinceIndicators(
      OracleCase given, Question question, List<Map<String, String>> readings) {
    World world = question.world();
    JsonNode facts = given.given();
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> one : facts.properties()) {
      if (one.getKey().startsWith("patents")) {
        JsonNode patents = one.getValue();
        world.statistic(
            JIANGXI, PLAN_END, "patent_applications", patents.path("applied").asText(), "件");
        world.statistic(JIANGXI, PLAN_END, "patent_grants", patents.path("granted").asText(), "件");
        answer
            .putObject(one.getKey())
            .put("applied", Figures.met(outcome(world, "JX-N05", readings)))
            .put("granted", Figures.met(outcome(world, "JX-N06", readings)));
      }
    }
    world.statistic(JIANGXI, PLAN_END, "above_scale_value_added", "100", "亿元");
    share(world, facts.path("high_tech_va_pct"), "high_tech_value_added");
    share(world, facts.path("strategic_va_pct"), "emerging_value_added");
    answer.put("high_tech_va", Figures.met(outcome(world, "JX-N08", readings)));
    answer.put("strategic_va", Figures.met(outcome(world, "JX-N09", readings)));
    String code = world.enterprise("全省规上工业", "360102", Map.of());
    world.listed(List.of(code), PLAN_END);
    ObjectNode products = answer.putObject("new_product");
    for (JsonNode share : facts.path("new_product_pct")) {
      String of = new BigDecimal(share.asText()).scaleByPowerOfTen(4).toPlainString();
      world.report(code, PLAN_END, Map.of("output", "1000000", "newProductOutput", of));
      products.put(share.asText(), Figures.met(outcome(world, "JX-N07", readings)));
    }
    return answer;
  }

  private static void share(World world, JsonNode percent, String indicator) {
    if (!percent.isMissingNode()) {
      world.statistic(JIANGXI, PLAN_END, indicator, percent.asText(), "亿元");
    }
  }

  /** Zones of the case, by name, and whether a public service platform serves them. */
  private static JsonNode coverage(
      OracleCase given, Question question, List<Map<String, String>> readings) {
    World world = question.world();
    world.enter(
        "Platform",
        Map.of("code", "PT", "name", "公共服务平台", "kind", "PUBLIC_SERVICE", "divisionCode", JIANGXI));
    for (Map.Entry<String, JsonNode> zone : given.given().path("zones").properties()) {
      JsonNode facts = zone.getValue();
      boolean covered = facts.isBoolean() ? facts.asBoolean() : facts.path("covered").asBoolean();
      world.enter(
          "DevelopmentZone",
          Map.of(
              "code", zone.getKey(),
              "name", zone.getKey(),
              "division", Map.of("code", "360102"),
              "rank", facts.path("rank").asText("PROVINCIAL")));
      if (covered) {
        world.enter(
            "PlatformCoverage",
            Map.of(
                "code",
                "coverage of " + zone.getKey(),
                "platform",
                Map.of("code", "PT"),
                "zone",
                Map.of("code", zone.getKey()),
                "since",
                "2020-01-01"));
      }
    }
    JsonNode outcome = outcome(world, "JX-N24", readings);
    ObjectNode answer =
        Figures.object()
            .put("exact_pct", outcome.path("value").asText())
            .put("shown_pct", Figures.number(outcome.path("shown")))
            .put("met", Figures.met(outcome));
    var missing = answer.putArray("missing");
    RuleAnswers.of(world, JIANGXI, PLAN_END, readings)
        .list("zonesUnserved")
        .keySet()
        .forEach(missing::add);
    return answer;
  }
}
