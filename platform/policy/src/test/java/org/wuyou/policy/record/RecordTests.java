package org.wuyou.policy.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wuyou.policy.Text;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.MapSubject;
import org.wuyou.policy.facts.Statistic;
import org.wuyou.policy.facts.Subject;

@DisplayName("What an evaluation read")
class RecordTests {
  private static final LocalDate FOUNDED = LocalDate.of(2019, 2, 28);
  private static final Instant SENT = Instant.parse("2022-02-03T04:05:06.007Z");
  private static final String CITY = "140500";
  private static final String COUNTY = "140502";

  private final MapSubject zone =
      new MapSubject("Zone", "区").with("divisionCode", COUNTY).with("area", new BigDecimal("7.50"));
  private final MapSubject first = yearly(2021, "1200.10");
  private final MapSubject second = yearly(2022, "0");
  private final MapSubject title = new MapSubject("Title", "小巨人").with("kind", "LITTLE_GIANT");
  private final MapSubject firm =
      new MapSubject("Enterprise", "甲")
          .with("divisionCode", COUNTY)
          .with("founded", FOUNDED)
          .with("sentAt", SENT)
          .with("legalPerson", true)
          .with("directions", List.of("A", "B"))
          .with("zone", zone)
          .with("returns", List.of(first, second))
          .with("titles", List.of(title));
  private final MapSubject other = new MapSubject("Enterprise", "乙").with("divisionCode", "140581");
  private final Recording recording =
      new Recording(
          new MapFacts()
              .with(firm)
              .with(other)
              .with(new Facts.Division(COUNTY, new Text("城区", "Chengqu")))
              .with("gdp", COUNTY, 2021, new Statistic(new BigDecimal("10.50"), "年鉴")));
  private final Subject judged = recording.of(firm);

  private static MapSubject yearly(int year, String revenue) {
    return new MapSubject("YearlyReturn", "return " + year)
        .with("year", BigDecimal.valueOf(year))
        .with("revenue", new BigDecimal(revenue));
  }

  private RecordedFacts replayed() {
    return new RecordedFacts(recording.record(judged));
  }

