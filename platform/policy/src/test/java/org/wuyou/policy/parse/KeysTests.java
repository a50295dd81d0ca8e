package org.wuyou.policy.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuyou.policy.Exact;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;

@DisplayName("The keys of a map in a file")
class KeysTests {
  private static final String FILE = "a.yaml";
  private static final String WRITTEN =
      """
      name: {zh: 甲, en: One}
      day: 2021-12-31
      count: 12
      yes: true
      no: false
      list: [a, b]
      one: a
      nothing:
      quoted: "null"
      map: {x: 1, y: 2}
      """;

  private final Problems problems = new Problems(new TreeMap<>(Map.of(FILE, WRITTEN)));
  private final Keys keys = keys(WRITTEN);

  private Keys keys(String text) {
    problems.file(FILE, text);
    return Keys.top(FILE, Yaml.read(FILE, text, problems).orElseThrow(), problems);
  }

  private void told(String... expected) {
    assertEquals(
        List.of(expected),
        problems.all().stream()
            .map(
                problem ->
                    problem.code()
                        + " "
                        + problem.line()
                        + ":"
                        + problem.column()
                        + "+"
                        + problem.length()
                        + " "
                        + problem.message().in(Locale.ENGLISH))
            .toList());
  }

  @Test
  void are_read_as_what_they_are_asked_for() {
    assertEquals(
        Optional.of(new Text("甲", "One")), keys.bilingual("name", ProblemCode.MISSING_KEY));
    assertEquals(Optional.of(LocalDate.of(2021, 12, 31)), keys.date("day"));
    assertEquals(Optional.of("12"), keys.text("count"));
    assertEquals(Optional.of(true), keys.truth("yes"));
    assertEquals(Optional.of(false), keys.truth("no"));
    assertEquals(List.of("a", "b"), keys.scalars("list").stream().map(Yaml.Scalar::text).toList());
    assertEquals(List.of("a"), keys.scalars("one").stream().map(Yaml.Scalar::text).toList());
    assertEquals(2, keys.entries("map").size());
    assertTrue(keys.has("nothing"));
    assertEquals(Optional.empty(), keys.text("nothing"), "empty is absent");
    assertEquals(Optional.of("null"), keys.text("quoted"), "a text is a text");
    keys.close();
    told();
  }

  @Test
  void that_are_absent_read_as_nothing() {
    assertFalse(keys.has("other"));
    assertEquals(Optional.empty(), keys.get("other"));
    assertEquals(Optional.empty(), keys.text("other"));
    assertEquals(Optional.empty(), keys.date("other"));
    assertEquals(Optional.empty(), keys.truth("other"));
    assertEquals(List.of(), keys.items("other"));
    assertEquals(Map.of(), keys.entries("other"));
    assertEquals(keys.spot(), keys.keySpot("other"));
    assertEquals(2, keys.keySpot("day").line());
    told();
  }

  @Test
  void that_must_be_there_are_told_where_they_should_stand() {
    keys.requiredScalar("other");
    keys.bilingual("title", ProblemCode.MISSING_SUMMARY);
    keys.missingOneOf("a", "b");
    told(
        "MISSING_KEY 1:1+1 other is missing",
        "MISSING_KEY 1:1+1 one of a, b is missing",
        "MISSING_SUMMARY 1:1+1 title is missing");
  }

