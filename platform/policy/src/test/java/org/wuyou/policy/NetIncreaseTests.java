package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.evaluate.Measured;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.evaluate.Status;
import org.wuyou.policy.evaluate.TargetOutcome;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.MapSubject;
import org.wuyou.policy.facts.Subject;

@DisplayName("A net increase")
class NetIncreaseTests {
  private static final String RULES =
      """
      article: 一
      locator: 净增
      clause: NET-1
      departments: [one]
      parameters:
        two: {name: {zh: 两家, en: Two}, unit: 家, values: {2020-01-01: 2}}
      indicators:
        more: {name: {zh: 净增, en: More}, unit: 家, kind: netIncrease, over: Enterprise, having: returns.at(year).rdExpenditure > 0}
        both: {name: {zh: 合计, en: Together}, unit: 家, kind: together, of: [more, more]}
      targets:
        - {id: atLeast, name: {zh: 一, en: One}, summary: {zh: 一, en: One}, indicator: more, must: 达到, value: two, due: 2021-12-31}
        - {id: exactly, name: {zh: 二, en: Two}, summary: {zh: 二, en: Two}, indicator: more, must: 等于, value: two, due: 2021-12-31}
        - {id: twice, name: {zh: 三, en: Three}, summary: {zh: 三, en: Three}, indicator: both, must: 达到, value: two, due: 2021-12-31}
      """;

  private static final PolicyBundle BUNDLE = Bundles.of(RULES, RegisterCatalogue.CATALOGUE);
  private static final String BEFORE = "returns[2020]";
  private static final String AFTER = "returns[2021]";

  private final List<MapSubject> firms = new ArrayList<>();

  /** So many firms that spent so much in either year; null is what nobody reported. */
  private NetIncreaseTests with(int firmsAlike, @Nullable Integer before, @Nullable Integer after) {
    for (int i = 0; i < firmsAlike; i++) {
      List<Subject> returns = new ArrayList<>();
      report(returns, 2020, before);
      report(returns, 2021, after);
      firms.add(new MapSubject("Enterprise", "firm" + firms.size()).with("returns", returns));
    }
    return this;
  }

  private static void report(List<Subject> returns, int year, @Nullable Integer spent) {
    if (spent != null) {
      returns.add(
          new MapSubject("YearlyReturn", "" + year)
              .with("year", BigDecimal.valueOf(year))
              .with("rdExpenditure", BigDecimal.valueOf(spent)));
    }
  }

  private TargetOutcome outcome(String target, LocalDate asOf) {
    MapFacts facts = new MapFacts();
    firms.forEach(facts::with);
    return new Session(BUNDLE, facts, Evaluation.USUAL.asOf(asOf))
        .outcome(Objects.requireNonNull(BUNDLE.targets().get(target)));
  }

  private TargetOutcome outcome(String target) {
    return outcome(target, LocalDate.of(2021, 12, 31));
  }

  private static Measured measured(TargetOutcome outcome) {
    return outcome.measured().orElseThrow();
  }

  @Test
  void is_what_came_less_what_went() {
    TargetOutcome outcome = with(3, 0, 1).with(1, 1, 0).with(2, 1, 1).outcome("atLeast");
    assertEquals(Status.MET, outcome.status());
    assertEquals(Optional.of(Exact.of(2)), outcome.value());
    assertEquals(Optional.of(Exact.of(5)), measured(outcome).numerator());
    assertEquals(Optional.of(Exact.of(3)), measured(outcome).denominator());
  }

  @Test
  void is_open_where_who_did_not_report_this_year_could_make_it_up() {
    TargetOutcome outcome = with(1, 0, 1).with(1, 0, null).outcome("atLeast");
    assertEquals(Status.UNDETERMINED, outcome.status());
    assertEquals(Set.of(AFTER), measured(outcome).missing());
    assertEquals(Set.of(AFTER), outcome.findings().getFirst().missing());
    assertEquals(List.of(firms.get(1)), measured(outcome).undetermined());
  }

  @Test
  void is_open_where_who_did_not_report_the_year_before_could_undo_it() {
    TargetOutcome outcome = with(2, 0, 1).with(1, null, 0).outcome("atLeast");
    assertEquals(Status.UNDETERMINED, outcome.status());
    assertEquals(Set.of(BEFORE), measured(outcome).missing());
    assertEquals(List.of(firms.get(2)), measured(outcome).undetermined());
  }

  @Test
  void is_certain_where_nobody_who_did_not_report_can_change_it() {
    assertEquals(Status.MET, with(3, 0, 1).with(1, null, 0).outcome("atLeast").status());
    firms.clear();
    assertEquals(Status.NOT_MET, with(1, 0, 0).with(1, 0, null).outcome("atLeast").status());
    assertEquals(Status.NOT_DUE, outcome("atLeast", LocalDate.of(2021, 6, 30)).status());
  }

  @Test
  void names_a_subject_once_that_reported_neither_year() {
    TargetOutcome outcome = with(2, 0, 1).with(1, null, null).outcome("atLeast");
    assertEquals(List.of(firms.get(2)), measured(outcome).undetermined());
    assertEquals(Set.of(BEFORE, AFTER), measured(outcome).missing());
  }

  @Test
  void may_hit_a_bound_that_lies_between_the_least_and_the_most_it_can_be() {
    assertEquals(Status.UNDETERMINED, with(1, 0, 1).with(3, 0, null).outcome("exactly").status());
    firms.clear();
    assertEquals(Status.MET, with(2, 0, 1).outcome("exactly").status());
    firms.clear();
    assertEquals(Status.NOT_MET, with(3, 0, 1).outcome("exactly").status());
  }

  @Test
  void passes_its_doubt_on_to_what_is_put_together_from_it() {
    assertEquals(Status.UNDETERMINED, with(1, 0, 1).with(1, null, 0).outcome("twice").status());
    firms.clear();
    TargetOutcome outcome = with(1, 0, 1).outcome("twice");
    assertEquals(Status.MET, outcome.status());
    assertEquals(Optional.of(Exact.of(2)), outcome.value());
  }
}
