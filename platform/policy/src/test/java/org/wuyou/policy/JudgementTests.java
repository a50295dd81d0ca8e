package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.evaluate.CalculationOutcome;
import org.wuyou.policy.evaluate.Finding;
import org.wuyou.policy.evaluate.MenuEntry;
import org.wuyou.policy.evaluate.Ranking;
import org.wuyou.policy.evaluate.SanctionOutcome;
import org.wuyou.policy.evaluate.Score;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.evaluate.Status;
import org.wuyou.policy.evaluate.TargetOutcome;
import org.wuyou.policy.evaluate.Verdict;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.MapSubject;
import org.wuyou.policy.facts.Statistic;
import org.wuyou.policy.model.Benefit;
import org.wuyou.policy.model.Calculation;
import org.wuyou.policy.model.Priority;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.Sanction;

/** What rules say outside their days, of subjects they do not speak of, and of ties. */
@DisplayName("A judgement")
class JudgementTests {
  private static final String NAMED = "name: {zh: 名, en: Name}, summary: {zh: 述, en: Summary}";

  private static final String RULES =
      """
      article: 一
      parameters:
        two: {name: {zh: 二, en: Two}, unit: 个, values: {2021-01-01: 2}}
        tenth: {name: {zh: 一成, en: A tenth}, unit: "%", values: {2021-01-01: 10}}
        unset: {name: {zh: 未定, en: Unset}, unit: 个, values: {2021-01-01: }}
        base: {name: {zh: 基年, en: Base}, unit: 年, values: {2021-01-01: 2020}}
        award: {name: {zh: 奖, en: Award}, unit: 元, values: {2021-01-01: 5}}
      facts:
        spent: {of: Firm, name: {zh: 额, en: Amount}, value: returns.at(year).amount}
      calculations:
        - {id: sum, NAMED, of: Firm, where: listed, figures: [{id: A, name: {zh: 甲, en: A}, unit: 个, value: score}]}
      sanctions:
        - {id: bar, NAMED, of: Firm, where: listed, faults: [{id: F, name: {zh: 错, en: Fault}, say: {zh: 错, en: Fault}, if: score < two}], effects: [{id: E, name: {zh: 果, en: Effect}}]}
      standards:
        - {id: good, NAMED, of: Firm, where: listed, all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 甲, en: A}, if: score >= two}]}
        - {id: claim, NAMED, of: Claim, all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 甲, en: A}, if: claimedOn <= on}]}
      benefits:
        - {id: once, NAMED, of: Claim, to: firm, where: valid, all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 甲, en: A}, if: claimedOn <= on}], once: {by: [thing], first: claimedOn}, amount: {flat: award}}
      priorities:
        - {id: queue, NAMED, of: Firm, where: listed, order: [{by: score}, {by: name, direction: ascending}]}
      indicators:
        scored: {name: {zh: 分, en: Score}, unit: 个, each: Firm, kind: figure, value: score}
        flag: {name: {zh: 是, en: Flag}, unit: 个, each: Firm, kind: figure, value: listed}
        count: {name: {zh: 数, en: Number}, unit: 个, kind: count, over: Firm, having: listed}
        gdp: {name: {zh: 产, en: Product}, unit: 个, kind: figure, value: "statistic('gdp')"}
        both: {name: {zh: 合, en: Both}, unit: 个, kind: together, of: [count, gdp]}
        yearly: {name: {zh: 年均, en: Yearly}, unit: "%", each: Firm, kind: yearlyGrowth, value: spent, since: base}
        mean: {name: {zh: 均率, en: Mean}, unit: "%", each: Firm, kind: yearlyGrowth, value: spent, since: base, arithmetic: 1 > 0}
        open: {name: {zh: 未定基年, en: No base}, unit: "%", each: Firm, kind: yearlyGrowth, value: spent, since: unset}
      targets:
        - {id: EACH, NAMED, indicator: scored, where: listed, must: 以上, value: two, due: 2022-12-31}
        - {id: FLAG, NAMED, indicator: flag, must: 以上, value: two, due: 2022-12-31}
        - {id: UNSET, NAMED, indicator: count, must: 以上, value: unset, due: 2022-12-31}
        - {id: COUNT, NAMED, indicator: count, must: 以上, value: two, due: 2022-12-31}
        - {id: BOTH, NAMED, indicator: both, must: 以上, value: two, due: 2022-12-31}
        - {id: YEARLY, NAMED, indicator: yearly, must: 以上, value: tenth, due: 2022-12-31}
        - {id: MEAN, NAMED, indicator: mean, must: 以上, value: tenth, due: 2022-12-31}
        - {id: OPEN, NAMED, indicator: open, must: 以上, value: tenth, due: 2022-12-31}
      scorecards:
        - {id: card, NAMED, columns: [{indicator: count, target: COUNT, weight: tenth}, {indicator: gdp}]}
      """
          .replace("NAMED", NAMED);

