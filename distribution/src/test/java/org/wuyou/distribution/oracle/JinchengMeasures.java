package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Jincheng's measures: taxes, help with funds, assessment figures, rewards, zones, issues. */
final class JinchengMeasures {
  static final Map<String, Adapter> ADAPTERS =
      Map.of(
          "jincheng/tax", JinchengMeasures::tax,
          "jincheng/fund-help", JinchengMeasures::fundHelp,
          "jincheng/deemed-profit", JinchengMeasures::deemedProfit,
          "jincheng/per-mu", JinchengMeasures::perMu,
          "jincheng/listing", JinchengMeasures::listing,
          "jincheng/talent-platform", JinchengMeasures::talentPlatform,
          "jincheng/patent-award", JinchengMeasures::patentPrize,
          "jincheng/hnte-count", JinchengMeasures::highTechCount,
          "jincheng/briefings", JinchengMeasures::issues);

  private static final String REGION = "140500";
  private static final String COUNTY = "140581";
  private static final int YEAR = 2021;
  private static final String MID_YEAR = YEAR + "-06-30";
  private static final BigDecimal INCOME = new BigDecimal("10000000000");
  private static final Map<String, String> BOARDS =
      Map.of(
          "主板", "SHANGHAI_MAIN",
          "创业板", "CHINEXT",
          "科创板", "STAR",
          "新三板", "NEEQ",
          "北交所", "BEIJING",
          "山西股权交易中心企业创新板", "SHANXI_INNOVATION",
          "企业创新板", "SHANXI_INNOVATION");
  private static final Map<String, String> STATIONS =
      Map.of("院士工作站", "ACADEMICIAN_STATION", "大师工作室", "MASTER_STUDIO");

  private JinchengMeasures() {}

  private static Iterable<Map.Entry<String, JsonNode>> each(OracleCase given, String... names) {
    for (String name : names) {
      if (given.given().path(name).isObject()) {
        return given.given().path(name).properties();
      }
    }
    throw new AssertionError(given.id() + " gives none of " + List.of(names));
  }

  private static Map<String, Object> yuan(JsonNode facts, Map<String, String> names) {
    Map<String, Object> row = new LinkedHashMap<>();
    names.forEach(
        (fact, name) -> {
          JsonNode value = facts.path(name);
          if (!value.isMissingNode() && !value.isNull()) {
            row.put(fact, Figures.yuan(value));
          }
        });
    return row;
  }

  /** Figures of one calculation for the enterprise, by id, in the units of the bundle. */
  private static JsonNode figures(
      World world,
      String uscc,
      String rule,
      int year,
      List<Map<String, String>> readings,
      List<Map<String, String>> parameters) {
    for (JsonNode outcome :
        world
            .ask(
                "query($uscc: Uscc!, $year: Int, $readings: [ReadingChoice!], $parameters:"
                    + " [ParameterValue!]) { enterprise(uscc: $uscc) { calculations(region:"
                    + " \"140500\", year: $year, readings: $readings, parameters: $parameters) {"
                    + " rule { id } status figures { id value } } } }",
                Map.of("uscc", uscc, "year", year, "readings", readings, "parameters", parameters))
            .at("/enterprise/calculations")) {
      if (outcome.at("/rule/id").asText().equals(rule)) {
        ObjectNode figures = Figures.object().put("status", outcome.path("status").asText());
        outcome
            .path("figures")
            .forEach(figure -> figures.set(figure.path("id").asText(), figure.path("value")));
        return figures;
      }
    }
    throw new AssertionError("no calculation " + rule);
  }