  @Test
  void of_another_shape_are_told_where_they_stand() {
    keys.text("list");
    keys.entries("list");
    keys.scalars("map");
    keys.truth("count");
    keys.date("count");
    keys.bilingual("one", ProblemCode.MISSING_KEY);
    told(
        "BAD_DATE 3:8+2 12 is not a date",
        "UNKNOWN_VALUE 3:8+2 count is true or false",
        "WRONG_SHAPE 6:7+1 expected a single value here",
        "WRONG_SHAPE 6:7+1 expected a map of keys here",
        "MISSING_KEY 7:1+3 one has no zh",
        "WRONG_SHAPE 7:6+1 expected a map of keys here",
        "WRONG_SHAPE 10:6+1 expected a single value here");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: {zh: 甲} | name has no en",
        "name: {en: One} | name has no zh",
        "name: {zh: '', en: One} | name has no zh",
        "name: {zh: 甲, en: ' '} | name has no en"
      })
  void need_both_languages(String text, String message) {
    assertEquals(Optional.empty(), keys(text).bilingual("name", ProblemCode.MISSING_SUMMARY));
    told("MISSING_SUMMARY 1:1+4 " + message);
  }

  @Test
  void that_nobody_asked_for_are_refused_with_what_was_meant() {
    Keys few = keys("nme: a\nunheard: b\nname: c\n");
    few.text("name");
    few.text("summary");
    few.close();
    told(
        "UNKNOWN_KEY 1:1+3 no key nme here; did you mean name?",
        "UNKNOWN_KEY 2:1+7 no key unheard here");
    assertEquals(
        "Keys allowed here: name, summary", problems.all().get(0).remedy().in(Locale.ENGLISH));
    assertEquals(Set.of("nme", "unheard", "name"), few.names());
  }

  @Test
  void standing_twice_are_told_by_the_line_of_the_first() {
    keys("a: 1\nb: 2\na: 3\n2021-01-01: 4\n2021-01-01: 5\n");
    told(
        "DUPLICATE_KEY 3:1+1 a already stands in line 1",
        "OVERLAPPING_VALIDITY 5:1+10 2021-01-01 already stands in line 4");
  }

  @Test
  void stand_after_a_quote_where_they_have_one() {
    Keys quoted = keys("a: \"bcd\"\ne: fgh\n");
    assertEquals(new Spot(FILE, 1, 5, 3), quoted.requiredScalar("a").orElseThrow().spot());
    assertEquals(new Spot(FILE, 2, 4, 3), quoted.requiredScalar("e").orElseThrow().spot());
    assertEquals(1, new Spot(FILE, 1, 5, 3).withLength(0).length(), "something is meant");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", " 12.50 ", "-0.5", "1e3"})
  void are_numbers_where_they_are_plain_decimals(String text) {
    Yaml.Scalar scalar = new Yaml.Scalar(new Spot(FILE, 1, 1, 1), text, false);
    assertEquals(Optional.of(Exact.of(text.strip())), Keys.number(scalar, problems));
    told();
  }

  @Test
  void that_are_no_numbers_are_told() {
    Yaml.Scalar scalar = new Yaml.Scalar(new Spot(FILE, 3, 8, 2), "12%", false);
    assertEquals(Optional.empty(), Keys.number(scalar, problems));
    told("BAD_NUMBER 3:8+2 12% is not a number");
  }

  private OptionalInt whole(String text) {
    return Keys.wholeNumber(new Yaml.Scalar(new Spot(FILE, 3, 8, 2), text, false), problems);
  }

  @Test
  void that_count_or_name_a_year_are_whole_numbers() {
    assertEquals(OptionalInt.of(2022), whole(" 2022 "));
    assertEquals(OptionalInt.of(999999999), whole("999999999"));
    told();
    assertEquals(OptionalInt.empty(), whole("1000000000"));
    assertEquals(OptionalInt.empty(), whole("-1"));
    assertEquals(OptionalInt.empty(), whole("2022.5"));
    told(
        "BAD_NUMBER 3:8+2 1000000000 is not a whole number",
        "BAD_NUMBER 3:8+2 -1 is not a whole number",
        "BAD_NUMBER 3:8+2 2022.5 is not a whole number");
  }

  @Test
  void of_what_is_no_map_are_none() {
    Keys none = keys("[a, b]");
    assertEquals(Set.of(), none.names());
    told("WRONG_SHAPE 1:1+1 expected a map of keys here");
  }

  @Test
  void are_not_read_from_what_is_no_yaml() {
    problems.file(FILE, "a: [b");
    assertEquals(Optional.empty(), Yaml.read(FILE, "a: [b", problems));
    assertEquals(ProblemCode.YAML_SYNTAX, problems.all().get(0).code());
    assertEquals(Optional.empty(), Yaml.read(FILE, "", problems));
    assertEquals(1, problems.all().size(), "an empty file is none");
  }

  @Test
  void and_what_is_wrong_with_them_come_once_and_in_order() {
    Problems fresh = new Problems(new TreeMap<>(Map.of(FILE, "first  \nsecond")));
    assertTrue(fresh.none());
    Text said = new Text("错", "wrong");
    fresh.add(ProblemCode.BAD_DATE, new Spot(FILE, 2, 1, 1), said, said);
    fresh.add(ProblemCode.BAD_DATE, new Spot(FILE, 1, 1, 1), said, said);
    fresh.add(ProblemCode.BAD_DATE, new Spot(FILE, 2, 1, 1), said, said);
    fresh.add(ProblemCode.BAD_DATE, new Spot(FILE, 3, 1, 1), said, said);
    assertFalse(fresh.none());
    assertEquals(
        List.of("first", "second", ""), fresh.all().stream().map(p -> p.source()).toList());
    Problems stopped = new Problems(new TreeMap<>());
    stopped.stop();
    assertFalse(stopped.none());
    assertEquals(List.of(), stopped.all());
  }
}
