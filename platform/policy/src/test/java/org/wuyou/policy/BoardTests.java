package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.evaluate.Status;
import org.wuyou.policy.evaluate.TargetOutcome;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.Statistic;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.plan.ColumnFacts;
import org.wuyou.policy.plan.Columns;
import org.wuyou.policy.plan.Kernels;
import org.wuyou.policy.plan.SubjectColumns;

/** A board over columns says what a board over subjects says. */
class BoardTests {
  private static final String RULES =
      """
      uses: [register]
      """;

  private static final String TARGETS =
      """
      article: 一
      locator: 目标
      clause: BOARD-1
      departments: [one]
      parameters:
        half: {name: {zh: 一半, en: Half}, unit: "%", values: {2020-01-01: 50}}
        fifth: {name: {zh: 两成, en: A fifth}, unit: "%", values: {2020-01-01: 20}}
        many: {name: {zh: 户数, en: Many}, unit: 家, values: {2020-01-01: 20}}
        sum: {name: {zh: 总额, en: Sum}, unit: 万元, values: {2020-01-01: 100}}
        large: {name: {zh: 大型, en: Large}, unit: 万元, values: {2020-01-01: 1000}}
      tiers:
        - id: size
          name: {zh: 规模, en: Size}
          summary: {zh: 大小两档, en: Two sizes}
          of: Enterprise
          when: legalPerson
          bands:
            - {id: large, name: {zh: 大, en: Large}, if: thisReturn.revenue >= large, value: fifth}
            - {id: small, name: {zh: 小, en: Small}, if: thisReturn.revenue < large, value: half}
      indicators:
        active: {name: {zh: 活动, en: Active}, unit: "%", kind: share, over: Enterprise, where: legalPerson, having: rdActive}
        institutions: {name: {zh: 机构, en: Institutions}, unit: 家, kind: count, over: Enterprise, having: hasInstitution}
        spent: {name: {zh: 投入, en: Spent}, unit: 万元, kind: sum, over: Enterprise, where: legalPerson, value: rdSpending}
        intensity: {name: {zh: 强度, en: Intensity}, unit: "%", kind: ratio, over: Enterprise, value: rdSpending, per: thisReturn.revenue}
        growth: {name: {zh: 增速, en: Growth}, unit: "%", kind: growth, over: Enterprise, where: legalPerson, value: rdSpending}
        more: {name: {zh: 净增, en: More}, unit: 家, kind: netIncrease, over: Enterprise, having: hasInstitution}
        own: {name: {zh: 自身增速, en: Own growth}, unit: "%", each: Enterprise, eachWhere: legalPerson, kind: growth, value: rdSpending}
      targets:
        - {id: T1, name: {zh: 一, en: One}, summary: {zh: 一, en: One}, indicator: active, must: 达到, value: half, due: 2021-12-31}
        - {id: T2, name: {zh: 二, en: Two}, summary: {zh: 二, en: Two}, indicator: institutions, must: 达到, value: many, due: 2021-12-31}
        - {id: T3, name: {zh: 三, en: Three}, summary: {zh: 三, en: Three}, indicator: spent, must: 达到, value: sum, due: 2021-12-31}
        - {id: T4, name: {zh: 四, en: Four}, summary: {zh: 四, en: Four}, indicator: intensity, must: 达到, value: fifth, due: 2021-12-31}
        - {id: T5, name: {zh: 五, en: Five}, summary: {zh: 五, en: Five}, indicator: growth, must: 达到, value: fifth, due: 2021-12-31}
        - {id: T6, name: {zh: 六, en: Six}, summary: {zh: 六, en: Six}, indicator: more, must: 达到, value: many, due: 2021-12-31}
        - {id: T7, name: {zh: 七, en: Seven}, summary: {zh: 七, en: Seven}, indicator: own, tier: size.large, must: 以上, value: fifth, due: 2021-12-31}
      """;

