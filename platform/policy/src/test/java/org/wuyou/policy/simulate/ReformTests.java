package org.wuyou.policy.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.Compilation;
import org.wuyou.policy.Evaluation;
import org.wuyou.policy.Exact;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.PolicyCompiler;
import org.wuyou.policy.Text;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.MapSubject;
import org.wuyou.policy.plan.Kernels;

/** What changes for whom, rule by rule and group by group. */
@DisplayName("A reform")
class ReformTests {
  private static final FactCatalogue CATALOGUE =
      FactCatalogue.builder()
          .entity(
              "Enterprise",
              "企业",
              FactCatalogue.text("divisionCode", "区划"),
              FactCatalogue.text("industryCode", "行业"),
              FactCatalogue.number("score", "评分"),
              FactCatalogue.truth("listed", "在库"))
          .entity(
              "Claim",
              "申请",
              FactCatalogue.one("enterprise", "企业", "Enterprise"),
              FactCatalogue.money("cost", "费用"),
              FactCatalogue.text("thing", "事项"))
          .entity("Loan", "贷款", FactCatalogue.money("sum", "金额"))
          .more(
              "Enterprise",
              FactCatalogue.money("owed", "欠款"),
              FactCatalogue.many("loans", "贷款", "Loan"))
          .build();

  private static final String BUNDLE =
      """
      bundle: reform
      region: "140500"
      name: {zh: 试算, en: Simulated}
      documents: [{name: {zh: 试算, en: Simulated}, issuer: {zh: 某市, en: A city}, issued: 2020-01-01}]
      valid: {from: 2020-01-01, to: 2021-12-31}
      departments: {one: {zh: 甲, en: One}}
      """;
  private static final String RULES =
      """
      article: 一
      parameters:
        floor: {name: {zh: 下限, en: Floor}, unit: 个, values: {2020-01-01: 5}}
        best: {name: {zh: 家数, en: How many}, unit: 家, values: {2020-01-01: 1}}
        share: {name: {zh: 比例, en: Share}, unit: "%", values: {2020-01-01: 50}}
        later: {name: {zh: 后定, en: Later}, unit: "%", values: {2021-12-30: }}
      tiers:
        - id: size
          name: {zh: 规模, en: Size}
          summary: {zh: 两档, en: Two}
          of: Enterprise
          when: listed
          bands:
            - {id: high, name: {zh: 高, en: High}, if: score >= floor}
            - {id: low, name: {zh: 低, en: Low}, if: score < floor}
      indicators:
        scored: {name: {zh: 评分, en: Score}, unit: 个, each: Enterprise, kind: figure, value: score}
        whole: {name: {zh: 总分, en: Sum}, unit: 个, kind: sum, over: Enterprise, value: score}
      targets:
        - {id: EACH, name: {zh: 各, en: Each}, summary: {zh: 各, en: Each}, indicator: scored, where: listed, must: 以上, value: floor, due: 2021-12-31}
        - {id: ALL, name: {zh: 总, en: All}, summary: {zh: 总, en: All}, indicator: whole, must: 以上, value: floor, due: 2021-12-31}
      standards:
        - {id: good, name: {zh: 优, en: Good}, summary: {zh: 优, en: Good}, of: Enterprise, where: listed, all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 甲, en: A}, if: score >= floor}]}
        - {id: debtor, name: {zh: 欠, en: Debtor}, summary: {zh: 欠, en: Debtor}, of: Enterprise, where: listed, all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 甲, en: A}, if: "owed > 0 || loans.exists(l, l.sum > 0)"}, {id: B, name: {zh: 乙, en: B}, say: {zh: 乙, en: B}, if: "count(loans.filter(l, l.sum > 0)) > 0"}]}
        - {id: lent, name: {zh: 贷, en: Lent}, summary: {zh: 贷, en: Lent}, of: Loan, all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 甲, en: A}, if: sum > 0}]}
        - {id: old, name: {zh: 旧, en: Old}, summary: {zh: 旧, en: Old}, of: Enterprise, valid: {from: 2020-01-01, to: 2020-12-31}, all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 甲, en: A}, if: listed}]}
      selections:
        - {id: chosen, name: {zh: 选, en: Chosen}, summary: {zh: 选, en: Chosen}, of: Enterprise, top: best, order: [{by: score}], all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 甲, en: A}, if: listed}]}
      benefits:
        - {id: paid, name: {zh: 补, en: Paid}, summary: {zh: 补, en: Paid}, of: Claim, to: enterprise, all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 甲, en: A}, if: cost > 0}], once: [thing], amount: {of: cost, rate: share}}
        - {id: unset, name: {zh: 未定, en: Unset}, summary: {zh: 未定, en: Unset}, of: Claim, to: enterprise, all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 甲, en: A}, if: cost > 0}], amount: {of: cost, rate: later}}
      """;

