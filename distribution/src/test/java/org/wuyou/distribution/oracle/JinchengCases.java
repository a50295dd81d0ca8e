package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Jincheng: tiers, growth, state-owned enterprises, zones, the five haves, counties. */
final class JinchengCases {
  static final Map<String, Adapter> ADAPTERS =
      Map.of(
          "jincheng/revenue-tier", JinchengCases::tiers,
          "jincheng/growth", JinchengCases::growth,
          "jincheng/rounding", JinchengCases::rounding,
          "jincheng/soe", JinchengCases::stateOwned,
          "jincheng/five-haves", JinchengCases::fiveHaves,
          "jincheng/zones", JinchengCases::zones,
          "jincheng/scorecard", JinchengCases::scorecard);

  private static final String REGION = "140500";
  private static final String COUNTY = "140581";
  private static final int YEAR = 2021;
  private static final List<String> TIERS = List.of("JC-N04", "JC-N05", "JC-N06");
  private static final Map<String, String> BANDS =
      Map.of("large", ">=4亿", "middle", "1亿-4亿", "small", "2000万-1亿");
  private static final Map<String, String> OWNERSHIP =
      Map.of(
          "中央国有", "CENTRAL_STATE",
          "省属国有", "PROVINCIAL_STATE",
          "市属国有", "MUNICIPAL_STATE",
          "县属国有", "COUNTY_STATE",
          "民营", "PRIVATE",
          "集体", "COLLECTIVE",
          "外资", "FOREIGN");

  private JinchengCases() {}

  /** The register's word for an ownership as the cases write it. */
  static String ownership(String written) {
    return OWNERSHIP.getOrDefault(written, "OTHER");
  }

  private static JsonNode standard(JsonNode standards, String id) {
    for (JsonNode standard : standards) {
      if (standard.at("/standard/id").asText().equals(id)) {
        return standard;
      }
    }
    throw new AssertionError("no standard " + id);
  }

  /** Enters revenue of the year before, and R&D of both years as far as given. */
  private static void report(
      World world, String code, JsonNode revenue, JsonNode before, JsonNode now) {
    report(world, code, revenue, revenue, before, now);
  }

  private static void report(
      World world,
      String code,
      JsonNode revenue,
      JsonNode planYearRevenue,
      JsonNode before,
      JsonNode now) {
    Map<String, Object> first = new LinkedHashMap<>();
    Map<String, Object> second = new LinkedHashMap<>();
    if (!revenue.isMissingNode()) {
      first.put("revenue", Figures.yuan(revenue));
      second.put(
          "revenue", Figures.yuan(planYearRevenue.isMissingNode() ? revenue : planYearRevenue));
    }
    if (!before.isMissingNode() && !before.isNull()) {
      first.put("rdExpenditure", Figures.yuan(before));
    }
    if (!now.isMissingNode() && !now.isNull()) {
      second.put("rdExpenditure", Figures.yuan(now));
    }
    world.report(code, YEAR - 1, first);
    world.report(code, YEAR, second);
  }

