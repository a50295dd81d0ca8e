package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.evaluate.ColumnSelection;
import org.wuyou.policy.evaluate.SelectionOutcome;
import org.wuyou.policy.evaluate.SelectionOutcome.Row;
import org.wuyou.policy.evaluate.SelectionOutcome.Standing;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.MapSubject;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Selection;
import org.wuyou.policy.plan.Columns;
import org.wuyou.policy.plan.Kernels;
import org.wuyou.policy.plan.Plan;
import org.wuyou.policy.plan.SubjectColumns;
import org.wuyou.policy.simulate.Scenario;
import org.wuyou.policy.simulate.Simulation;

@DisplayName("A selection over columns")
class ColumnSelectionTests {
  private static final String RULES =
      """
      article: 一
      locator: 遴选
      clause: SELECT
      departments: [one]
      parameters:
        floor: {name: {zh: 下限, en: Floor}, unit: 比值, values: {2020-01-01: -2}}
        best: {name: {zh: 家数, en: How many}, unit: 家, values: {2020-01-01: 5}}
        reserve: {name: {zh: 候补, en: Reserve}, unit: 家, values: {2020-01-01: 3}}
        unset: {name: {zh: 未定, en: Unset}, unit: 家, values: {2030-01-01: 3}}
      facts:
        share: {of: Firm, name: {zh: 占比, en: Share}, value: n0 / n1}
      selections:
        - {id: scored, name: {zh: 一, en: One}, summary: {zh: 一, en: One}, of: Firm, where: b0, top: best, waiting: reserve, order: [{by: n2}, {by: s0, direction: ascending}, {by: d0}], all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 甲, en: A}, if: n0 >= floor}]}
        - {id: shared, name: {zh: 二, en: Two}, summary: {zh: 二, en: Two}, of: Firm, top: best, order: [{by: share, direction: ascending}, {by: b1}], all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 甲, en: A}, if: b0 || n0 >= floor}, {id: B, name: {zh: 乙, en: B}, say: {zh: 乙, en: B}, if: b2 || s0 == 'A'}]}
        - {id: coarse, name: {zh: 三, en: Three}, summary: {zh: 三, en: Three}, of: Firm, top: best, waiting: reserve, order: [{by: b1}], all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 甲, en: A}, if: b0}]}
        - {id: needy, name: {zh: 四, en: Four}, summary: {zh: 四, en: Four}, of: Firm, top: best, needs: [n1, s0], order: [{by: n2}], all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 甲, en: A}, if: b0}]}
        - {id: open, name: {zh: 五, en: Five}, summary: {zh: 五, en: Five}, of: Firm, top: unset, order: [{by: n2}], all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 甲, en: A}, if: b0}]}
      """;

  private static final Evaluation AT_THE_END = Evaluation.USUAL.asOf(LocalDate.of(2021, 12, 31));

  private static final PolicyBundle BUNDLE = Bundles.of(RULES, FirmRegister.CATALOGUE);

  private static Session session(List<MapSubject> firms, Evaluation evaluation) {
    MapFacts facts = new MapFacts();
    firms.forEach(facts::with);
    return new Session(BUNDLE, facts, evaluation);
  }

  private static ColumnSelection.Made made(
      Session session, Selection selection, List<MapSubject> firms) {
    Columns columns = SubjectColumns.of(firms);
    Plan plan = new Plan(new Kernels(), session.setting(), session.lastYear(), columns, 1);
    return new ColumnSelection(session, selection, plan, Map.of()).make();
  }

  private static @Nullable Standing standing(ColumnSelection.Made made, int row) {
    return made.standings().at(row).orElse(null);
  }

  private static @Nullable Standing[] alike(Session session, String rule, List<MapSubject> firms) {
    Selection selection = Objects.requireNonNull(BUNDLE.rules(Selection.class).get(rule));
    ColumnSelection.Made found = made(session, selection, firms);
    SelectionOutcome wanted = session.selected(selection);
    Map<Subject, Standing> standings = new HashMap<>();
    wanted.rows().forEach(row -> standings.put(row.subject(), row.standing()));
    assertEquals(
        firms.stream().map(firm -> firm.name() + " " + standings.get(firm)).toList(),
        IntStream.range(0, firms.size())
            .mapToObj(row -> firms.get(row).name() + " " + standing(found, row))
            .toList(),
        rule);
    assertEquals(
        wanted.rows().filter(row -> row.standing() == Standing.SELECTED).map(Row::subject).toList(),
        Arrays.stream(found.selected()).mapToObj(firms::get).toList(),
        rule + " names whom it selects, the best first");
    assertEquals(wanted.missing(), found.missing(), rule);
    return IntStream.range(0, firms.size())
        .mapToObj(row -> standing(found, row))
        .toArray(Standing[]::new);
  }