  private static PolicyBundle bundle(String rules, FactCatalogue catalogue) {
    SortedMap<String, String> files =
        new TreeMap<>(Map.of("bundle.yaml", BUNDLE, "rules.yaml", rules));
    return switch (PolicyCompiler.read(new BundleSource(files), catalogue)) {
      case Compilation.Compiled compiled -> compiled.bundle();
      case Compilation.Rejected rejected -> throw new AssertionError(rejected.problems());
    };
  }

  private final PolicyBundle bundle = bundle(RULES, CATALOGUE);

  private static MapSubject firm(String name, String division, String industry, int score) {
    return new MapSubject("Enterprise", name)
        .with("divisionCode", division)
        .with("industryCode", industry)
        .with("score", BigDecimal.valueOf(score))
        .with("listed", true);
  }

  private final MapSubject nine = firm("九", "140502", "C3511", 9);
  private final MapSubject five = firm("五", "140581", "3512", 5);
  private final MapSubject four = firm("四", "140581", "B", 4);
  private final MapFacts facts =
      new MapFacts()
          .with(nine)
          .with(five)
          .with(four)
          .with(firm("外", "140502", "06", 9).with("listed", false))
          .with(
              new MapSubject("Enterprise", "未评")
                  .with("divisionCode", "140502")
                  .with("listed", true))
          .with(claim("一", nine, 100, "甲"))
          .with(claim("二", five, 300, "甲"))
          .with(claim("三", five, 50, "乙"))
          .with(claim("四", four, 0, "丙"))
          .with(new MapSubject("Loan", "贷").with("sum", BigDecimal.TEN))
          .with(new Facts.Division("140502", new Text("城区", "Chengqu")))
          .with(new Facts.Division("140581", new Text("高平市", "Gaoping")));

  private static MapSubject claim(String name, MapSubject enterprise, int cost, String thing) {
    return new MapSubject("Claim", name)
        .with("enterprise", enterprise)
        .with("cost", BigDecimal.valueOf(cost))
        .with("thing", thing);
  }

  private Simulation simulate(String rule, Map<String, Exact> parameters) {
    Evaluation present = Evaluation.USUAL.year(2021);
    return Simulation.of(
        new Kernels(),
        facts,
        CATALOGUE,
        new Scenario(bundle, present),
        new Scenario(bundle, present.parameters(parameters)),
        rule);
  }

  private static Map<Change, List<String>> names(Simulation simulation) {
    Map<Change, List<String>> names = new EnumMap<>(Change.class);
    for (Change change : Change.values()) {
      List<String> all =
          simulation.rows(change, 0, 9).stream().map(row -> row.subject().name()).toList();
      assertEquals(all.size(), simulation.count(change), "" + change);
      if (!all.isEmpty()) {
        names.put(change, all);
      }
    }
    return names;
  }

  @Test
  void of_a_standard_tells_who_comes_in_and_who_drops_out() {
    assertEquals(
        Map.of(
            Change.WINNER, List.of("四"),
            Change.KEPT, List.of("九", "五"),
            Change.UNDETERMINED, List.of("未评"),
            Change.OUTSIDE, List.of("外")),
        names(simulate("good", Map.of("floor", Exact.of(4)))));
    assertEquals(
        Map.of(
            Change.LOSER, List.of("五"),
            Change.KEPT, List.of("九"),
            Change.UNDETERMINED, List.of("未评"),
            Change.OUTSIDE, List.of("四", "外")),
        names(simulate("good", Map.of("floor", Exact.of(6)))));
  }