  private static PolicyBundle bundle() {
    TreeMap<String, String> files = new TreeMap<>();
    files.put(
        "bundle.yaml",
        """
        bundle: board
        region: "140500"
        name: {zh: 目标, en: Board}
        documents: [{name: {zh: 目标, en: Board}, issuer: {zh: 某市, en: A city}, issued: 2020-01-01}]
        valid: {from: 2020-01-01, to: 2021-12-31}
        departments: {one: {zh: 甲, en: One}}
        """
            + RULES);
    files.put("targets.yaml", TARGETS);
    return switch (PolicyCompiler.read(new BundleSource(files), RegisterCatalogue.CATALOGUE)) {
      case Compilation.Compiled compiled -> compiled.bundle();
      case Compilation.Rejected rejected ->
          throw new AssertionError(
              String.join(
                  "\n", rejected.problems().stream().map(p -> p.text(Locale.ENGLISH)).toList()));
    };
  }

  /** The same facts, read in columns. */
  private record InColumns(Facts facts, Kernels kernels) implements ColumnFacts {
    @Override
    public Columns columns(String entity, String division) {
      return SubjectColumns.of(facts.population(entity, division));
    }

    @Override
    public List<Subject> population(String entity, String division) {
      throw new AssertionError("subjects were asked for one by one");
    }

    @Override
    public Optional<Statistic> statistic(String indicator, String division, int year) {
      return facts.statistic(indicator, division, year);
    }

    @Override
    public List<Facts.Division> parts(String division) {
      return facts.parts(division);
    }

    @Override
    public Text divisionName(String division) {
      return facts.divisionName(division);
    }
  }

  private static MapFacts register(long seed, int size) {
    MapFacts facts = new MapFacts();
    new RandomRegister(RegisterCatalogue.CATALOGUE, seed)
        .subjects("Enterprise", size)
        .forEach(subject -> facts.with(subject.with("divisionCode", "140502")));
    return facts;
  }

  @RepeatedTest(8)
  @Tag("seeded")
  void every_kind_of_indicator_comes_out_alike(RepetitionInfo repetition) {
    alike(repetition.getCurrentRepetition());
  }

  @Test
  void of_one_register_comes_out_alike() {
    alike(9);
  }

  private static void alike(long seed) {
    PolicyBundle bundle = bundle();
    MapFacts facts = register(seed, 250);
    Evaluation evaluation = Evaluation.USUAL.year(2021);
    List<TargetOutcome> expected = new Session(bundle, facts, evaluation).board();
    List<TargetOutcome> found =
        new Session(bundle, new InColumns(facts, new Kernels()), evaluation).board();
    assertEquals(7, found.size());
    for (int i = 0; i < found.size(); i++) {
      assertEquals(expected.get(i), found.get(i), expected.get(i).target().id());
    }
  }

  @Test
  void the_registers_made_up_bring_out_several_statuses() {
    PolicyBundle bundle = bundle();
    Set<Status> statuses = new HashSet<>();
    for (long seed = 1; seed <= 8; seed++) {
      MapFacts facts = register(seed, 250);
      new Session(bundle, facts, Evaluation.USUAL.year(2021))
          .board()
          .forEach(outcome -> statuses.add(outcome.status()));
    }
    assertTrue(statuses.containsAll(Set.of(Status.MET, Status.NOT_MET)), "" + statuses);
  }

  @Test
  void a_reform_of_readings_or_parameters_is_seen() {
    PolicyBundle bundle = bundle();
    InColumns facts = new InColumns(register(3, 250), new Kernels());
    Evaluation lower =
        Evaluation.USUAL.year(2021).parameters(Map.of("many", Exact.of(0), "half", Exact.of(0)));
    TargetOutcome outcome = new Session(bundle, facts, lower).outcome(bundle.targets().get("T2"));
    assertEquals(Status.MET, outcome.status());
  }
}
