package org.wuyou.policy.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.Text;
import org.wuyou.policy.parse.Spot;

@DisplayName("The days of a policy")
class DatesTests {
  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  private static Period period(String from, String to) {
    return new Period(day(from), to.isEmpty() ? Optional.empty() : Optional.of(day(to)));
  }

  @Test
  void count_from_the_first_to_the_last() {
    Period year = period("2021-01-01", "2021-12-31");
    assertFalse(year.contains(day("2020-12-31")));
    assertTrue(year.contains(day("2021-01-01")));
    assertTrue(year.contains(day("2021-12-31")));
    assertFalse(year.contains(day("2022-01-01")));
    assertTrue(period("2021-01-01", "").contains(day("2999-01-01")));
  }

  @Test
  void overlap_where_one_day_is_in_both() {
    Period year = period("2021-01-01", "2021-12-31");
    assertTrue(year.overlaps(period("2021-12-31", "")));
    assertFalse(year.overlaps(period("2022-01-01", "")));
    assertTrue(year.overlaps(period("2020-01-01", "2021-01-01")));
    assertFalse(year.overlaps(period("2020-01-01", "2020-12-31")));
    assertTrue(period("2021-01-01", "").overlaps(period("2030-01-01", "")));
    assertFalse(period("2021-01-01", "").overlaps(period("2020-01-01", "2020-12-31")));
  }

  @Test
  void shared_by_two_begin_with_the_later_and_end_with_the_earlier() {
    Period year = period("2021-01-01", "2021-12-31");
    assertEquals(
        period("2021-06-01", "2021-12-31"), year.shared(period("2021-06-01", "2022-12-31")));
    assertEquals(
        period("2021-01-01", "2021-03-31"), year.shared(period("2020-06-01", "2021-03-31")));
    assertEquals(year, year.shared(period("2020-06-01", "")));
    assertEquals(
        period("2021-01-01", ""), period("2020-01-01", "").shared(period("2021-01-01", "")));
    assertEquals("from 2021-01-01 to 2021-12-31", year.text().en());
    assertEquals("自 2021-01-01 起", period("2021-01-01", "").text().zh());
  }

  @Test
  void due_once_are_that_day_only() {
    Target.Due once = new Target.Due(day("2021-12-31"), day("2021-12-31"));
    assertFalse(once.yearly());
    assertEquals(Optional.of(day("2021-12-31")), once.in(2021));
    assertEquals(Optional.empty(), once.in(2020));
    assertEquals(Optional.empty(), once.in(2022));
    assertEquals(day("2021-12-31"), once.seenFrom(day("2025-01-01")));
    assertEquals(day("2021-12-31"), once.of(OptionalInt.of(2030), day("2025-01-01")));
  }

  @Test
  void due_every_year_are_the_last_one_past_or_the_first() {
    Target.Due yearly = new Target.Due(day("2021-06-30"), day("2023-06-30"));
    assertTrue(yearly.yearly());
    assertEquals(Optional.of(day("2022-06-30")), yearly.in(2022));
    assertEquals(Optional.empty(), yearly.in(2020));
    assertEquals(Optional.empty(), yearly.in(2024));
    assertEquals(day("2021-06-30"), yearly.seenFrom(day("2020-01-01")));
    assertEquals(day("2021-06-30"), yearly.seenFrom(day("2021-06-30")));
    assertEquals(day("2021-06-30"), yearly.seenFrom(day("2022-06-29")));
    assertEquals(day("2022-06-30"), yearly.seenFrom(day("2022-06-30")));
    assertEquals(day("2023-06-30"), yearly.seenFrom(day("2030-01-01")));
    assertEquals(day("2022-06-30"), yearly.of(OptionalInt.of(2022), day("2030-01-01")));
    assertEquals(day("2023-06-30"), yearly.of(OptionalInt.empty(), day("2030-01-01")));
  }

  @Test
  void may_hang_on_a_reading() {
    ByReading<Integer> hanging = new ByReading<>(Optional.of("A"), Map.of("X", 1, "Y", 2));
    assertEquals(2, hanging.in(reading -> reading.equals("A") ? "Y" : "X"));
    assertEquals(7, ByReading.always(7).in(reading -> "X"));
    assertThrows(IllegalStateException.class, () -> hanging.in(reading -> "Z"));
  }

  @Test
  void and_places_of_a_document_are_written_shortly() {
    Anchor lines = Anchor.of("3-8#1a2b3c4d").orElseThrow();
    assertEquals(new Anchor(3, 8, "1a2b3c4d"), lines);
    assertEquals(6, lines.lines());
    assertEquals("3-8#1a2b3c4d", lines.toString());
    Anchor line = Anchor.of("1#1a2b3c4d").orElseThrow();
    assertEquals(1, line.lines());
    assertEquals("1#1a2b3c4d", line.toString());
    assertEquals("8#1a2b3c4d", Anchor.of("8-8#1a2b3c4d").orElseThrow().toString());
    assertEquals(Optional.empty(), Anchor.of("0#1a2b3c4d"));
    assertEquals(Optional.empty(), Anchor.of("8-7#1a2b3c4d"));
    assertEquals(Optional.empty(), Anchor.of("8#1A2B3C4D"));
    assertEquals(Optional.empty(), Anchor.of("line 8"));
  }

  private static Task task(Period valid, Optional<LocalDate> due) {
    Citation citation = new Citation("T-1", List.of(), "一", "", List.of());
    Text name = new Text("任务", "Task");
    Head head =
        new Head("T-1", name, name, citation, valid, List.of(), new Spot("a.yaml", 1, 1, 1));
    return new Task(
        head,
        Task.Level.GUIDANCE,
        List.of("lead"),
        List.of("answers", "lead"),
        List.of("shares"),
        due,
        Optional.empty());
  }

  @Test
  void of_a_task_end_with_its_own_or_with_the_plan() {
    Period plan = period("2021-01-01", "2021-12-31");
    assertEquals(Optional.of(day("2021-12-31")), task(plan, Optional.empty()).owedBy());
    assertEquals(
        Optional.of(day("2021-06-30")), task(plan, Optional.of(day("2021-06-30"))).owedBy());
    assertEquals(Optional.empty(), task(period("2021-01-01", ""), Optional.empty()).owedBy());
    assertEquals(
        List.of("lead", "answers", "shares"),
        List.copyOf(task(plan, Optional.empty()).departments()));
    assertEquals("T-1", task(plan, Optional.empty()).id());
  }
}
