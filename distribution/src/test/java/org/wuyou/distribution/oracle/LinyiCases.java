package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wuyou.distribution.oracle.Adapter.Question;

/** Linyi: equity, the selection of a hundred, the reward for growing R&amp;D, taxes, land. */
final class LinyiCases {
  static final Map<String, Adapter> ADAPTERS =
      Map.of(
          "linyi/award", LinyiAwards::award,
          "linyi/equity", LinyiCases::equity,
          "linyi/candidates", LinyiCases::candidates,
          "linyi/entitlement", LinyiCases::entitlement,
          "linyi/tax", LinyiCases::tax,
          "linyi/land", LinyiCases::land,
          "linyi/coverage", LinyiCases::coverage);

  static final String LINYI = "371300";
  private static final String COUNTY = "371302";
  private static final int FIRST_YEAR = 2022;
  private static final int LAST_YEAR = 2025;

  private LinyiCases() {}

  private static JsonNode equity(
      OracleCase given, Question question, List<Map<String, String>> readings) {
    World world = question.world();
    String unit = given.given().path("unit").asText("万元");
    given
        .given()
        .path("funds")
        .properties()
        .forEach(fund -> fund(world, fund.getKey(), fund.getValue().asText() + unit, "GRANT"));
    for (Map.Entry<String, JsonNode> support : given.given().path("supports").properties()) {
      String code = support.getKey();
      fund(world, "fund of " + code, support.getValue().path("fund").asText() + unit, "GRANT");
      String firm = world.enterprise(code, COUNTY, Map.of());
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("code", code);
      row.put("fund", Map.of("code", "fund of " + code));
      row.put("enterprise", Map.of("uscc", firm));
      row.put("amount", support.getValue().path("enterprise_amount").asText() + unit);
      row.put("state", "APPROVED");
      world.enter("FundSupport", row);
    }
    RuleAnswers answers = RuleAnswers.of(world, LINYI, LAST_YEAR, readings);
    Map<String, JsonNode> funds = answers.list("fundsUnderEquity");
    Map<String, JsonNode> supports = answers.list("supportsUnderEquity");
    ObjectNode answer = Figures.object();
    given
        .given()
        .path("funds")
        .fieldNames()
        .forEachRemaining(code -> answer.put(code, funds.containsKey(code)));
    given
        .given()
        .path("supports")
        .fieldNames()
        .forEachRemaining(code -> answer.put(code, supports.containsKey(code)));
    pool(given, world, unit, readings).ifPresent(pool -> answer.set("pool", pool));
    return answer;
  }

  /** The share of the industry funds that is managed as equity. */
  private static Optional<JsonNode> pool(
      OracleCase given, World world, String unit, List<Map<String, String>> readings) {
    JsonNode pool = given.given().path("pool");
    if (pool.isMissingNode()) {
      return Optional.empty();
    }
    BigDecimal total = new BigDecimal(pool.path("total").asText());
    BigDecimal equity = new BigDecimal(pool.path("equity").asText());
    fund(world, "pool in equity", equity + unit, "EQUITY");
    fund(world, "pool in grants", total.subtract(equity) + unit, "GRANT");
    JsonNode outcome =
        Figures.board(world, LINYI, LINYI, LAST_YEAR, List.of("LY-N15"), readings).path("LY-N15");
    return Optional.of(
        Figures.object()
            .put("share_pct", outcome.path("value").asText())
            .put("met", Figures.met(outcome)));
  }

  private static void fund(World world, String code, String amount, String management) {
    world.enter(
        "SpecialFund",
        Map.of(
            "code", code,
            "name", code,
            "divisionCode", LINYI,
            "year", LAST_YEAR,
            "purpose", "INDUSTRY_DEVELOPMENT",
            "amount", amount,
            "management", management));
  }