  @Test
  void of_a_target_of_each_tells_the_same() {
    Simulation lower = simulate("EACH", Map.of("floor", Exact.of(4)));
    assertEquals(
        Map.of(
            Change.WINNER, List.of("四"),
            Change.KEPT, List.of("九", "五"),
            Change.UNDETERMINED, List.of("未评"),
            Change.OUTSIDE, List.of("外")),
        names(lower));
    assertEquals(4, lower.total().subjects(), "of one who is not listed it does not speak");
    assertEquals(
        List.of("a figure of each subject"),
        lower.interpreted().stream().map(told -> told.reason().en()).toList());
    assertEquals(5, lower.interpreted().get(0).rows());
  }

  @Test
  void of_a_selection_tells_who_is_selected() {
    assertEquals(
        Map.of(
            Change.WINNER, List.of("五"),
            Change.KEPT, List.of("九"),
            Change.OUTSIDE, List.of("四", "外", "未评")),
        names(simulate("chosen", Map.of("best", Exact.of(2)))));
  }

  @Test
  void of_a_benefit_given_once_holds_claims_against_each_other() {
    Simulation more = simulate("paid", Map.of("share", Exact.of(60)));
    assertEquals(
        Map.of(Change.WINNER, List.of("一", "三"), Change.OUTSIDE, List.of("二", "四")), names(more));
    assertEquals(Optional.of(Exact.of(75)), more.total().presentCost());
    assertEquals(Optional.of(Exact.of(90)), more.total().reformCost());
    assertEquals(
        List.of("given once, so held against other claims"),
        more.interpreted().stream().map(told -> told.reason().en()).toList());
    assertEquals(3, more.interpreted().get(0).rows());
    assertEquals(List.of(), more.unset());
  }

  @Test
  void that_sets_an_amount_tells_what_was_not_set_before() {
    Simulation set = simulate("unset", Map.of("later", Exact.of(10)));
    assertEquals(List.of("later"), set.unset());
    assertEquals(Optional.empty(), set.total().presentCost());
    assertEquals(Optional.of(Exact.of(45)), set.total().reformCost());
    assertEquals(3, set.total().presentUnset());
    assertEquals(0, set.total().reformUnset());
    assertEquals(
        Map.of(Change.KEPT, List.of("一", "二", "三"), Change.OUTSIDE, List.of("四")), names(set));
    Simulation not = simulate("unset", Map.of());
    assertEquals(
        List.of("an amount"), not.interpreted().stream().map(t -> t.reason().en()).toList());
    assertEquals(3, not.interpreted().get(0).rows());
  }

  @Test
  void of_a_rule_no_longer_in_force_changes_nothing() {
    Simulation old = simulate("old", Map.of());
    assertEquals(Map.of(Change.OUTSIDE, List.of("九", "五", "四", "外", "未评")), names(old));
    assertEquals(0, old.total().subjects());
    assertEquals(Optional.empty(), old.total().coverage(true));
    assertEquals(List.of(), old.by(Simulation.Grouping.DIVISION));
    assertEquals(Optional.of(Exact.ZERO), old.total().presentCost(), "nothing is due to nobody");
  }

  private static List<String> groups(Simulation simulation, Simulation.Grouping grouping) {
    return simulation.by(grouping).stream()
        .map(
            group ->
                group.key()
                    + " "
                    + group.name()
                    + " "
                    + group.tally().presentEligible()
                    + "→"
                    + group.tally().reformEligible()
                    + " of "
                    + group.tally().subjects()
                    + "?"
                    + group.tally().presentUndetermined())
        .toList();
  }

