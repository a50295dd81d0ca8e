package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Cases that give rows as the API takes them and name the rules asked, so that a clause of any kind
 * is worked without code of its own.
 *
 * <p>Each question under {@code ask} is {@code {of: target, rule: JC-N07, …}}; its answer is one
 * outcome, or one for every subject.
 */
final class WorkedCases {
  private record Place(String region, String county) {}

  private static final Map<String, Place> PLACES =
      Map.of(
          "jincheng", new Place("140500", "140581"),
          "shanxi", new Place("140000", "140105"),
          "panjin", new Place("211100", "211103"),
          "linyi", new Place("371300", "371302"),
          "jiangxi", new Place("360000", "360102"));

  static final Map<String, Adapter> ADAPTERS =
      PLACES.keySet().stream()
          .collect(Collectors.toMap(region -> region + "/worked", region -> WorkedCases::answer));

  private WorkedCases() {}

  private static JsonNode answer(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    Place place = PLACES.get(given.region());
    WorkedRows rows =
        WorkedRows.enter(question.world(), place.county(), given.given().path("rows"));
    for (JsonNode figure : given.given().path("statistics")) {
      question
          .world()
          .statistic(
              place.region(),
              figure.path("year").asInt(),
              figure.path("indicator").asText(),
              figure.path("value").asText(),
              figure.path("unit").asText());
    }
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> asked : given.ask().properties()) {
      JsonNode expected = given.expect().path(asked.getKey());
      answer.set(
          asked.getKey(),
          new Asked(
                  question.world(), place.region(), asked.getValue(), given.asOf(), readings, rows)
              .answer(expected));
    }
    return answer;
  }

  /** One question of a case. */
  private record Asked(
      World world,
      String region,
      JsonNode ask,
      Optional<LocalDate> asOf,
      List<Map<String, String>> readings,
      WorkedRows rows) {

    JsonNode answer(JsonNode expected) {
      String rule = ask.path("rule").asText();
      RuleAnswers rules = RuleAnswers.when(world, region, time(), readings);
      return switch (ask.path("of").asText()) {
        case "target" -> outcome(target(rule));
        case "group" -> group(rule);
        case "series" -> series(rule);
        case "scorecard" -> each(scorecard(rule), expected, "ABSENT");
        case "clock" -> each(clock(rule), expected, "ABSENT");
        case "enterpriseTarget" -> each(enterpriseTargets(rule), expected, "ABSENT");
        case "verdicts" -> each(rules.verdicts(rule), "verdict", expected, "OUT_OF_SCOPE");
        case "placements" -> each(rules.placements(rule), "band", expected, "NONE");
        case "claims" -> each(claims(rules, rule), expected, "ABSENT");
        case "selection" -> each(rules.selection(rule), "standing", expected, "ABSENT");
        case "priority" -> each(rules.priority(rule), "rank", expected, "OUT_OF_SCOPE");
        case "sanctions" -> each(sanctions(rules, rule), expected, "OUT_OF_SCOPE");
        case "list" -> each(rules.list(rule), "", expected, "OFF");
        case "calculations" -> each(calculations(rules, rule), expected, "OUT_OF_SCOPE");
        default -> throw new AssertionError("nothing is asked by " + ask);
      };
    }

    /** The year or the day of the question, or the day of the case; neither is the plan's end. */
    private Map<String, Object> time() {
      Map<String, Object> time = new HashMap<>();
      if (ask.has("year")) {
        time.put("year", ask.path("year").asInt());
      }
      if (ask.has("as_of")) {
        time.put("asOf", ask.path("as_of").asText());
      } else {
        asOf.ifPresent(day -> time.put("asOf", day.toString()));
      }
      return time;
    }

    private List<Map<String, String>> parameters() {
      return ask.path("parameters").properties().stream()
          .map(one -> Map.of("parameter", one.getKey(), "value", one.getValue().asText()))
          .toList();
    }

    private Map<String, Object> variables(String name, Object value) {
      Map<String, Object> variables = time();
      variables.put("region", region);
      variables.put("readings", readings);
      variables.put("parameters", parameters());
      variables.put(name, value);
      return variables;
    }

    private JsonNode target(String rule) {
      Map<String, Object> variables = variables("targets", List.of(rule));
      if (ask.has("scope")) {
        variables.put("scope", ask.path("scope").asText());
      }
      return world
          .ask(
              """
              query($region: DivisionCode!, $scope: DivisionCode, $year: Int, $asOf: Date,
                  $targets: [String!], $readings: [ReadingChoice!], $parameters: [ParameterValue!]) {
                region(code: $region) { targetBoard(scope: $scope, year: $year, asOf: $asOf,
                    targets: $targets, readings: $readings, parameters: $parameters) {
                  target { striveFor } status met value shown threshold numerator denominator
                  without { nodes { name } } excluded { nodes { name } }
                  undetermined { nodes { name } } } } }
              """,
              variables)
          .at("/region/targetBoard/0");
    }

    private static ObjectNode outcome(JsonNode outcome) {
      ObjectNode row = outcome.deepCopy();
      row.put("strive", outcome.at("/target/striveFor").asBoolean());
      for (String group : List.of("without", "excluded", "undetermined")) {
        ArrayNode names = row.putArray(group);
        Figures.names(outcome.path(group)).stream().sorted().forEach(names::add);
      }
      return row;
    }

    private JsonNode group(String rule) {
      for (JsonNode group :
          world
              .ask(
                  """
                  query($region: DivisionCode!, $year: Int, $asOf: Date,
                      $readings: [ReadingChoice!]) {
                    region(code: $region) { targetGroups(year: $year, asOf: $asOf,
                        readings: $readings) { rule { id } met } } }
                  """,
                  variables("rule", rule))
              .at("/region/targetGroups")) {
        if (group.at("/rule/id").asText().equals(rule)) {
          return group;
        }
      }
      throw new AssertionError("no group " + rule);
    }

    private Map<String, JsonNode> scorecard(String rule) {
      Map<String, JsonNode> byDivision = new LinkedHashMap<>();
      for (JsonNode card :
          world
              .ask(
                  """
                  query($region: DivisionCode!, $year: Int, $asOf: Date,
                      $readings: [ReadingChoice!], $parameters: [ParameterValue!]) {
                    region(code: $region) { scorecards(year: $year, asOf: $asOf,
                        readings: $readings, parameters: $parameters) {
                      rule { id } rows { division composite cells { rank shown status } } } } }
                  """,
                  variables("rule", rule))
              .at("/region/scorecards")) {
        if (card.at("/rule/id").asText().equals(rule)) {
          for (JsonNode unit : card.path("rows")) {
            ObjectNode row = Figures.object().set("composite", unit.path("composite"));
            row.put("ranks", String.join(" ", unit.path("cells").findValuesAsText("rank")));
            row.put("shown", String.join(" | ", unit.path("cells").findValuesAsText("shown")));
            byDivision.put(unit.path("division").asText(), row);
          }
        }
      }
      return byDivision;
    }

    private JsonNode series(String rule) {
      JsonNode standing =
          world
              .ask(
                  """
                  query($region: DivisionCode!, $rule: String!, $at: Timestamp, $asOf: Date,
                      $readings: [ReadingChoice!]) {
                    policyBundle(region: $region) { oneSeries(id: $rule) {
                      standing(at: $at, asOf: $asOf, readings: $readings) {
                        status expected onTime late pending missing
                        units { unit period due status } } } } }
                  """,
                  variables(
                      ask.has("at") ? "at" : "rule",
                      ask.has("at") ? ask.path("at").asText() : rule,
                      rule))
              .at("/policyBundle/oneSeries/standing");
      ObjectNode row = standing.deepCopy();
      ObjectNode byPeriod = row.putObject("by");
      standing
          .path("units")
          .forEach(
              unit ->
                  byPeriod.set(
                      (unit.path("unit").asText() + " " + unit.path("period").asText()).strip(),
                      unit));
      return row;
    }

    private Map<String, Object> variables(String name, Object value, String rule) {
      Map<String, Object> variables = variables(name, value);
      variables.put("rule", rule);
      return variables;
    }

    private Map<String, JsonNode> clock(String rule) {
      Map<String, JsonNode> byKey = new LinkedHashMap<>();
      for (JsonNode clock :
          world
              .ask(
                  """
                  query($region: DivisionCode!, $asOf: Date) { policyBundle(region: $region) {
                    clocks { id standings(asOf: $asOf) {
                      subject { key } status steps { id due done status } } } } }
                  """,
                  variables("rule", rule))
              .at("/policyBundle/clocks")) {
        if (clock.path("id").asText().equals(rule)) {
          clock
              .path("standings")
              .forEach(
                  standing -> {
                    ObjectNode row = Figures.object().set("status", standing.path("status"));
                    standing.path("steps").forEach(step -> row.set(step.path("id").asText(), step));
                    byKey.put(standing.at("/subject/key").asText(), row);
                  });
        }
      }
      return byKey;
    }

    private Map<String, JsonNode> enterpriseTargets(String rule) {
      Map<String, JsonNode> byName = new LinkedHashMap<>();
      rows.codes()
          .forEach(
              (name, code) -> {
                for (JsonNode outcome :
                    world
                        .ask(
                            """
                            query($uscc: Uscc!, $region: DivisionCode!, $year: Int, $asOf: Date,
                                $readings: [ReadingChoice!]) { enterprise(uscc: $uscc) {
                              targets(region: $region, year: $year, asOf: $asOf,
                                  readings: $readings) {
                                target { id } status met value shown threshold } } }
                            """,
                            variables("uscc", code))
                        .at("/enterprise/targets")) {
                  if (outcome.at("/target/id").asText().equals(rule)) {
                    byName.put(name, outcome);
                  }
                }
              });
      return byName;
    }

    private Map<String, JsonNode> claims(RuleAnswers rules, String rule) {
      Map<String, String> parameters =
          ask.path("parameters").properties().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().asText()));
      return shaped(
          rules.claims(rule, parameters),
          claim -> {
            ObjectNode row = claim.deepCopy();
            row.set("status", claim.path("verdict"));
            row.set("payment", claim.at("/payment/state"));
            row.set("amount", claim.at("/payment/amount"));
            return row;
          });
    }

    private static Map<String, JsonNode> sanctions(RuleAnswers rules, String rule) {
      return shaped(
          rules.sanctions(rule),
          sanction -> {
            ObjectNode row = sanction.deepCopy();
            row.set("status", sanction.path("state"));
            ArrayNode unplanned = row.putArray("unplanned");
            for (JsonNode fault : sanction.path("faults")) {
              if (fault.path("state").asText().equals("PLAN_FIGURE_MISSING")) {
                unplanned.add(fault.at("/finding/id").asText());
              }
            }
            return row;
          });
    }

    private static Map<String, JsonNode> calculations(RuleAnswers rules, String rule) {
      return shaped(
          rules.calculations(rule),
          calculation -> {
            ObjectNode row = Figures.object();
            row.set("status", calculation.path("status"));
            calculation
                .path("figures")
                .forEach(figure -> row.set(figure.path("id").asText(), figure.path("value")));
            return row;
          });
    }

    private static Map<String, JsonNode> shaped(
        Map<String, JsonNode> rows, Function<JsonNode, ObjectNode> shape) {
      Map<String, JsonNode> shaped = new LinkedHashMap<>();
      rows.forEach((key, row) -> shaped.put(key, shape.apply(row)));
      return shaped;
    }

    /** The rows with the field that says how each stands; without such a field they are on. */
    private JsonNode each(
        Map<String, JsonNode> found, String standing, JsonNode expected, String absent) {
      return each(
          shaped(
              found,
              row -> {
                ObjectNode one = row.deepCopy();
                one.put("status", standing.isEmpty() ? "ON" : row.path(standing).asText());
                return one;
              }),
          expected,
          absent);
    }

    /** The answers by name; those whom the case speaks of and the product does not are absent. */
    private JsonNode each(Map<String, JsonNode> found, JsonNode expected, String absent) {
      ObjectNode answer = Figures.object();
      expected
          .fieldNames()
          .forEachRemaining(name -> answer.set(name, Figures.object().put("status", absent)));
      found.forEach((key, row) -> answer.set(rows.name(key), row));
      return answer;
    }
  }
}