  private static JsonNode candidates(
      OracleCase given, Question question, List<Map<String, String>> readings) {
    World world = question.world();
    String unit = given.given().path("unit").asText("万元");
    Map<String, String> codes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> firm : given.given().path("firms").properties()) {
      codes.put(firm.getKey(), candidate(world, firm.getKey(), firm.getValue(), unit));
    }
    Map<String, JsonNode> rows =
        RuleAnswers.of(world, LINYI, FIRST_YEAR, readings).selection("hundredFirms");
    ObjectNode answer = Figures.object();
    codes.forEach(
        (name, code) -> {
          JsonNode row = rows.getOrDefault(code, Figures.object());
          String standing = row.path("standing").asText();
          ObjectNode result =
              answer
                  .putObject(name)
                  .put("candidate", row.path("candidate").asBoolean())
                  .put("selected", standing.equals("SELECTED"))
                  .put("waiting", standing.equals("WAITING"))
                  .put("status", standing);
          result.set("rank", row.path("rank"));
          ArrayNode reasons = result.putArray("reasons");
          row.path("reasons").forEach(reasons::add);
        });
    return answer;
  }

  private static String candidate(World world, String name, JsonNode firm, String unit) {
    String code = world.enterprise(name, COUNTY, Map.of());
    if (firm.path("hnte").asBoolean()) {
      world.titles(List.of(code), "HNTE", "2021-12-01");
    }
    world.report(
        code,
        FIRST_YEAR,
        Map.of(
            "rdExpenditure", firm.path("rd").asText() + unit,
            "revenue", firm.path("revenue").asText() + unit));
    List<Map<String, Object>> rights = new ArrayList<>();
    int granted = firm.path("inv_granted").asInt();
    for (int i = 0; i < granted + firm.path("inv_pending").asInt(); i++) {
      Map<String, Object> right = new LinkedHashMap<>();
      right.put("number", name + "-" + i);
      right.put("kind", "INVENTION");
      right.put("title", "发明");
      right.put("owner", Map.of("uscc", code));
      right.put("filedOn", "2019-05-01");
      right.put("grantedOn", i < granted ? "2021-05-01" : null);
      rights.add(right);
    }
    world.enter("IpRight", rights);
    if (firm.has("score")) {
      world.enter(
          "SelectionScore",
          Map.of(
              "enterprise",
              Map.of("uscc", code),
              "selection",
              "LY-8a",
              "year",
              FIRST_YEAR,
              "score",
              firm.path("score").asText()));
    }
    return code;
  }

  private static JsonNode entitlement(
      OracleCase given, Question question, List<Map<String, String>> readings) {
    World world = question.world();
    String unit = given.given().path("unit").asText("万元");
    JsonNode years = given.given().path("rd_years");
    int year = years.path(years.size() - 1).asInt(FIRST_YEAR);
    Map<String, String> codes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> firm : given.given().path("enterprises").properties()) {
      String code = world.enterprise(firm.getKey(), COUNTY, Map.of());
      codes.put(firm.getKey(), code);
      JsonNode spent = firm.getValue().path("rd");
      for (int i = 0; i < spent.size(); i++) {
        if (!spent.path(i).isNull()) {
          int of = year - spent.size() + 1 + i;
          world.report(code, of, Map.of("rdExpenditure", spent.path(i).asText() + unit));
        }
      }
    }
    RuleAnswers answers = RuleAnswers.of(world, LINYI, year, readings);
    ObjectNode answer = Figures.object();
    Map<String, JsonNode> open = answers.claims("incrementReward", Map.of());
    for (Map.Entry<String, String> firm : codes.entrySet()) {
      JsonNode claim = open.getOrDefault(firm.getValue(), Figures.object());
      ObjectNode row = answer.putObject(firm.getKey());
      JsonNode spent = given.given().path("enterprises").path(firm.getKey()).path("rd");
      row.put(
          "increment",
          new BigDecimal(spent.path(spent.size() - 1).asText())
              .subtract(new BigDecimal(spent.path(spent.size() - 2).asText()))
              .toPlainString());
      row.put("entitled", claim.path("verdict").asText().equals("ELIGIBLE"));
      row.set("amount", claim.path("payment").path("amount"));
      row.set("status", claim.path("payment").path("state"));
    }
    JsonNode second = given.given().path("second_run_parameters");
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("incrementRate", second.path("rate_of_increment_pct").asText());
    parameters.put("incrementCap", second.path("cap").asText());
    parameters.values().removeIf(String::isEmpty);
    Map<String, JsonNode> set = answers.claims("incrementReward", parameters);
    ObjectNode with = answer.putObject("with_parameters");
    codes.forEach(
        (name, code) ->
            with.putObject(name)
                .set("amount", set.getOrDefault(code, Figures.object()).at("/payment/amount")));
    return answer;
  }

  private static JsonNode tax(
      OracleCase given, Question question, List<Map<String, String>> readings) {
    World world = question.world();
    JsonNode facts = given.given();
    String unit = facts.path("unit").asText("万元");
    int year = facts.path("year").asInt(FIRST_YEAR);
    Map<String, String> codes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> firm : facts.path("firms").properties()) {
      codes.put(firm.getKey(), taxpayer(world, firm.getKey(), firm.getValue(), facts, year, unit));
    }
    RuleAnswers answers = RuleAnswers.of(world, LINYI, year, readings);
    String rule =
        given.clauses().toString().contains("LY-3e")
            ? "transferTax"
            : given.clauses().toString().contains("LY-7") ? "highTechTax" : "superDeduction";
    Map<String, JsonNode> rows = answers.calculations(rule);
    ObjectNode answer = Figures.object();
    codes.forEach(
        (name, code) -> {
          JsonNode row = rows.getOrDefault(code, Figures.object());
          if (given.expect().path(name).isObject()) {
            ObjectNode all = answer.putObject(name);
            row.path("figures")
                .forEach(figure -> all.set(figure.path("id").asText(), figure.path("value")));
          } else {
            answer.set(
                name, RuleAnswers.figure(row, rule.equals("superDeduction") ? "extra" : "tax"));
          }
        });
    return answer;
  }

  private static String taxpayer(
      World world, String name, JsonNode firm, JsonNode facts, int year, String unit) {
    boolean maker = firm.path("manufacturing").asBoolean();
    String code = world.enterprise(name, COUNTY, Map.of("industryCode", maker ? "34" : "65"));
    if (firm.path("tsme_" + year).asBoolean(firm.path("tsme").asBoolean())) {
      world.titles(List.of(code), "TSME", year + "-05-20");
    }
    if (firm.path("hnte").asBoolean()) {
      world.titles(List.of(code), "HNTE", (year - 1) + "-12-01");
    }
    String main = firm.path("main_revenue_pct").asText(maker ? "100" : "0");
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("totalIncome", "100万元");
    figures.put("mainBusinessRevenue", main + "万元");
    firmOr(firm, facts, "eligible_rd").ifPresent(v -> figures.put("superDeductionBase", v + unit));
    firmOr(firm, facts, "profit").ifPresent(v -> figures.put("profit", v + unit));
    world.report(code, year, figures);
    firmOr(firm, facts, "transfer_income")
        .ifPresent(
            income ->
                world.enter(
                    "TechnicalContract",
                    Map.ofEntries(
                        Map.entry("code", "contract of " + name),
                        Map.entry("title", "技术转让"),
                        Map.entry("kind", "TRANSFER"),
                        Map.entry("form", "WRITTEN"),
                        Map.entry("seller", Map.of("uscc", code)),
                        Map.entry("sellerName", name),
                        Map.entry("buyerName", "买方"),
                        Map.entry("divisionCode", LINYI),
                        Map.entry("amount", income + unit),
                        Map.entry("technicalAmount", income + unit),
                        Map.entry("acceptedOn", year + "-03-01"),
                        Map.entry("decidedOn", year + "-03-15"),
                        Map.entry("decision", "REGISTERED"),
                        Map.entry("certificateNumber", "certificate of " + name))));
    return code;
  }

  /** The figure of the firm, or the one given for all. */
  private static Optional<String> firmOr(JsonNode firm, JsonNode facts, String name) {
    JsonNode value = firm.has(name) ? firm.path(name) : facts.path(name);
    return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
  }

  private static JsonNode land(
      OracleCase given, Question question, List<Map<String, String>> readings) {
    World world = question.world();
    for (Map.Entry<String, JsonNode> request : given.given().path("requests").properties()) {
      JsonNode facts = request.getValue();
      String firm = world.enterprise(request.getKey(), COUNTY, Map.of());
      if (facts.path("hnte").asBoolean()) {
        world.titles(List.of(firm), "HNTE", "2021-12-01");
      }
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("code", request.getKey());
      row.put("project", request.getKey());
      row.put("division", Map.of("code", COUNTY));
      row.put("enterprise", Map.of("uscc", firm));
      row.put("requestedOn", "2022-09-01");
      row.put("areaMu", "1");
      row.put("investment", facts.path("intensity").asText() + "万元");
      row.put("inHighTechArea", facts.path("high_tech_area").asBoolean());
      row.put("industrialisation", facts.path("high_tech_project").asBoolean());
      world.enter("LandRequest", row);
    }
    Map<String, JsonNode> rows =
        RuleAnswers.of(world, LINYI, FIRST_YEAR, readings).priority("landQueue");
    ObjectNode answer = Figures.object();
    ArrayNode order = answer.putArray("order");
    rows.keySet().forEach(order::add);
    rows.forEach((code, row) -> answer.set(code, row.path("rank")));
    return answer;
  }

  private static JsonNode coverage(
      OracleCase given, Question question, List<Map<String, String>> readings) {
    World world = question.world();
    JsonNode facts = given.given();
    int listed = facts.path("above_scale").asInt(facts.path("total").asInt());
    List<String> firms = world.enterprises(listed, COUNTY, Map.of());
    world.listed(firms, LAST_YEAR);
    int covered = facts.path("with_institution").asInt(facts.path("covered").asInt());
    world.institutions(firms.subList(0, covered));
    JsonNode outcome =
        Figures.board(world, LINYI, LINYI, LAST_YEAR, List.of("LY-N04"), readings).path("LY-N04");
    return Figures.object()
        .put("exact_pct", outcome.path("value").asText())
        .put("shown_pct", Figures.number(outcome.path("shown")))
        .put("met", Figures.met(outcome));
  }
}