  private static final String BUNDLE =
      """
      bundle: judged
      region: "140500"
      name: {zh: 某市, en: A city}
      documents: [{name: {zh: 办法, en: Measures}, issuer: {zh: 某市, en: A city}}]
      valid: {from: 2021-01-01, to: 2022-12-31}
      departments: {one: {zh: 甲, en: One}}
      """;

  private static FactCatalogue catalogue() {
    return FactCatalogue.builder()
        .entity(
            "Return",
            "报表",
            FactCatalogue.number("year", "年度"),
            FactCatalogue.number("amount", "金额"))
        .entity(
            "Firm",
            "企业",
            FactCatalogue.text("name", "名"),
            FactCatalogue.text("divisionCode", "区划"),
            FactCatalogue.number("score", "分"),
            FactCatalogue.truth("listed", "在库"),
            FactCatalogue.many("returns", "报表", "Return"))
        .entity(
            "Claim",
            "申请",
            FactCatalogue.one("firm", "企业", "Firm"),
            FactCatalogue.text("thing", "事项"),
            FactCatalogue.truth("valid", "有效"),
            FactCatalogue.day("claimedOn", "申请日"))
        .build();
  }

  private final PolicyBundle bundle = Bundles.of(BUNDLE, RULES, catalogue());
  private final MapFacts facts = new MapFacts();

  private MapSubject firm(String name, int score) {
    MapSubject firm =
        new MapSubject("Firm", name)
            .with("name", name)
            .with("divisionCode", "140502")
            .with("score", BigDecimal.valueOf(score))
            .with("listed", true);
    facts.with(firm);
    return firm;
  }

  private static MapSubject amounts(MapSubject firm, int first, String... amounts) {
    List<MapSubject> returns = new java.util.ArrayList<>();
    for (int i = 0; i < amounts.length; i++) {
      returns.add(
          new MapSubject("Return", "" + (first + i))
              .with("year", BigDecimal.valueOf(first + i))
              .with("amount", new BigDecimal(amounts[i])));
    }
    return firm.with("returns", returns);
  }

  private Session on(int year, int month, int day) {
    return new Session(bundle, facts, Evaluation.USUAL.asOf(LocalDate.of(year, month, day)));
  }

  private final Session before = on(2020, 12, 31);
  private final Session during = on(2022, 12, 31);

  private <T extends Rule> T rule(Class<T> kind, String id) {
    return Objects.requireNonNull(bundle.rules(kind).get(id), id);
  }

  private TargetOutcome outcome(Session session, String target) {
    return session.outcome(Objects.requireNonNull(bundle.targets().get(target)));
  }

  private Status status(String target, MapSubject firm) {
    return during.outcome(Objects.requireNonNull(bundle.targets().get(target)), firm).status();
  }

  @Test
  void is_not_passed_before_the_first_day() {
    MapSubject firm = firm("甲", 1);
    CalculationOutcome figures = before.calculated(rule(Calculation.class, "sum"), firm);
    assertEquals(Status.NOT_IN_FORCE, figures.status());
    assertEquals(List.of(), figures.figures());
    SanctionOutcome sanction = before.sanction(rule(Sanction.class, "bar"), firm);
    assertEquals(SanctionOutcome.State.NOT_IN_FORCE, sanction.state());
    assertEquals(List.of(), sanction.faults());
    assertEquals(
        Verdict.Kind.NOT_IN_FORCE,
        before.verdict(Objects.requireNonNull(bundle.standards().get("good")), firm).kind());
    assertEquals(Status.NOT_IN_FORCE, outcome(before, "COUNT").status());
    assertEquals(
        Status.NOT_IN_FORCE,
        before.outcome(Objects.requireNonNull(bundle.targets().get("EACH")), firm).status());
  }