  private static JsonNode tax(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    int year = given.given().path("year").asInt(YEAR);
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> one : each(given, "cases", "enterprises")) {
      JsonNode facts = one.getValue();
      String industry = facts.path("industry").asText().replaceFirst("^[A-T](?=\\d)", "");
      String code = world.enterprise(one.getKey(), COUNTY, Map.of("industryCode", industry));
      Map<String, Object> row =
          yuan(
              facts,
              Map.of(
                  "profit", "profit_before_extra", "superDeductionBase", "eligible_rd_expensed"));
      BigDecimal share = new BigDecimal(facts.path("main_business_share_pct").asText("100"));
      row.put("totalIncome", INCOME.toPlainString());
      row.put(
          "mainBusinessRevenue",
          INCOME.multiply(share.movePointLeft(2)).stripTrailingZeros().toPlainString());
      world.report(code, year, row);
      BigDecimal rate = new BigDecimal(facts.path("tax_rate_pct").asText("25"));
      List<Map<String, String>> parameters = List.of();
      if (rate.compareTo(BigDecimal.valueOf(15)) == 0 || facts.path("hnte").asBoolean()) {
        world.titles(List.of(code), "HNTE", (year - 1) + "-06-01");
      } else {
        parameters = List.of(Map.of("parameter", "incomeTaxRate", "value", rate.toPlainString()));
      }
      JsonNode figures = figures(world, code, "superDeduction", year, readings, parameters);
      ObjectNode result = answer.putObject(one.getKey());
      result.set("rate_pct", figures.path("rate"));
      for (String figure : List.of("extra", "taxable", "tax", "saved")) {
        result.set(figure, figures.path(figure));
      }
      result.set("loss_carried_forward", figures.path("carried"));
      result.set("status", figures.path("status"));
    }
    return answer;
  }

  private static JsonNode deemedProfit(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> one : each(given, "enterprises")) {
      JsonNode facts = one.getValue();
      String code =
          world.enterprise(
              one.getKey(),
              COUNTY,
              Map.of("ownership", JinchengCases.ownership(facts.path("ownership").asText("市属国有"))));
      world.report(code, YEAR, yuan(facts, Map.of("profit", "profit", "rdExpenditure", "rd")));
      JsonNode figures = figures(world, code, "deemedProfit", YEAR, readings, List.of());
      ObjectNode result = answer.putObject(one.getKey());
      result.set("profit", figures.path("reported"));
      result.set("reported_profit", figures.path("reported"));
      result.set("deemed_profit", figures.path("deemed"));
      result.set("assessment_profit", figures.path("deemed"));
      result.put("applies", figures.path("status").asText().equals("MET"));
    }
    return answer;
  }

  private static JsonNode fundHelp(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> one : each(given, "enterprises")) {
      JsonNode facts = one.getValue();
      String code = world.enterprise(one.getKey(), COUNTY, Map.of());
      world.enter(
          "RdAccount",
          Map.of(
              "enterprise", Map.of("uscc", code),
              "year", YEAR,
              "compliant", facts.path("account_compliant").asBoolean(),
              "collectedProperly", facts.path("collected_properly").asBoolean()));
      JsonNode spending = facts.path("rd");
      for (int i = 0; i < spending.size(); i++) {
        world.report(
            code,
            YEAR - spending.size() + 1 + i,
            Map.of("rdExpenditure", Figures.yuan(spending.get(i))));
      }
      JsonNode verdict = standard(world, code, "fundApplicationHelp", readings);
      ObjectNode result = answer.putObject(one.getKey());
      result.put("eligible", verdict.path("verdict").asText().equals("ELIGIBLE"));
      reasons(result, verdict.path("findings"));
    }
    return answer;
  }

  private static JsonNode standard(
      World world, String code, String id, List<Map<String, String>> readings) {
    for (JsonNode outcome :
        world
            .ask(
                "query($uscc: Uscc!, $readings: [ReadingChoice!]) { enterprise(uscc: $uscc) {"
                    + " standards(region: \"140500\", year: 2021, readings: $readings) { standard {"
                    + " id } verdict findings { id state } } } }",
                Map.of("uscc", code, "readings", readings))
            .at("/enterprise/standards")) {
      if (outcome.at("/standard/id").asText().equals(id)) {
        return outcome;
      }
    }
    throw new AssertionError("no standard " + id);
  }

  private static void reasons(ObjectNode result, JsonNode findings) {
    ArrayNode reasons = result.putArray("reasons");
    findings.forEach(
        finding -> {
          if (finding.path("state").asText().equals("NOT_MET")) {
            reasons.add(finding.path("id").asText());
          }
        });
  }

  private static JsonNode perMu(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    Map<String, String> byCode = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : each(given, "zones")) {
      JsonNode facts = one.getValue();
      String zone = "Z-" + (byCode.size() + 1);
      byCode.put(zone, one.getKey());
      world.enter(
          "DevelopmentZone",
          Map.of(
              "code", zone,
              "name", one.getKey(),
              "division", Map.of("code", REGION),
              "areaMu", facts.path("mu").asText()));
      String code =
          world.enterprise(one.getKey() + "企业", COUNTY, Map.of("zone", Map.of("code", zone)));
      world.report(code, YEAR, yuan(facts, Map.of("tax", "tax", "rdExpenditure", "rd")));
    }
    ObjectNode answer = Figures.object();
    JsonNode rows =
        world
            .ask(
                "query($readings: [ReadingChoice!]) { region(code: \"140500\") {"
                    + " calculations(rule: \"zonePerMu\", readings: $readings) { nodes { subject {"
                    + " name } figures { id value } } } } }",
                Map.of("readings", readings))
            .at("/region/calculations/nodes");
    for (JsonNode row : rows) {
      ObjectNode result = answer.putObject(row.at("/subject/name").asText());
      for (JsonNode figure : row.path("figures")) {
        switch (figure.path("id").asText()) {
          case "taxPerMu" -> result.set("tax_per_mu", figure.path("value"));
          case "rdPerMu" -> result.set("rd_per_mu", figure.path("value"));
          default -> result.set("deemed_per_mu", figure.path("value"));
        }
      }
    }
    return answer;
  }

  private static JsonNode listing(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    return rewarded(
        question.world(),
        each(given, "events", "enterprises"),
        "ListingEvent",
        (name, facts) ->
            Map.of(
                "board", BOARDS.getOrDefault(facts.path("board").asText(), "OVERSEAS"),
                "listedOn", facts.path("date").asText(MID_YEAR)),
        "listingReward",
        readings);
  }

  private static JsonNode talentPlatform(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    return rewarded(
        question.world(),
        each(given, "platforms", "enterprises"),
        "TalentPlatform",
        (name, facts) ->
            Map.of(
                "code",
                "T-" + name,
                "name",
                name,
                "kind",
                STATIONS.getOrDefault(facts.path("type").asText(), "TRAINING_BASE"),
                "builtOn",
                facts.path("built").asText(MID_YEAR)),
        "talentPlatformReward",
        readings);
  }

  private static JsonNode patentPrize(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    return rewarded(
        question.world(),
        each(given, "awards", "enterprises"),
        "PatentPrize",
        (name, facts) ->
            Map.of(
                "code",
                "P-" + name,
                "kind",
                "PRIZE",
                "name",
                name,
                "level",
                "NATIONAL",
                "awardedOn",
                facts.path("date").asText(MID_YEAR)),
        "patentPrizeReward",
        readings);
  }

  /** Gives each enterprise of the case what earns the reward, and asks who gets how much. */
  private static JsonNode rewarded(
      World world,
      Iterable<Map.Entry<String, JsonNode>> each,
      String entity,
      BiFunction<String, JsonNode, Map<String, Object>> earned,
      String rule,
      List<Map<String, String>> readings) {
    for (Map.Entry<String, JsonNode> one : each) {
      String code = member(world, one.getKey(), one.getValue());
      Map<String, Object> row = new LinkedHashMap<>(earned.apply(one.getKey(), one.getValue()));
      row.put("enterprise", Map.of("uscc", code));
      world.enter(entity, row);
    }
    return entitlements(world, rule, readings);
  }

  /** An enterprise, above scale unless the case says otherwise. */
  private static String member(World world, String name, JsonNode facts) {
    String code = world.enterprise(name, COUNTY, Map.of());
    world.enter(
        "AboveScaleMembership",
        Map.of(
            "enterprise", Map.of("uscc", code),
            "year", YEAR,
            "listed", facts.path("above_scale").asBoolean(true)));
    return code;
  }

  private static JsonNode entitlements(
      World world, String rule, List<Map<String, String>> readings) {
    ObjectNode answer = Figures.object();
    JsonNode claims =
        world
            .ask(
                "query($rule: String!, $readings: [ReadingChoice!]) { region(code: \"140500\") {"
                    + " claims(rule: $rule, readings: $readings) { nodes { recipient { name }"
                    + " verdict reasons payment { state amount } } } } }",
                Map.of("rule", rule, "readings", readings))
            .at("/region/claims/nodes");
    for (JsonNode claim : claims) {
      ObjectNode result = answer.putObject(claim.at("/recipient/name").asText());
      boolean entitled = claim.path("verdict").asText().equals("ELIGIBLE");
      result.put("entitled", entitled).put("eligible", entitled);
      result.set("amount", claim.at("/payment/amount"));
      result.put("status", entitled ? claim.at("/payment/state").asText() : "NOT_ENTITLED");
      result.set("reasons", claim.path("reasons"));
      result.put("reason", claim.path("reasons").path(0).asText(""));
    }
    return answer;
  }

  private static JsonNode highTechCount(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    int valid = given.given().path("valid").asInt();
    List<String> codes = world.enterprises(valid, COUNTY, Map.of());
    world.titles(codes, "HNTE", "2020-06-01");
    List<String> past = world.enterprises(given.given().path("expired").asInt(), COUNTY, Map.of());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String code : past) {
      rows.add(
          Map.of(
              "enterprise", Map.of("uscc", code),
              "kind", "HNTE",
              "level", "NATIONAL",
              "issuedOn", "2017-06-01",
              "validUntil", "2020-06-01"));
    }
    world.enter("Title", rows);
    JsonNode outcome =
        Figures.board(world, REGION, REGION, YEAR, List.of("JC-N07"), readings).path("JC-N07");
    return Figures.object()
        .put("count", outcome.path("numerator").asInt())
        .put("target", outcome.path("threshold").asInt())
        .put("met", Figures.met(outcome));
  }

  private static JsonNode issues(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    world.enter(
        "GovernmentUnit",
        Map.of(
            "code", "OFFICE",
            "name", "市创新活动推进小组办公室",
            "line", "GOVERNMENT",
            "division", Map.of("code", REGION)));
    published(world, "BRIEFING", given.given().path("briefings"));
    published(world, "BULLETIN", given.given().path("circulars"));
    String asOf = given.asOf().map(Object::toString).orElse("2021-12-31");
    ObjectNode answer = Figures.object();
    for (String series : List.of("monthlyBriefing", "quarterlyCircular")) {
      JsonNode standing =
          world
              .ask(
                  "query($id: String!, $asOf: Date, $readings: [ReadingChoice!]) {"
                      + " policyBundle(region: \"140500\") { oneSeries(id: $id) { standing(asOf:"
                      + " $asOf, readings: $readings) { expected units(status: MISSING) { period }"
                      + " } } } }",
                  Map.of("id", series, "asOf", asOf, "readings", readings))
              .at("/policyBundle/oneSeries/standing");
      String name = series.equals("monthlyBriefing") ? "briefings" : "circulars";
      answer.put(name + "_expected", standing.path("expected").asInt());
      ArrayNode missing = answer.putArray(name + "_missing");
      standing.path("units").forEach(unit -> missing.add(unit.path("period").asText()));
    }
    return answer;
  }

  /** Enters what was issued: periods, or periods with their day. */
  private static void published(World world, String kind, JsonNode issues) {
    int number = 0;
    for (JsonNode issue : issues) {
      String period = issue.path("period").asText(issue.asText());
      String month =
          period.contains("Q")
              ? period.substring(0, 4)
                  + "-%02d".formatted(3 * Character.digit(period.charAt(period.length() - 1), 10))
              : period;
      world.enter(
          "Publication",
          Map.of(
              "unit",
              Map.of("code", "OFFICE"),
              "kind",
              kind,
              "period",
              month,
              "issue",
              ++number,
              "title",
              "第" + number + "期",
              "publishedOn",
              issue.path("date").asText(month + "-28")));
    }
  }
}
