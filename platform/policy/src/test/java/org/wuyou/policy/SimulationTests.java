package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.evaluate.Verdict;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.MapSubject;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Benefit;
import org.wuyou.policy.plan.Kernels;
import org.wuyou.policy.simulate.Budget;
import org.wuyou.policy.simulate.Change;
import org.wuyou.policy.simulate.Scenario;
import org.wuyou.policy.simulate.Simulation;
import org.wuyou.policy.simulate.Tally;

/** A reform against the present. */
class SimulationTests {
  private static final String RULES =
      """
      article: 一
      locator: 研发奖补
      clause: TEST-1
      departments: [one]
      parameters:
        floor: {name: {zh: 强度下限, en: Least intensity}, unit: "%", values: {2020-01-01: 3}}
        rate: {name: {zh: 比例, en: Rate}, unit: "%", values: {2020-01-01: 10}}
        cap: {name: {zh: 上限, en: Cap}, unit: 万元, values: {2020-01-01: 50}}
        large: {name: {zh: 大型, en: Large}, unit: 万元, values: {2020-01-01: 1000}}
      facts:
        spending: {of: Enterprise, name: {zh: 研发经费, en: R&D}, value: returns.at(year).rdExpenditure}
      tiers:
        - id: size
          name: {zh: 规模, en: Size}
          summary: {zh: 大小两档, en: Two sizes}
          of: Enterprise
          bands:
            - {id: large, name: {zh: 大, en: Large}, if: returns.at(year).revenue >= large}
            - {id: small, name: {zh: 小, en: Small}, if: returns.at(year).revenue < large}
      benefits:
        - id: reward
          name: {zh: 奖补, en: Reward}
          summary: {zh: 强度达标者按投入奖补, en: A share of the spending of those intense enough}
          of: Enterprise
          where: legalPerson
          all:
            - {id: intensity, name: {zh: 强度, en: Intensity}, say: {zh: 强度达标, en: Intense enough}, if: spending / returns.at(year).revenue >= floor}
          amount: {of: spending, rate: rate, cap: cap}
      """;

  private static final PolicyBundle BUNDLE = bundle(RULES);

  private static PolicyBundle bundle(String rules) {
    TreeMap<String, String> files = new TreeMap<>();
    files.put(
        "bundle.yaml",
        """
        bundle: simulated
        region: "140500"
        name: {zh: 试算, en: Simulated}
        documents: [{name: {zh: 试算, en: Simulated}, issuer: {zh: 某市, en: A city}, issued: 2020-01-01}]
        valid: {from: 2020-01-01, to: 2021-12-31}
        departments: {one: {zh: 甲, en: One}}
        """);
    files.put("rules.yaml", rules);
    return switch (PolicyCompiler.read(new BundleSource(files), RegisterCatalogue.CATALOGUE)) {
      case Compilation.Compiled compiled -> compiled.bundle();
      case Compilation.Rejected rejected ->
          throw new AssertionError(
              String.join(
                  "\n", rejected.problems().stream().map(p -> p.text(Locale.ENGLISH)).toList()));
    };
  }

  private static MapSubject enterprise(String name, String county, long revenue, long spending) {
    return new MapSubject("Enterprise", name)
        .with("divisionCode", county)
        .with("industryCode", "25")
        .with("legalPerson", true)
        .with(
            "returns",
            List.of(
                new MapSubject("YearlyReturn", name)
                    .with("year", BigDecimal.valueOf(2021))
                    .with("revenue", BigDecimal.valueOf(revenue))
                    .with("rdExpenditure", BigDecimal.valueOf(spending))));
  }

  private static final MapFacts FACTS =
      new MapFacts()
          .with(enterprise("恰百分之三", "140502", 10_000_000, 300_000))
          .with(enterprise("百分之二点五", "140502", 10_000_000, 250_000))
          .with(enterprise("百分之二", "140581", 1_000_000, 20_000))
          .with(enterprise("封顶", "140581", 100_000_000, 8_000_000))
          .with(new MapSubject("Enterprise", "未报").with("legalPerson", true));