  private static JsonNode tiers(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> one : given.given().path("revenue_2020").properties()) {
      String code = question.world().enterprise(one.getKey(), COUNTY, Map.of());
      JsonNode none = given.given().path("none");
      JsonNode planYear = given.given().path("revenue_2021").path(one.getKey());
      report(question.world(), code, one.getValue(), planYear, none, none);
      JsonNode tier =
          Figures.enterprise(question.world(), code, REGION, YEAR, readings).path("tiers").get(0);
      ObjectNode row = answer.putObject(one.getKey());
      if (tier.path("status").asText().equals("OUT_OF_SCOPE")) {
        row.putNull("tier");
        row.put("reason", "BELOW_SCALE");
      } else {
        row.put("tier", BANDS.getOrDefault(tier.path("band").asText(), ""));
        row.put("growth_threshold_pct", Figures.plain(tier.path("threshold")));
      }
    }
    return answer;
  }

  /** The outcome of the tier the enterprise falls in, and the other outcomes, by target. */
  private static Map<String, JsonNode> outcomes(
      World world, String code, List<Map<String, String>> readings) {
    Map<String, JsonNode> byTarget = new LinkedHashMap<>();
    for (JsonNode outcome :
        Figures.enterprise(world, code, REGION, YEAR, readings).path("targets")) {
      String id = outcome.path("target").path("id").asText();
      boolean applies = !outcome.path("status").asText().equals("OUT_OF_SCOPE");
      byTarget.put(id, outcome);
      if (TIERS.contains(id) && applies) {
        byTarget.put("tier", outcome);
      }
    }
    return byTarget;
  }

  private static JsonNode growth(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> one : given.given().path("enterprises").properties()) {
      JsonNode facts = one.getValue();
      String code = question.world().enterprise(one.getKey(), COUNTY, Map.of());
      report(
          question.world(),
          code,
          facts.path("revenue_2020"),
          facts.path("revenue_2021"),
          facts.path("rd").path(0),
          facts.path("rd").path(1));
      JsonNode tier = outcomes(question.world(), code, readings).get("tier");
      answer
          .putObject(one.getKey())
          .put("growth_pct", tier.path("value").asText())
          .put("met", Figures.met(tier));
    }
    return answer;
  }

  private static JsonNode rounding(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    String code = question.world().enterprise("甲", COUNTY, Map.of());
    JsonNode facts = given.given();
    report(
        question.world(),
        code,
        facts.path("revenue_2020"),
        facts.path("rd").path(0),
        facts.path("rd").path(1));
    JsonNode tier = outcomes(question.world(), code, readings).get("tier");
    return Figures.object()
        .put("growth_exact_pct", tier.path("value").asText())
        .put("growth_shown_pct", Figures.number(tier.path("shown")))
        .put("met", Figures.met(tier));
  }

  private static JsonNode stateOwned(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> one : given.given().path("enterprises").properties()) {
      JsonNode facts = one.getValue();
      String code =
          question
              .world()
              .enterprise(
                  one.getKey(),
                  COUNTY,
                  Map.of("ownership", ownership(facts.path("ownership").asText())));
      report(
          question.world(),
          code,
          facts.path("revenue_2020"),
          facts.path("rd").path(0),
          facts.path("rd").path(1));
      Map<String, JsonNode> outcomes = outcomes(question.world(), code, readings);
      JsonNode tier = outcomes.get("tier");
      JsonNode floor = outcomes.get("JC-N08");
      boolean applies = !floor.path("status").asText().equals("OUT_OF_SCOPE");
      ObjectNode row =
          answer
              .putObject(one.getKey())
              .put("growth_pct", tier.path("value").asText())
              .put("tier_threshold_pct", tier.path("threshold").asText())
              .put("tier_met", Figures.met(tier))
              .put("soe_floor_applies", applies);
      if (applies) {
        row.put("soe_floor_met", Figures.met(floor));
      }
    }
    return answer;
  }

  private static JsonNode fiveHaves(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    int year = given.given().path("year").asInt(YEAR);
    Map<String, String> codes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : given.given().path("enterprises").properties()) {
      JsonNode facts = one.getValue();
      String code = world.enterprise(one.getKey(), COUNTY, Map.of());
      codes.put(one.getKey(), code);
      world.listed(List.of(code), year);
      world.report(
          code,
          year,
          Map.of(
              "rdExpenditure", Figures.yuan(facts.path("rd_spend_wan")),
              "rdPersonnel", facts.path("rd_staff").asInt()));
      for (int i = 0; i < facts.path("institutions").asInt(); i++) {
        world.enter(
            "RdInstitution",
            Map.of(
                "code", "I" + i + "-" + code, "name", "研发中心", "enterprise", Map.of("uscc", code)));
      }
      for (int i = 0; i < facts.path("active_projects").asInt(); i++) {
        world.enter(
            "RdProject",
            Map.of(
                "code",
                "P" + i + "-" + code,
                "name",
                "项目",
                "startedOn",
                year + "-01-01",
                "enterprise",
                Map.of("uscc", code)));
      }
      world.enter(
          "RdAccount",
          Map.of(
              "enterprise",
              Map.of("uscc", code),
              "year",
              year,
              "compliant",
              facts.path("rd_account_compliant").asBoolean()));
    }
    JsonNode board =
        Figures.board(world, REGION, REGION, year, List.of("JC-N01", "JC-N02"), readings);
    ObjectNode answer = Figures.object();
    codes.forEach(
        (name, code) -> {
          JsonNode standard =
              standard(
                  Figures.enterprise(world, code, REGION, year, readings).path("standards"),
                  "fiveHaves");
          ObjectNode row =
              answer
                  .putObject(name)
                  .put("fiveHaves", standard.path("verdict").asText().equals("ELIGIBLE"));
          ArrayNode missing = row.putArray("missing");
          standard.path("missing").findValuesAsText("zh").forEach(missing::add);
          row.put("covered", !Figures.names(board.at("/JC-N01/without")).contains(name));
          row.put("institution", !Figures.names(board.at("/JC-N02/without")).contains(name));
        });
    return answer;
  }

  private static JsonNode zones(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> zone : given.given().path("zones").properties()) {
      JsonNode facts = zone.getValue();
      String managed = facts.path("managed").asText().equals("市管") ? "CITY" : "COUNTY";
      world.enter(
          "DevelopmentZone",
          Map.of(
              "code",
              zone.getKey(),
              "name",
              zone.getKey(),
              "managedBy",
              managed,
              "division",
              Map.of("code", REGION)));
      String code =
          world.enterprise(
              zone.getKey() + "企业", COUNTY, Map.of("zone", Map.of("code", zone.getKey())));
      report(world, code, facts.path("none"), facts.path("rd").path(0), facts.path("rd").path(1));
      for (JsonNode outcome :
          world
              .ask(
                  "query($code: String!, $readings: [ReadingChoice!]) { developmentZone(code:"
                      + " $code) { targets(region: \"140500\", readings: $readings) { status met"
                      + " value threshold } } }",
                  Map.of("code", zone.getKey(), "readings", readings))
              .at("/developmentZone/targets")) {
        if (!outcome.path("status").asText().equals("OUT_OF_SCOPE")) {
          answer
              .putObject(zone.getKey())
              .put("growth_pct", outcome.path("value").asText())
              .put("threshold_pct", outcome.path("threshold").asText())
              .put("met", Figures.met(outcome));
        }
      }
    }
    return answer;
  }

  private static JsonNode scorecard(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    return given.given().has("counties")
        ? ranking(given, question.world(), readings)
        : county(given, question.world(), readings);
  }

  /** One county with its enterprises. */
  private static JsonNode county(
      OracleCase given, World world, List<Map<String, String>> readings) {
    String county = given.given().path("county").asText();
    Map<String, String> codes = new LinkedHashMap<>();
    for (JsonNode facts : given.given().path("enterprises")) {
      String code = world.enterprise(facts.path("id").asText(), county, Map.of());
      codes.put(facts.path("id").asText(), code);
      report(world, code, facts.path("revenue_2020"), facts.path("rd_2020"), facts.path("rd_2021"));
      if (facts.path("institution").asBoolean()) {
        world.institutions(List.of(code));
      }
    }
    JsonNode board =
        Figures.board(world, REGION, county, YEAR, List.of("JC-N01", "JC-N02", "JC-N03"), readings);
    ObjectNode answer = Figures.object();
    share(answer.putObject("institution_share"), board.path("JC-N02"));
    JsonNode growth = board.path("JC-N03");
    answer
        .putObject("rd_growth")
        .put("sum_2020", Figures.wan(growth.path("denominator")))
        .put("sum_2021", Figures.wan(growth.path("numerator")))
        .put("shown_pct", Figures.number(growth.path("shown")))
        .put("target_pct", growth.path("threshold").asText())
        .put("met", Figures.met(growth));
    ObjectNode coverage = answer.putObject("coverage");
    share(coverage, board.path("JC-N01"));
    ArrayNode without = coverage.putArray("not_covered");
    Figures.names(board.at("/JC-N01/without")).forEach(without::add);
    ObjectNode rows = answer.putObject("enterprises");
    codes.forEach(
        (name, code) -> {
          JsonNode tier = outcomes(world, code, readings).get("tier");
          ObjectNode row = rows.putObject(name);
          row.set(
              "growth_shown_pct",
              tier.path("shown").isNull()
                  ? tier.path("shown")
                  : row.textNode(Figures.number(tier.path("shown"))));
          row.put("threshold_pct", tier.path("threshold").asText());
          row.put("result", tier.path("status").asText());
        });
    return answer;
  }

  private static void share(ObjectNode row, JsonNode outcome) {
    row.put("numerator", outcome.path("numerator").asText())
        .put("denominator", outcome.path("denominator").asText())
        .put("shown_pct", Figures.number(outcome.path("shown")))
        .put("target_pct", outcome.path("threshold").asText())
        .put("met", Figures.met(outcome));
  }

  /** All counties beside each other. */
  private static JsonNode ranking(
      OracleCase given, World world, List<Map<String, String>> readings) {
    for (Map.Entry<String, JsonNode> county : given.given().path("counties").properties()) {
      JsonNode facts = county.getValue();
      List<String> codes =
          world.enterprises(facts.path("enterprises").asInt(), county.getKey(), Map.of());
      world.listed(codes, YEAR);
      world.institutions(codes.subList(0, facts.path("with_institution").asInt()));
      BigDecimal now =
          new BigDecimal(facts.path("growth_pct").asText())
              .movePointLeft(2)
              .add(BigDecimal.ONE)
              .multiply(BigDecimal.valueOf(10_000_000));
      world.report(codes.get(0), YEAR - 1, Map.of("rdExpenditure", "10000000"));
      world.report(codes.get(0), YEAR, Map.of("rdExpenditure", now.toPlainString()));
    }
    JsonNode score =
        world
            .ask(
                "query($readings: [ReadingChoice!]) { region(code: \"140500\") {"
                    + " scorecards(readings: $readings) { rows { division composite cells { shown"
                    + " rank met } } total { shown met numerator denominator } } } }",
                Map.of("readings", readings))
            .at("/region/scorecards")
            .get(0);
    ObjectNode answer = Figures.object();
    List<JsonNode> composites = new ArrayList<>();
    for (JsonNode row : score.path("rows")) {
      JsonNode share = row.path("cells").get(0);
      JsonNode growth = row.path("cells").get(1);
      answer
          .putObject(row.path("division").asText())
          .put("share_shown_pct", Figures.number(share.path("shown")))
          .put("share_rank", share.path("rank").asInt())
          .put("share_met", Figures.met(share))
          .put("growth_rank", growth.path("rank").asInt())
          .put("growth_met", Figures.met(growth));
      composites.add(row.path("composite"));
    }
    share(answer.putObject("city_share"), score.path("total").get(0));
    answer.set("composite", composites.get(0));
    return answer;
  }
}