  @RepeatedTest(20)
  @Tag("seeded")
  void selects_whom_the_subjects_one_by_one_select(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    List<MapSubject> firms = new FirmRegister(seed).firms(10 + new Random(seed).nextInt(120), true);
    Evaluation evaluation =
        Evaluation.USUAL
            .asOf(LocalDate.of(2021, 12, 31))
            .parameters(Map.of("best", Exact.of(seed % 7), "reserve", Exact.of(seed % 4 * 40)));
    Session session = session(firms, evaluation);
    for (String rule : BUNDLE.rules(Selection.class).keySet()) {
      alike(session, rule, firms);
    }
  }

  @Test
  void names_the_best_first_however_many_are_wanted() {
    List<MapSubject> firms = new FirmRegister(2).firms(120, false);
    for (int wanted : new int[] {0, 1, 2, 3, 16, 31, 64, 1000}) {
      Session session = session(firms, AT_THE_END.parameters(Map.of("best", Exact.of(wanted))));
      alike(session, "scored", firms);
    }
  }

  @Test
  void knows_every_standing() {
    Set<Standing> seen = EnumSet.noneOf(Standing.class);
    for (long seed = 1; seed <= 6; seed++) {
      List<MapSubject> firms = new FirmRegister(seed).firms(60, true);
      Session session = session(firms, Evaluation.USUAL.asOf(LocalDate.of(2021, 12, 31)));
      for (String rule : BUNDLE.rules(Selection.class).keySet()) {
        Arrays.stream(alike(session, rule, firms)).filter(Objects::nonNull).forEach(seen::add);
      }
      Session early = session(firms, Evaluation.USUAL.asOf(LocalDate.of(2019, 12, 31)));
      Arrays.stream(alike(early, "scored", firms)).filter(Objects::nonNull).forEach(seen::add);
    }
    assertEquals(EnumSet.allOf(Standing.class), seen);
  }

  @Test
  void is_what_a_what_if_counts() {
    List<MapSubject> firms = new FirmRegister(3).firms(60, true);
    MapFacts facts = new MapFacts();
    firms.forEach(facts::with);
    Evaluation more = AT_THE_END.parameters(Map.of("best", Exact.of(7)));
    Simulation simulation =
        Simulation.of(
            new Kernels(),
            facts,
            FirmRegister.CATALOGUE,
            new Scenario(BUNDLE, AT_THE_END),
            new Scenario(BUNDLE, more),
            "scored");
    assertEquals(selected(firms, AT_THE_END), simulation.total().presentEligible());
    assertEquals(selected(firms, more), simulation.total().reformEligible());
    assertTrue(simulation.total().winners() > 0, "two more are selected");
    assertEquals(List.of(), simulation.interpreted());
  }

  private static long selected(List<MapSubject> firms, Evaluation evaluation) {
    Selection scored = Objects.requireNonNull(BUNDLE.rules(Selection.class).get("scored"));
    return session(firms, evaluation)
        .selected(scored)
        .rows()
        .filter(row -> row.standing() == Standing.SELECTED)
        .count();
  }

  /** A third and a third of something else lie one rounding apart in binary, and are the same. */
  @Test
  void takes_quotients_for_equal_that_binary_arithmetic_tells_apart() {
    List<MapSubject> firms = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      BigDecimal part = BigDecimal.valueOf(i, 2);
      firms.add(
          new MapSubject("Firm", "firm" + i)
              .with("n0", part)
              .with("n1", part.multiply(BigDecimal.valueOf(3)))
              .with("b0", true)
              .with("b1", true)
              .with("b2", true));
    }
    Session session = session(firms, Evaluation.USUAL.asOf(LocalDate.of(2021, 12, 31)));
    Standing[] standings = alike(session, "shared", firms);
    assertTrue(Arrays.stream(standings).allMatch(Standing.TIED::equals), "some are told apart");
  }
}
