package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cases about what all regions share: codes, words, units, scale, the high-tech criteria. */
final class CommonCases {
  static final Map<String, Adapter> ADAPTERS =
      Map.of(
          "common/uscc", CommonCases::uscc,
          "common/above-scale", CommonCases::aboveScale,
          "common/operators", CommonCases::operators,
          "common/units", CommonCases::units,
          "common/hnte", CommonCases::hnte,
          "jiangxi/size-class", CommonCases::sizeClass);

  private static final Map<String, String> SIZES =
      Map.of("LARGE", "大型", "MEDIUM", "中型", "SMALL", "小型", "MICRO", "微型");

  private CommonCases() {}

  private static JsonNode uscc(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    ObjectNode answer = Figures.object();
    for (JsonNode code : given.given().path("codes")) {
      answer.set(
          code.asText(),
          question
              .world()
              .ask(
                  "query($code: String!) { usccCheck(code: $code) { valid reason } }",
                  Map.of("code", code.asText()))
              .path("usccCheck"));
    }
    return answer;
  }

  private static JsonNode aboveScale(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> unit : given.given().path("units").properties()) {
      JsonNode facts = unit.getValue();
      String code =
          question
              .world()
              .enterprise(
                  unit.getKey(),
                  "140581",
                  Map.of(
                      "legalPerson", facts.path("legal_person").asBoolean(),
                      "industryCode", facts.path("section").asText()));
      question
          .world()
          .report(
              code,
              2020,
              Map.of("mainBusinessRevenue", Figures.yuan(facts.path("main_revenue_wan"))));
      answer.set(
          unit.getKey(),
          question
              .world()
              .ask(
                  "query($code: Uscc!) { enterprise(uscc: $code) { aboveScale(year: 2021) {"
                      + " aboveScale } } }",
                  Map.of("code", code))
              .at("/enterprise/aboveScale/aboveScale"));
    }
    return answer;
  }

  private static JsonNode operators(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    ObjectNode answer = Figures.object();
    for (JsonNode word : given.given().path("words")) {
      answer.set(
          word.asText(),
          question
              .world()
              .ask(
                  "query($word: String!, $value: Decimal!, $bound: Decimal!) {"
                      + " comparisonHolds(word: $word, value: $value, bound: $bound) }",
                  Map.of(
                      "word", word.asText(),
                      "value", given.given().path("value").asText(),
                      "bound", given.given().path("bound").asText()))
              .path("comparisonHolds"));
    }
    return answer;
  }

  private static JsonNode units(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    ObjectNode answer = Figures.object();
    ArrayNode results = answer.putArray("results");
    for (JsonNode conversion : given.given().path("conversions")) {
      results.add(
          question
              .world()
              .ask(
                  "query($value: Decimal!, $from: String!, $to: String!) { unitConvert(value:"
                      + " $value, from: $from, to: $to) }",
                  Map.of(
                      "value", conversion.get(0).asText(),
                      "from", conversion.get(1).asText(),
                      "to", conversion.get(2).asText()))
              .path("unitConvert"));
    }
    return answer;
  }

  private static JsonNode hnte(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> firm : given.given().path("firms").properties()) {
      BigDecimal sales = new BigDecimal(Figures.yuan(firm.getValue().path("last_sales_wan")));
      BigDecimal share =
          new BigDecimal(firm.getValue().path("share_pct").asText()).movePointLeft(2);
      String code =
          question
              .world()
              .enterprise(firm.getKey(), "140581", Map.of("registeredOn", "2010-01-01"));
      // Sales alike over three years, so that the share of each year is the share of the three.
      for (int year = 2018; year <= 2020; year++) {
        question
            .world()
            .report(
                code,
                year,
                Map.of(
                    "revenue", sales.toPlainString(),
                    "rdExpense", sales.multiply(share).stripTrailingZeros().toPlainString()));
      }
      JsonNode criteria =
          question
              .world()
              .ask(
                  "query($code: Uscc!) { enterprise(uscc: $code) { hnteCheck(asOf:"
                      + " \"2021-06-30\") { criteria { code state required found } } } }",
                  Map.of("code", code))
              .at("/enterprise/hnteCheck/criteria");
      for (JsonNode criterion : criteria) {
        if (criterion.path("code").asText().equals("RD_SHARE")) {
          ObjectNode row = answer.putObject(firm.getKey());
          row.put("needed", criterion.path("required").asText().replaceAll("[^0-9.]", ""));
          row.put("met", criterion.path("state").asText().equals("MET"));
        }
      }
    }
    return answer;
  }

  private static JsonNode sizeClass(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> one : given.given().path("enterprises").properties()) {
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("employees", one.getValue().path("employees").asInt());
      figures.put("revenue", Figures.yuan(one.getValue().path("revenue_wan")));
      String code = question.world().enterprise(one.getKey(), "360102", Map.of());
      question.world().report(code, 2021, figures);
      String size =
          question
              .world()
              .ask(
                  "query($code: Uscc!) { enterprise(uscc: $code) { sizeClass(year: 2021) } }",
                  Map.of("code", code))
              .at("/enterprise/sizeClass")
              .asText();
      answer.put(one.getKey(), SIZES.getOrDefault(size, size));
    }
    return answer;
  }
}