  @Test
  void needs_to_know_whom_it_speaks_of() {
    MapSubject unknown = new MapSubject("Firm", "乙").with("score", BigDecimal.ONE);
    CalculationOutcome figures = during.calculated(rule(Calculation.class, "sum"), unknown);
    assertEquals(Status.UNDETERMINED, figures.status());
    assertEquals(Set.of("listed"), figures.missing());
    assertEquals(Optional.of("1 个"), figures.figures().get(0).shown());
    SanctionOutcome sanction = during.sanction(rule(Sanction.class, "bar"), unknown);
    assertEquals(SanctionOutcome.State.UNDETERMINED, sanction.state());
    assertEquals(Set.of("listed"), sanction.missing());
    assertEquals(Status.UNDETERMINED, status("EACH", unknown));
    unknown.with("listed", false);
    assertEquals(
        Status.OUT_OF_SCOPE, during.calculated(rule(Calculation.class, "sum"), unknown).status());
    assertEquals(
        SanctionOutcome.State.OUT_OF_SCOPE,
        during.sanction(rule(Sanction.class, "bar"), unknown).state());
    assertEquals(Status.OUT_OF_SCOPE, status("EACH", unknown));
  }

  @Test
  void is_given_of_those_it_speaks_of() {
    firm("甲", 2);
    firm("乙", 1).with("listed", false);
    assertEquals(
        List.of("甲"),
        during.verdicts(Objects.requireNonNull(bundle.standards().get("good"))).stream()
            .map(judged -> judged.subject().name())
            .toList());
    assertEquals(
        List.of("甲"),
        during.sanctions(rule(Sanction.class, "bar")).stream()
            .map(outcome -> outcome.subject().name())
            .toList());
    assertEquals(
        List.of("甲"),
        during.calculated(rule(Calculation.class, "sum")).stream()
            .map(outcome -> outcome.subject().name())
            .toList());
  }

  @Test
  void counts_those_who_meet_a_target_and_those_who_fall_short() {
    firm("甲", 2);
    firm("乙", 1);
    firm("丙", 3);
    facts.with(new MapSubject("Firm", "丁").with("listed", true));
    TargetOutcome outcome = outcome(during, "EACH");
    assertEquals(Status.NOT_MET, outcome.status());
    assertEquals(Optional.of("2/3"), outcome.shown());
    TargetOutcome.Tally tally = outcome.tally().orElseThrow();
    assertEquals(3, tally.assessed());
    assertEquals(1, tally.notAssessed());
    assertEquals(Status.NOT_DUE, outcome(on(2022, 12, 30), "EACH").status());
  }

  @Test
  void of_a_target_whose_figure_nobody_set_waits_for_it() {
    firm("甲", 2);
    assertEquals(Status.PLAN_FIGURE_MISSING, outcome(during, "UNSET").status());
    Evaluation given =
        Evaluation.USUAL.asOf(LocalDate.of(2022, 12, 31)).parameters(Map.of("unset", Exact.of(1)));
    assertEquals(Status.MET, outcome(new Session(bundle, facts, given), "UNSET").status());
  }

  @Test
  void takes_a_truth_for_one_or_nothing() {
    assertEquals(Status.NOT_MET, status("FLAG", firm("甲", 2)));
    MapSubject second = firm("乙", 2).with("listed", false);
    assertEquals(
        Optional.of("0 个"),
        during.outcome(Objects.requireNonNull(bundle.targets().get("FLAG")), second).shown());
    assertEquals(Status.NO_DATA, status("FLAG", new MapSubject("Firm", "丙")));
  }

  @Test
  void of_figures_put_together_needs_all_of_them() {
    firm("甲", 2);
    assertEquals(Status.NO_DATA, outcome(during, "BOTH").status());
    facts.with("gdp", "140500", 2022, new Statistic(BigDecimal.ONE, "年鉴"));
    TargetOutcome outcome = outcome(during, "BOTH");
    assertEquals(Status.MET, outcome.status());
    assertEquals(Optional.of("2 个"), outcome.shown());
  }

  @Test
  void of_a_yearly_growth_needs_its_first_and_its_last_year() {
    assertEquals(Status.MET, status("YEARLY", amounts(firm("甲", 1), 2020, "100", "0", "121")));
    assertEquals(
        Status.NOT_MET, status("YEARLY", amounts(firm("乙", 1), 2020, "100", "0", "120.99")));
    assertEquals(Status.NO_BASE, status("YEARLY", amounts(firm("丙", 1), 2020, "0", "1", "2")));
    assertEquals(Status.NO_BASE, status("YEARLY", amounts(firm("丁", 1), 2021, "1", "2")));
    assertEquals(Status.NO_DATA, status("YEARLY", amounts(firm("戊", 1), 2020, "1", "2")));
    assertEquals(Status.NO_DATA, status("OPEN", amounts(firm("己", 1), 2020, "1", "2", "3")));
  }