  @Test
  void is_told_by_place_industry_and_rung() {
    Simulation lower = simulate("good", Map.of("floor", Exact.of(4)));
    assertEquals(
        List.of("140502 城区 1→1 of 2?1", "140581 高平市 1→2 of 2?0"),
        groups(lower, Simulation.Grouping.DIVISION));
    assertEquals(
        List.of("  0→0 of 1?1", "35 35 2→2 of 2?0", "B B 0→1 of 1?0"),
        groups(lower, Simulation.Grouping.INDUSTRY));
    assertEquals(
        List.of("  0→0 of 1?1", "high 高 2→3 of 3?0"), groups(lower, Simulation.Grouping.TIER));
  }

  @Test
  void of_claims_is_told_by_the_enterprise_they_belong_to() {
    Simulation more = simulate("paid", Map.of("share", Exact.of(60)));
    assertEquals(
        List.of("140502 城区 1→1 of 1?0", "140581 高平市 1→1 of 3?0"),
        groups(more, Simulation.Grouping.DIVISION));
    assertEquals(List.of("  2→2 of 4?0"), groups(more, Simulation.Grouping.TIER));
  }

  @Test
  void looks_at_the_division_asked_about() {
    Evaluation county = Evaluation.USUAL.year(2021).scope("140581");
    Simulation there =
        Simulation.of(
            new Kernels(),
            facts,
            CATALOGUE,
            new Scenario(bundle, county),
            new Scenario(bundle, county),
            "good");
    assertEquals(Map.of(Change.KEPT, List.of("五"), Change.OUTSIDE, List.of("四")), names(there));
  }

  /** The register without the module that keeps loans. */
  private static final FactCatalogue WITHOUT =
      FactCatalogue.builder()
          .entity(
              "Enterprise",
              "企业",
              CATALOGUE.entity("Enterprise").facts().values().stream()
                  .filter(fact -> !List.of("owed", "loans").contains(fact.name()))
                  .toArray(FactCatalogue.Fact[]::new))
          .entity(
              "Claim",
              "申请",
              CATALOGUE.entity("Claim").facts().values().toArray(FactCatalogue.Fact[]::new))
          .build()
          .with("finance", CATALOGUE);

  private Simulation without(String rule) {
    Scenario scenario = new Scenario(bundle(RULES, WITHOUT), Evaluation.USUAL.year(2021));
    return Simulation.of(new Kernels(), facts, WITHOUT, scenario, scenario, rule);
  }

  @Test
  void of_what_no_module_keeps_speaks_of_nobody() {
    assertEquals(Map.of(), names(without("lent")));
    assertEquals(Map.of(Change.KEPT, List.of("贷")), names(simulate("lent", Map.of())));
  }

  @Test
  void by_facts_that_no_module_keeps_cannot_be_told_of_anybody() {
    assertEquals(
        Map.of(Change.UNDETERMINED, List.of("九", "五", "四", "未评"), Change.OUTSIDE, List.of("外")),
        names(without("debtor")));
  }

  @Test
  void is_of_a_rule_that_judges_subjects() {
    for (String rule : Arrays.asList("ALL", "size", "nothing")) {
      assertThrows(IllegalArgumentException.class, () -> simulate(rule, Map.of()), rule);
    }
    assertEquals(Optional.of("Enterprise"), entity("EACH"));
    assertEquals(Optional.of("Claim"), entity("paid"));
    assertEquals(Optional.empty(), entity("ALL"));
    assertEquals(Optional.empty(), entity("size"));
  }

  private Optional<String> entity(String rule) {
    return Simulation.entity(bundle.rule(rule).orElseThrow());
  }

  @Test
  void pays_a_budget_out_to_its_last_yuan() {
    Simulation more = simulate("unset", Map.of("later", Exact.of(10)));
    Budget all = more.budget(Exact.of(45), Optional.empty(), true);
    assertEquals(List.of("三", "一", "二"), all.paid().stream().map(r -> r.subject().name()).toList());
    assertEquals(Exact.of(45), all.spent());
    assertEquals(0, all.unpaid());
    Budget less = more.budget(Exact.of("44.99"), Optional.empty(), false);
    assertEquals(List.of("二", "一"), less.paid().stream().map(r -> r.subject().name()).toList());
    assertEquals(Exact.of(40), less.spent());
    assertEquals(1, less.unpaid());
    assertEquals(Exact.of("44.99"), less.sum());
  }
}
