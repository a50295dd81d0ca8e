package org.wuyou.policy.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.model.Series;

@DisplayName("A deadline")
class DeadlinesTests {
  private static final LocalDate FRIDAY = LocalDate.of(2022, 7, 1);

  @Test
  void ends_with_its_day_begins_with_it_or_waits_for_monday() {
    assertEquals(
        Instant.parse("2022-07-01T16:00:00Z"), Deadlines.passed(FRIDAY, Series.Bound.INCLUSIVE));
    assertEquals(
        Instant.parse("2022-06-30T16:00:00Z"), Deadlines.passed(FRIDAY, Series.Bound.EXCLUSIVE));
    assertEquals(
        Instant.parse("2022-07-01T16:00:00Z"),
        Deadlines.passed(FRIDAY, Series.Bound.NEXT_WORKING_DAY));
    assertEquals(
        Instant.parse("2022-07-04T16:00:00Z"),
        Deadlines.passed(FRIDAY.plusDays(1), Series.Bound.NEXT_WORKING_DAY));
    assertEquals(FRIDAY.plusDays(3), Deadlines.workingDay(FRIDAY.plusDays(2)));
    assertEquals(FRIDAY, Deadlines.workingDay(FRIDAY));
  }

  @Test
  void knows_the_last_moment_of_a_day_in_china() {
    assertEquals(Instant.parse("2022-07-01T15:59:59.999Z"), Deadlines.lastMomentOf(FRIDAY));
    assertEquals(Instant.parse("2022-07-01T16:00:00Z"), Deadlines.endOf(FRIDAY));
  }

  @Test
  void is_kept_missed_or_still_open() {
    Instant passed = Instant.parse("2022-07-01T16:00:00Z");
    Instant before = passed.minusMillis(1);
    assertEquals(
        Timeliness.ON_TIME, Deadlines.standing(Optional.of(before), passed, passed.plusSeconds(9)));
    assertEquals(
        Timeliness.LATE, Deadlines.standing(Optional.of(passed), passed, passed.plusSeconds(9)));
    assertEquals(
        Timeliness.ON_TIME,
        Deadlines.standing(Optional.of(before), passed, before),
        "seen at once");
    assertEquals(Timeliness.PENDING, Deadlines.standing(Optional.of(passed), passed, before));
    assertEquals(Timeliness.PENDING, Deadlines.standing(Optional.empty(), passed, before));
    assertEquals(Timeliness.MISSING, Deadlines.standing(Optional.empty(), passed, passed));
  }

  @Test
  void comes_back_every_month_quarter_or_year() {
    assertEquals(List.of("2021-12", "2022-01"), names(Series.Every.MONTH, "2021-12", "2022-01"));
    assertEquals(
        List.of("2021Q4", "2022Q1", "2022Q2"), names(Series.Every.QUARTER, "2021-10", "2022-04"));
    assertEquals(List.of("2021", "2022"), names(Series.Every.YEAR, "2021-12", "2022-01"));
    assertEquals(List.of(), names(Series.Every.MONTH, "2022-02", "2022-01"));
    assertEquals(
        LocalDate.of(2021, 12, 31),
        Deadlines.periods(
                Series.Every.QUARTER, YearMonth.parse("2021-10"), YearMonth.parse("2021-11"))
            .get(0)
            .last());
    assertThrows(
        IllegalArgumentException.class, () -> names(Series.Every.ONCE, "2022-02", "2022-03"));
  }

  private static List<String> names(Series.Every every, String first, String last) {
    return Deadlines.periods(every, YearMonth.parse(first), YearMonth.parse(last)).stream()
        .map(Deadlines.Period::name)
        .toList();
  }

  @Test
  void goes_by_the_name_of_its_period_or_of_the_month_in_which_that_ends() {
    Deadlines.Period quarter = new Deadlines.Period("2021Q2", LocalDate.of(2021, 6, 30));
    assertTrue(quarter.named("2021Q2"));
    assertTrue(quarter.named("2021-Q2"));
    assertTrue(quarter.named("2021-06"));
    assertFalse(quarter.named("2021-05"));
  }
}