  private static Simulation simulate(Scenario reform) {
    return Simulation.of(
        new Kernels(),
        FACTS,
        RegisterCatalogue.CATALOGUE,
        new Scenario(BUNDLE, Evaluation.USUAL),
        reform,
        "reward");
  }

  private static Scenario with(String parameter, String value) {
    return new Scenario(BUNDLE, Evaluation.USUAL.parameters(Map.of(parameter, Exact.of(value))));
  }

  @Test
  void a_lower_floor_has_winners_and_costs_more() {
    Tally total = simulate(with("floor", "2.5")).total();
    assertEquals(5, total.subjects());
    assertEquals(2, total.presentEligible());
    assertEquals(3, total.reformEligible());
    assertEquals(1, total.winners());
    assertEquals(0, total.losers());
    assertEquals(1, total.presentUndetermined());
    assertEquals(Optional.of(Exact.of(530_000)), total.presentCost());
    assertEquals(Optional.of(Exact.of(555_000)), total.reformCost());
    assertEquals(Optional.of(Exact.of("0.6")), total.coverage(true));
  }

  @Test
  void who_gets_more_is_a_winner_and_who_gets_less_a_loser() {
    Simulation higher = simulate(with("cap", "60"));
    assertEquals(List.of("封顶"), names(higher, Change.WINNER));
    assertEquals(List.of("恰百分之三"), names(higher, Change.KEPT));
    Simulation lower = simulate(with("rate", "5"));
    assertEquals(List.of("恰百分之三", "封顶"), names(lower, Change.LOSER));
  }

  private static List<String> names(Simulation simulation, Change change) {
    return simulation.rows(change, 0, 100).stream().map(row -> row.subject().name()).toList();
  }

  @Test
  void the_list_goes_page_by_page() {
    Simulation lower = simulate(with("rate", "5"));
    assertEquals(2, lower.count(Change.LOSER));
    assertEquals("封顶", lower.rows(Change.LOSER, 1, 1).get(0).subject().name());
    assertEquals(List.of(), lower.rows(Change.LOSER, 2, 1));
  }

  @Test
  void groups_add_up_to_the_whole() {
    Simulation lower = simulate(with("floor", "2"));
    for (Simulation.Grouping grouping : Simulation.Grouping.values()) {
      List<Simulation.Group> groups = lower.by(grouping);
      assertEquals(2, groups.stream().mapToInt(g -> g.tally().winners()).sum(), "" + grouping);
      assertEquals(5, groups.stream().mapToInt(g -> g.tally().subjects()).sum(), "" + grouping);
    }
    assertEquals(
        List.of("", "large", "small"),
        lower.by(Simulation.Grouping.TIER).stream().map(Simulation.Group::key).toList());
    assertEquals(
        List.of("", "140502", "140581"),
        lower.by(Simulation.Grouping.DIVISION).stream().map(Simulation.Group::key).toList());
  }

  @Test
  void a_budget_pays_in_order_until_the_next_does_not_fit() {
    Simulation lower = simulate(with("floor", "2"));
    Budget largest = lower.budget(Exact.of(540_000), Optional.empty(), false);
    assertEquals(List.of("封顶", "恰百分之三"), paid(largest));
    assertEquals(Exact.of(530_000), largest.spent());
    assertEquals(2, largest.unpaid());
    Budget smallest = lower.budget(Exact.of(57_000), BUNDLE.fact("Enterprise", "spending"), true);
    assertEquals(List.of("百分之二", "百分之二点五", "恰百分之三"), paid(smallest));
    assertEquals(Exact.of(57_000), smallest.spent());
  }

  private static List<String> paid(Budget budget) {
    return budget.paid().stream().map(row -> row.subject().name()).toList();
  }

  @Test
  void an_amount_nobody_has_set_costs_nothing_that_can_be_told() {
    PolicyBundle open =
        bundle(
            RULES
                .replaceAll("(?m)^  (rate|cap): .*\\R", "")
                .replace("amount: {of: spending, rate: rate, cap: cap}", "amount: open"));
    Tally total = simulate(new Scenario(open, Evaluation.USUAL)).total();
    assertEquals(Optional.empty(), total.reformCost());
    assertEquals(2, total.reformUnset());
    assertEquals(Optional.of(Exact.of(530_000)), total.presentCost());
  }