  private Map<String, String> paths() {
    return recording.record(judged).byPath().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, path -> path.getValue().kind() + " " + path.getValue().text()));
  }

  private static void unknown(String what, Executable asked) {
    assertEquals(
        what, assertThrows(RecordedFacts.NotRecorded.class, asked, what).getMessage(), what);
  }

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(null, Datum.Kind.MISSING, ""),
        Arguments.of(new BigDecimal("1E+3"), Datum.Kind.NUMBER, "1000"),
        Arguments.of(new BigDecimal("-7.50"), Datum.Kind.NUMBER, "-7.50"),
        Arguments.of("140581", Datum.Kind.TEXT, "140581"),
        Arguments.of("", Datum.Kind.TEXT, ""),
        Arguments.of(true, Datum.Kind.TRUTH, "true"),
        Arguments.of(false, Datum.Kind.TRUTH, "false"),
        Arguments.of(FOUNDED, Datum.Kind.DAY, "2019-02-28"),
        Arguments.of(SENT, Datum.Kind.MOMENT, "2022-02-03T04:05:06.007Z"),
        Arguments.of(List.of("A", "B"), Datum.Kind.TEXTS, "A\nB"),
        Arguments.of(List.of(), Datum.Kind.TEXTS, ""));
  }

  @ParameterizedTest
  @MethodSource("values")
  void keeps_every_type_as_text_and_gives_it_back(
      @Nullable Object value, Datum.Kind kind, String text) {
    Datum datum = Datum.of(value);
    assertEquals(new Datum(kind, text), datum);
    if (value instanceof BigDecimal number) {
      assertEquals(0, number.compareTo((BigDecimal) Objects.requireNonNull(datum.value())));
    } else {
      assertEquals(value, datum.value());
    }
  }

  @Test
  void holds_nothing_but_facts() {
    assertThrows(IllegalArgumentException.class, () -> Datum.of(7));
  }

  @Test
  void is_given_on_unchanged_while_it_is_taken_down() {
    assertEquals("Enterprise", judged.entity());
    assertEquals("甲", judged.name());
    assertEquals(FOUNDED, judged.value("founded"));
    assertNull(judged.value("revenue"));
    assertNull(judged.one("group"));
    assertEquals(new BigDecimal("7.50"), Objects.requireNonNull(judged.one("zone")).value("area"));
    assertEquals(
        List.of("return 2021", "return 2022"),
        judged.many("returns").stream().map(Subject::name).toList());
    assertEquals(List.of(), judged.many("projects"));
    assertSame(judged, recording.of(firm));
    assertSame(judged, recording.population("Enterprise", CITY).getFirst());
    assertEquals(new Text("城区", "Chengqu"), recording.divisionName(COUNTY));
    assertEquals(
        Optional.of(new BigDecimal("10.50")),
        recording.statistic("gdp", COUNTY, 2021).map(Statistic::value));
    assertEquals(Optional.empty(), recording.statistic("gdp", COUNTY, 2020));
    assertEquals(
        List.of(COUNTY), recording.parts(CITY).stream().map(Facts.Division::code).toList());
  }

  @Test
  void answers_again_from_the_record_alone() {
    judged.value("founded");
    judged.value("revenue");
    judged.one("group");
    Objects.requireNonNull(judged.one("zone")).value("area");
    judged.many("returns").forEach(yearly -> yearly.value("revenue"));
    judged.many("projects");
    Subject again = replayed().subject();
    assertEquals("Enterprise", again.entity());
    assertEquals("甲", again.name());
    assertEquals(FOUNDED, again.value("founded"));
    assertNull(again.value("revenue"));
    assertNull(again.one("group"));
    assertEquals(new BigDecimal("7.50"), Objects.requireNonNull(again.one("zone")).value("area"));
    assertEquals(
        List.of(new BigDecimal("1200.10"), BigDecimal.ZERO),
        again.many("returns").stream().map(yearly -> yearly.value("revenue")).toList());
    assertEquals(List.of(), again.many("projects"));
  }

  @Test
  void answers_again_for_divisions_and_populations() {
    recording.population("Enterprise", CITY);
    recording.population("Title", CITY);
    recording.statistic("gdp", COUNTY, 2021);
    recording.statistic("gdp", COUNTY, 2020);
    recording.parts(CITY);
    recording.divisionName(COUNTY);
    RecordedFacts again = replayed();
    assertEquals(
        List.of("甲", "乙"),
        again.population("Enterprise", CITY).stream().map(Subject::name).toList());
    assertEquals(List.of(), again.population("Title", CITY));
    assertEquals(
        Optional.of(new Statistic(new BigDecimal("10.50"), "年鉴")),
        again.statistic("gdp", COUNTY, 2021));
    assertEquals(Optional.empty(), again.statistic("gdp", COUNTY, 2020));
    assertEquals(List.of(new Facts.Division(COUNTY, new Text("城区", "Chengqu"))), again.parts(CITY));
    assertEquals(new Text("城区", "Chengqu"), again.divisionName(COUNTY));
    assertEquals(new Text("140581", "140581"), again.divisionName("140581"));
  }

  @Test
  void does_not_answer_what_was_not_read() {
    judged.value("founded");
    recording.population("Enterprise", CITY);
    recording.statistic("gdp", COUNTY, 2021);
    RecordedFacts again = replayed();
    unknown("甲.revenue", () -> again.subject().value("revenue"));
    unknown("甲.zone", () -> again.subject().one("zone"));
    unknown("甲.returns", () -> again.subject().many("returns"));
    unknown("Enterprise 140502", () -> again.population("Enterprise", COUNTY));
    unknown("Title 140500", () -> again.population("Title", CITY));
    unknown("gdp 140502 2022", () -> again.statistic("gdp", COUNTY, 2022));
    unknown("gdp 140500 2021", () -> again.statistic("gdp", CITY, 2021));
    unknown("rd 140502 2021", () -> again.statistic("rd", COUNTY, 2021));
    unknown("140500", () -> again.parts(CITY));
  }

  @Test
  void tells_of_every_subject_which_lists_were_read() {
    judged.value("founded");
    judged.many("returns");
    assertEquals(
        Map.of(firm, Set.of("returns"), first, Set.of(), second, Set.of()),
        recording.touched().stream()
            .collect(Collectors.toMap(Recording.Touched::original, Recording.Touched::manys)));
  }

  @Test
  void tells_whether_whole_populations_or_figures_of_divisions_were_read() {
    assertEquals(Set.of(), recording.populationsRead());
    assertFalse(recording.statisticsRead());
    recording.population("Enterprise", CITY);
    recording.population("Enterprise", COUNTY);
    recording.statistic("gdp", COUNTY, 2020);
    assertEquals(Set.of("Enterprise"), recording.populationsRead());
    assertTrue(recording.statisticsRead(), "looked for in vain");
  }

  private void paths(Map<String, String> expected, Consumer<Subject> read) {
    read.accept(judged);
    assertEquals(expected, paths());
  }

  @Test
  void is_told_by_the_path_to_it() {
    paths(
        Map.of(
            "founded",
            "DAY 2019-02-28",
            "revenue",
            "MISSING ",
            "group",
            "MISSING ",
            "zone.area",
            "NUMBER 7.50",
            "titles.count",
            "NUMBER 1",
            "titles[小巨人].kind",
            "TEXT LITTLE_GIANT"),
        firm -> {
          firm.value("founded");
          firm.value("revenue");
          firm.one("group");
          Objects.requireNonNull(firm.one("zone")).value("area");
          firm.many("titles").forEach(one -> one.value("kind"));
        });
  }

  @Test
  void is_told_by_its_year_where_it_has_one() {
    paths(
        Map.of(
            "returns.count", "NUMBER 2",
            "returns[2021].year", "NUMBER 2021",
            "returns[2021].revenue", "NUMBER 1200.10",
            "returns[2022].year", "NUMBER 2022"),
        firm -> {
          List<Subject> returns = firm.many("returns");
          returns.forEach(yearly -> yearly.value("year"));
          returns.getFirst().value("revenue");
        });
  }
}
