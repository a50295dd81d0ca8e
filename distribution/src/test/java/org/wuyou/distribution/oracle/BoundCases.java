package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;

/**
 * Cases of which nothing is known but their clauses: figures given, and whether each meets its
 * target. The target is one of the clauses', of the year on the way to the figure, and the nearest
 * in name.
 */
final class BoundCases {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)20\\d{2}(?!\\d)");
  private static final Pattern FIGURE = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Map<String, String> REGIONS =
      Map.of(
          "jincheng", "140500",
          "shanxi", "140000",
          "panjin", "211100",
          "linyi", "371300",
          "jiangxi", "360000");
  private static final String TARGETS =
      """
      query($region: DivisionCode!) { policyBundle(region: $region) { targets {
        id clause name { zh en } indicator { name { zh en } } due lastDue } } }
      """;
  private static final String ASSESS =
      """
      query($region: DivisionCode!, $target: String!, $value: Decimal!, $year: Int,
          $readings: [ReadingChoice!]) {
        policyBundle(region: $region) { target(id: $target) {
          assess(value: $value, year: $year, readings: $readings) {
            status met value shown threshold } } } }
      """;

  private final World world;
  private final String region;
  private final List<Map<String, String>> readings;
  private final Optional<LocalDate> asOf;
  private final String subject;
  private final List<JsonNode> targets = new ArrayList<>();

  private BoundCases(OracleCase given, World world, List<Map<String, String>> readings) {
    this.world = world;
    this.region = REGIONS.getOrDefault(given.region(), "");
    this.readings = readings;
    this.asOf = given.asOf();
    this.subject = given.topic() + " " + given.title();
    if (!region.isEmpty()) {
      Set<String> clauses =
          IntStream.range(0, given.clauses().size())
              .mapToObj(i -> given.clauses().path(i).asText())
              .collect(Collectors.toSet());
      world
          .ask(TARGETS, Map.of("region", region))
          .at("/policyBundle/targets")
          .forEach(
              target -> {
                if (clauses.contains(target.path("clause").asText())) {
                  targets.add(target);
                }
              });
    }
  }

  static JsonNode answer(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    BoundCases cases = new BoundCases(given, question.world(), readings);
    Assumptions.assumeFalse(cases.targets.isEmpty(), "no adapter for " + given.kind());
    return cases.walk(given.expect(), given.given(), "");
  }

  /** Goes down what is expected and what is given side by side. */
  private JsonNode walk(JsonNode expected, JsonNode given, String way) {
    if (expected.isBoolean()) {
      return assessed(figure(given, way), way).path("met");
    }
    if (expected.has("met")) {
      return assessed(figure(given, way), way);
    }
    Assumptions.assumeTrue(expected.isObject(), "no adapter for what is expected at " + way);
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> one : expected.properties()) {
      answer.set(
          one.getKey(), walk(one.getValue(), below(given, one.getKey()), way + " " + one.getKey()));
    }
    return answer;
  }

  /** What is given under that name, be it one step further down; else all that is given here. */
  private static JsonNode below(JsonNode given, String name) {
    if (given.has(name)) {
      return given.path(name);
    }
    for (JsonNode nested : given) {
      if (nested.has(name)) {
        return nested.path(name);
      }
    }
    return given;
  }

  /** The figure there, or the last on the way, as where {@code {"100": true}} is expected. */
  private static String figure(JsonNode given, String way) {
    JsonNode there = given.isObject() && given.size() == 1 ? given.elements().next() : given;
    if (there.isValueNode() && FIGURE.matcher(there.asText()).matches()) {
      return there.asText();
    }
    String last = way.substring(way.lastIndexOf(' ') + 1);
    Assumptions.assumeTrue(
        FIGURE.matcher(last).matches() && !YEAR.matcher(last).matches(),
        "no adapter: no figure at" + way);
    return last;
  }

  private JsonNode assessed(String figure, String way) {
    OptionalInt year = year(way);
    Map<String, Object> variables = new HashMap<>();
    variables.put("region", region);
    variables.put("target", target(way, year).path("id").asText());
    variables.put("value", figure);
    variables.put("readings", readings);
    year.ifPresent(named -> variables.put("year", named));
    ObjectNode outcome = world.ask(ASSESS, variables).at("/policyBundle/target/assess").deepCopy();
    return outcome.put("shown_pct", Figures.number(outcome.path("shown")));
  }

  private OptionalInt year(String way) {
    Matcher named = YEAR.matcher(way);
    if (named.find()) {
      return OptionalInt.of(Integer.parseInt(named.group()));
    }
    return asOf.map(day -> OptionalInt.of(day.getYear())).orElseGet(OptionalInt::empty);
  }

  private JsonNode target(String way, OptionalInt year) {
    List<JsonNode> ofYear =
        targets.stream()
            .filter(
                target ->
                    year.isEmpty()
                        || yearOf(target, "due") <= year.getAsInt()
                            && year.getAsInt() <= yearOf(target, "lastDue"))
            .toList();
    return (ofYear.isEmpty() ? targets : ofYear)
        .stream()
            .max(
                Comparator.comparingInt(
                    target -> 2 * likeness(target, way) + likeness(target, subject)))
            .orElseThrow();
  }

  private static int yearOf(JsonNode target, String day) {
    return LocalDate.parse(target.path(day).asText()).getYear();
  }

  /** How many words, or pairs of characters, of the way stand in the names of the target. */
  private static int likeness(JsonNode target, String way) {
    String names =
        (target.path("name").toString() + target.at("/indicator/name")).toLowerCase(Locale.ROOT);
    String asked = way.toLowerCase(Locale.ROOT);
    int pairs =
        (int)
            IntStream.range(0, Math.max(0, asked.length() - 1))
                .mapToObj(i -> asked.substring(i, i + 2))
                .filter(pair -> pair.charAt(0) > 255 && names.contains(pair))
                .count();
    return pairs
        + (int)
            Pattern.compile("[^a-z]+")
                .splitAsStream(asked)
                .filter(word -> word.length() > 3 && names.contains(word))
                .count();
  }
}
