package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shanxi: monthly reports, summaries, striking numbers off the ledger. */
final class ReportingCases {
  static final Map<String, Adapter> ADAPTERS =
      Map.of(
          "shanxi/monthly-report", ReportingCases::monthlyReport,
          "shanxi/summary", ReportingCases::summary,
          "shanxi/closing", ReportingCases::closing);

  private static final String AS_OF = "as_of_";
  private static final String END_OF_DAY = "T23:59:59+08:00";
  private static final int YEAR = 2020;

  private ReportingCases() {}

  private static JsonNode monthlyReport(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    String month = given.given().path("month").asText();
    Map<String, String> units = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : given.given().path("submissions").properties()) {
      String unit = unit(world, units, one.getKey());
      report(world, unit, "LEDGER_PROGRESS", month, one.getValue());
    }
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> asked : given.expect().properties()) {
      if (asked.getKey().startsWith(AS_OF)) {
        String at = moment(asked.getKey().substring(AS_OF.length()));
        Map<String, JsonNode> standings =
            SeriesAnswers.standings(world, ShanxiCases.SHANXI, "monthlyReport", at, readings);
        ObjectNode row = answer.putObject(asked.getKey());
        units.forEach(
            (name, code) -> {
              JsonNode standing = standings.get(code + " " + month);
              row.set(name, standing.path("status"));
              answer.set("due", standing.path("due"));
              // The other reading is asked of the last moment named.
              answer.set(name, standing.path("status"));
            });
      }
    }
    return answer;
  }

  /** A day is asked of at its end, a time of day in the time of China. */
  private static String moment(String written) {
    return written.contains("T") ? written + ":00+08:00" : written + END_OF_DAY;
  }

  private static JsonNode summary(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    Map<String, String> units = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : given.given().path("units").properties()) {
      report(world, unit(world, units, one.getKey()), "SUMMARY", "2020-12", one.getValue());
    }
    world.enter(
        "GovernmentUnit",
        Map.of(
            "code", "GXT",
            "name", "省工信厅",
            "division", Map.of("code", ShanxiCases.SHANXI),
            "line", "INDUSTRY"));
    report(world, "GXT", "ROLL_UP", "2020-12", given.given().path("province_rollup"));
    String at = moment(given.asOf().orElseThrow().toString());
    Map<String, JsonNode> standings =
        SeriesAnswers.standings(world, ShanxiCases.SHANXI, "summary", at, readings);
    JsonNode rollUp = SeriesAnswers.series(world, ShanxiCases.SHANXI, "rollUp", at, readings);
    ObjectNode answer = Figures.object();
    ObjectNode province = answer.putObject("province");
    province.set("status", rollUp.path("status"));
    ArrayNode late = province.putArray("units_late");
    ArrayNode missing = province.putArray("units_missing");
    units.forEach(
        (name, code) -> {
          answer.set(name, standings.get(code).path("status"));
          for (JsonNode unit : rollUp.path("gathered")) {
            if (unit.path("unit").asText().equals(code)) {
              switch (unit.path("status").asText()) {
                case "LATE" -> late.add(name);
                case "MISSING" -> missing.add(name);
                default -> {}
              }
            }
          }
        });
    return answer;
  }

  /** A city, or a department of the province, with its promotion group. */
  private static String unit(World world, Map<String, String> units, String name) {
    String code = "U" + (units.size() + 1);
    boolean provincial = name.startsWith("省");
    Map<String, Object> division =
        Map.of("code", provincial ? ShanxiCases.SHANXI : ShanxiCases.CITY);
    world.enter(
        "GovernmentUnit",
        Map.of(
            "code", code,
            "name", name,
            "division", division,
            "line", provincial ? "OTHER" : "GOVERNMENT"));
    world.enter(
        "LeadingGroup",
        Map.of(
            "code",
            "G-" + code,
            "name",
            name + "推进小组",
            "kind",
            "PROMOTION_GROUP",
            "division",
            division,
            "unit",
            Map.of("code", code)));
    units.put(name, code);
    return code;
  }

  private static void report(
      World world, String unit, String kind, String period, JsonNode submitted) {
    if (!submitted.isTextual()) {
      return;
    }
    String at = submitted.asText();
    world.enter(
        "PeriodicReport",
        Map.of(
            "unit",
            Map.of("code", unit),
            "kind",
            kind,
            "period",
            period,
            "submittedAt",
            at.contains("T") ? at : at + "T12:00:00+08:00"));
  }

  private static JsonNode closing(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    World world = question.world();
    Map<String, String> codes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : given.given().path("enterprises").properties()) {
      JsonNode facts = one.getValue();
      String code = world.enterprise(one.getKey(), "140502", Map.of());
      codes.put(one.getKey(), code);
      Map<String, Object> entry = entry(code);
      put(entry, "evidencedOn", facts.path("evidence_date"));
      put(entry, "closingRequestedOn", facts.path("close_requested"));
      world.enter("LedgerEntry", entry);
      for (int i = 0; i < facts.path("open_problems").asInt(); i++) {
        world.enter(
            "Problem",
            Map.of(
                "code", code + "-" + i,
                "enterprise", Map.of("uscc", code),
                "content", "问题",
                "source", "VISIT",
                "raisedOn", "2020-05-01",
                "state", "OPEN"));
      }
    }
    String yearEnd = YEAR + "-12-31";
    Map<String, JsonNode> verdicts =
        RuleAnswers.on(world, ShanxiCases.SHANXI, yearEnd, readings).verdicts("closing");
    Map<String, JsonNode> carried =
        RuleAnswers.on(world, ShanxiCases.SHANXI, yearEnd, readings).calculations("carryOver");
    ObjectNode answer = Figures.object();
    codes.forEach(
        (name, code) -> {
          String key = code + " " + YEAR;
          JsonNode result = RuleAnswers.reasons(verdicts.get(key), "CLOSED");
          int problems = carried.get(key).at("/figures/0/value").asInt();
          if (result.asText().equals("CLOSED") && problems > 0) {
            answer
                .putObject(name)
                .put("result", result.asText())
                .put("carry_over_problems", problems);
          } else {
            answer.set(name, result);
          }
        });
    circular(given, world, answer, readings);
    return answer;
  }

  /** Numbers of another city, struck off month by month, and what the month's bulletin tells. */
  private static void circular(
      OracleCase given, World world, ObjectNode answer, List<Map<String, String>> readings) {
    JsonNode circular = given.given().path("circular");
    if (!circular.isObject()) {
      return;
    }
    List<Map<String, Object>> entries = new ArrayList<>();
    for (String code : world.enterprises(circular.path("opened").asInt(), "140105", Map.of())) {
      entries.add(entry(code));
    }
    int next = 0;
    for (Map.Entry<String, JsonNode> month : circular.properties()) {
      if (month.getKey().startsWith("closed_in_")) {
        YearMonth closed = month(month.getKey().substring("closed_in_".length()));
        for (int i = 0; i < month.getValue().asInt(); i++) {
          entries.get(next++).put("closedOn", closed.atDay(15).toString());
        }
      }
    }
    world.enter("LedgerEntry", entries);
    for (String asked : (Iterable<String>) () -> given.expect().fieldNames()) {
      if (asked.endsWith("_circular")) {
        YearMonth month = month(asked.substring(0, asked.indexOf('_')));
        String day = month.atEndOfMonth().toString();
        JsonNode closed = closedShare(world, day, readings);
        ObjectNode row = answer.putObject(asked);
        row.put("newly_closed", list(world, "newlyClosed", day));
        row.put("closed_total", closed.path("numerator").asText());
        row.put("still_open", list(world, "stillOpen", day));
        row.put("closed_shown_pct", Figures.number(closed.path("shown")));
      }
    }
  }

  private static int list(World world, String rule, String day) {
    return RuleAnswers.on(world, ShanxiCases.SHANXI, day, List.of()).listed(rule, ShanxiCases.CITY);
  }

  private static JsonNode closedShare(World world, String day, List<Map<String, String>> readings) {
    return world
        .ask(
            "query($day: Date!, $readings: [ReadingChoice!]) { region(code: \"140000\") {"
                + " targetBoard(scope: \"140100\", asOf: $day, targets: [\"SX-N02\"], readings:"
                + " $readings) { numerator shown } } }",
            Map.of("day", day, "readings", readings))
        .at("/region/targetBoard/0");
  }

  private static YearMonth month(String name) {
    return YearMonth.of(YEAR, Month.valueOf(name.toUpperCase(Locale.ROOT)));
  }

  private static Map<String, Object> entry(String code) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("enterprise", Map.of("uscc", code));
    entry.put("year", YEAR);
    entry.put("openedOn", YEAR + "-01-01");
    return entry;
  }

  private static void put(Map<String, Object> row, String field, JsonNode value) {
    if (value.isTextual()) {
      row.put(field, value.asText());
    }
  }
}