  @Test
  void of_the_mean_of_rates_needs_every_year_between() {
    MapSubject firm = amounts(firm("甲", 1), 2020, "100", "120", "120");
    assertEquals(Status.MET, status("MEAN", firm));
    assertEquals(
        Optional.of("10.00 %"),
        during.outcome(Objects.requireNonNull(bundle.targets().get("MEAN")), firm).shown());
    assertEquals(
        Status.NOT_MET, status("MEAN", amounts(firm("乙", 1), 2020, "100", "119.99", "119.99")));
    assertEquals(Status.NO_BASE, status("MEAN", amounts(firm("丙", 1), 2020, "100", "0", "120")));
  }

  @Test
  void puts_in_order_and_leaves_equals_equal() {
    firm("甲", 2);
    firm("乙", 5);
    firm("丙", 2);
    firm("丁", 9).with("listed", false);
    MapSubject same = firm("也", 2).with("name", "甲");
    facts.with(new MapSubject("Firm", "戊"));
    Ranking ranking = during.ranking(rule(Priority.class, "queue"));
    assertEquals(
        List.of("1 乙 -1", "2 丙 0", "3 甲 1", "3 也 -1"),
        ranking.places().stream()
            .map(place -> place.rank() + " " + place.subject().name() + " " + place.decidedBy())
            .toList());
    assertEquals(List.of("戊"), ranking.undetermined().stream().map(s -> s.name()).toList());
    assertEquals("也", same.name());
  }

  private MapSubject claim(String name, MapSubject firm, int day) {
    MapSubject claim =
        new MapSubject("Claim", name)
            .with("firm", firm)
            .with("thing", "事")
            .with("valid", true)
            .with("claimedOn", LocalDate.of(2022, 6, day));
    facts.with(claim);
    return claim;
  }

  private List<String> unmet(MapSubject claim) {
    return during.verdict(rule(Benefit.class, "once"), claim).unmet().stream()
        .map(Finding::id)
        .toList();
  }

  @Test
  void grants_the_first_claim_and_of_equals_the_first_by_name() {
    MapSubject firm = firm("甲", 1);
    claim("未生效", firm, 1).with("valid", false);
    MapSubject second = claim("乙", firm, 2);
    MapSubject first = claim("丙", firm, 2);
    MapSubject later = claim("一", firm, 3);
    assertEquals(List.of(), unmet(first), "丙 comes before 乙");
    assertEquals(List.of("ALREADY_GRANTED"), unmet(second));
    assertEquals(List.of("ALREADY_GRANTED"), unmet(later));
  }

  @Test
  void for_one_enterprise_leaves_out_what_is_not_for_enterprises() {
    MapSubject firm = firm("甲", 1);
    List<String> ids = during.menu(firm).stream().map(entry -> entry.rule().id()).toList();
    assertTrue(ids.containsAll(List.of("good", "once", "EACH")), "" + ids);
    assertTrue(!ids.contains("claim"), "nobody is said to get it");
    claim("一", firm, 1);
    claim("二", firm("乙", 1), 2).with("thing", "另一事");
    MenuEntry once =
        on(2022, 12, 31).menu(firm).stream()
            .filter(entry -> entry.rule().id().equals("once"))
            .reduce((one, other) -> Objects.requireNonNull(null, "one claim is theirs"))
            .orElseThrow();
    assertEquals(Verdict.Kind.ELIGIBLE, once.verdict());
  }

  @Test
  void of_units_beside_each_other_tells_rank_distance_and_status() {
    facts
        .with(new Facts.Division("140502", new Text("城区", "Chengqu")))
        .with(new Facts.Division("140581", new Text("高平市", "Gaoping")))
        .with("gdp", "140502", 2022, new Statistic(BigDecimal.TEN, "年鉴"));
    firm("甲", 1);
    firm("乙", 1).with("divisionCode", "140581");
    firm("丙", 1).with("divisionCode", "140581");
    Score score = during.score(Objects.requireNonNull(bundle.scorecards().get("card")));
    assertEquals(
        List.of(
            "140502 Optional[2] NOT_MET Optional[-1]",
                "140502 Optional[1] NO_THRESHOLD Optional.empty",
            "140581 Optional[1] MET Optional[0]",
                "140581 Optional.empty NO_THRESHOLD Optional.empty"),
        score.rows().stream()
            .flatMap(
                row ->
                    row.cells().stream()
                        .map(
                            cell ->
                                row.unit().code()
                                    + " "
                                    + cell.rank()
                                    + " "
                                    + cell.status()
                                    + " "
                                    + cell.distance()))
            .toList());
    assertEquals(Optional.of("3 个"), score.total().get(0).shown());
    assertEquals(Optional.of(Exact.of(1)), score.total().get(0).distance());
    assertEquals(Optional.empty(), score.rows().get(0).composite(), "one weight is not set");
  }
}