  @Test
  void a_candidate_without_the_rule_leaves_only_losers() {
    PolicyBundle other = bundle(RULES.replace("id: reward", "id: another"));
    Simulation without = simulate(new Scenario(other, Evaluation.USUAL));
    assertEquals(List.of("恰百分之三", "封顶"), names(without, Change.LOSER));
    assertEquals(0, without.total().reformEligible());
  }

  @Test
  void a_parameter_over_a_range_gives_a_point_for_each_value() {
    Map<Exact, Tally> points =
        Simulation.sensitivity(
            new Kernels(),
            FACTS,
            RegisterCatalogue.CATALOGUE,
            new Scenario(BUNDLE, Evaluation.USUAL),
            "reward",
            "floor",
            List.of(Exact.of("2"), Exact.of("2.5"), Exact.of("3"), Exact.of("9")));
    assertEquals(List.of(4, 3, 2, 0), points.values().stream().map(Tally::reformEligible).toList());
  }

  @RepeatedTest(10)
  @Tag("seeded")
  void a_population_is_judged_as_its_subjects_are(RepetitionInfo repetition) {
    judgedAlike(repetition.getCurrentRepetition());
  }

  @Test
  void one_population_is_judged_as_its_subjects_are() {
    judgedAlike(2);
  }

  private static void judgedAlike(int seed) {
    List<MapSubject> subjects =
        new RandomRegister(RegisterCatalogue.CATALOGUE, seed).subjects("Enterprise", 300);
    MapFacts facts = new MapFacts();
    subjects.forEach(subject -> facts.with(subject.with("divisionCode", "140502")));
    Evaluation evaluation = Evaluation.USUAL.parameters(Map.of("floor", Exact.of(seed)));
    Scenario reform = new Scenario(BUNDLE, evaluation);
    Simulation simulation =
        Simulation.of(
            new Kernels(),
            facts,
            RegisterCatalogue.CATALOGUE,
            new Scenario(BUNDLE, Evaluation.USUAL),
            reform,
            "reward");
    Session session = new Session(BUNDLE, facts, evaluation);
    Benefit reward = BUNDLE.rules(Benefit.class).get("reward");
    int compared = 0;
    for (Change change : Change.values()) {
      for (Simulation.Row row : simulation.rows(change, 0, 300)) {
        Subject subject = row.subject();
        assertEquals(session.verdict(reward, subject).kind(), row.reform(), "" + subject);
        if (row.reform() == Verdict.Kind.ELIGIBLE) {
          assertEquals(session.entitlement(reward, subject).payment().due(), row.reformAmount());
        }
        compared++;
      }
    }
    assertEquals(300, compared);
  }

  @RepeatedTest(10)
  @Tag("seeded")
  void a_lower_floor_never_takes_away(RepetitionInfo repetition) {
    MapFacts facts = new MapFacts();
    new RandomRegister(RegisterCatalogue.CATALOGUE, 100 + repetition.getCurrentRepetition())
        .subjects("Enterprise", 200)
        .forEach(subject -> facts.with(subject.with("divisionCode", "140502")));
    int before = Integer.MAX_VALUE;
    for (int floor = 0; floor <= 10; floor++) {
      Scenario reform = with("floor", "" + floor);
      Tally tally =
          Simulation.of(
                  new Kernels(),
                  facts,
                  RegisterCatalogue.CATALOGUE,
                  new Scenario(BUNDLE, Evaluation.USUAL),
                  reform,
                  "reward")
              .total();
      assertTrue(tally.reformEligible() <= before, "at " + floor);
      assertEquals(floor <= 3 ? 0 : tally.losers(), tally.losers());
      assertEquals(floor >= 3 ? 0 : tally.winners(), tally.winners());
      before = tally.reformEligible();
    }
  }
}
