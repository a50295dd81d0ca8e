package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.evaluate.Verdict;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.MapSubject;
import org.wuyou.policy.model.Benefit;
import org.wuyou.policy.plan.Kernels;
import org.wuyou.policy.simulate.Change;
import org.wuyou.policy.simulate.Scenario;
import org.wuyou.policy.simulate.Simulation;

/** Every way in which a document sets an amount, for a population at once and one by one. */
@DisplayName("Amounts over columns")
class AmountColumnsTests {
  private static final String RULES =
      """
      article: 一
      locator: 奖补
      clause: AMOUNT
      departments: [one]
      parameters:
        small: {name: {zh: 小, en: Small}, unit: 元, values: {2020-01-01: 1.5}}
        large: {name: {zh: 大, en: Large}, unit: 元, values: {2020-01-01: 3}}
        most: {name: {zh: 上限, en: Most}, unit: 元, values: {2020-01-01: 2}}
        unset: {name: {zh: 未定, en: Unset}, unit: 元, values: {2030-01-01: 3}}
        third: {name: {zh: 比例一, en: Rate one}, unit: "%", values: {2020-01-01: 33.3}}
        half: {name: {zh: 比例二, en: Rate two}, unit: "%", values: {2020-01-01: 50}}
      tiers:
        - id: size
          name: {zh: 规模, en: Size}
          summary: {zh: 规模, en: Size}
          of: Firm
          when: b1
          bands:
            - {id: big, name: {zh: 大, en: Big}, if: n1 >= large, value: large}
            - {id: middle, name: {zh: 中, en: Middle}, if: n1 >= small, value: unset}
            - {id: tiny, name: {zh: 小, en: Tiny}, if: n1 < small, value: small}
      benefits:
      """
          + benefit("open", "open")
          + benefit("flat", "{flat: large}")
          + benefit("flatUnset", "{flat: unset}")
          + benefit("capUnset", "{flat: large, cap: unset}")
          + benefit("choice", "{by: s0, choices: {A: small, B: large, BA: unset}, cap: most}")
          + benefit("band", "{tier: size}")
          + benefit("rate", "{of: n1, rate: third, cap: most, less: n2}")
          + benefit("quotient", "{of: n1 / n2, rate: third}")
          + benefit(
              "steps", "{of: n1, steps: [{from: large, pay: large}, {from: small, pay: small}]}")
          + benefit(
              "stepsUnset",
              "{of: n1, steps: [{from: small, pay: unset}, {from: unset, pay: small}]}")
          + benefit("payUnset", "{of: n1, steps: [{from: small, pay: unset}]}")
          + benefit(
              "scale",
              "{of: n1, scale: [{upTo: small, rate: half}, {upTo: large, rate: third}, {rate: half}]}")
          + benefit(
              "closed", "{of: n1, scale: [{upTo: small, rate: half}, {upTo: large, rate: third}]}")
          + benefit(
              "shares",
              "{of: n1, shares: [{id: a, name: {zh: 甲, en: A}, rate: third}, {id: b, name: {zh: 乙, en: B}, rate: half}]}");

  private static String benefit(String id, String amount) {
    return "  - {id: "
        + id
        + ", name: {zh: 奖, en: Award}, summary: {zh: 奖, en: Award}, of: Firm, all: [{id: A, name:"
        + " {zh: 甲, en: A}, say: {zh: 甲, en: A}, if: b0 || b2}], amount: "
        + amount
        + "}\n";
  }

  private static final PolicyBundle BUNDLE = Bundles.of(RULES, FirmRegister.CATALOGUE);

  private static MapFacts facts(long seed) {
    MapFacts facts = new MapFacts();
    new FirmRegister(seed).firms(120, true).forEach(facts::with);
    return facts;
  }

  private static Simulation simulation(MapFacts facts, Scenario scenario, String rule) {
    return Simulation.of(new Kernels(), facts, FirmRegister.CATALOGUE, scenario, scenario, rule);
  }

  @RepeatedTest(8)
  @Tag("seeded")
  void are_those_of_each_subject(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    alike(seed, seed % 2 == 0 ? Map.of() : Map.of("unset", Exact.of(2)));
  }

  @Test
  void of_one_register_are_those_of_each_subject() {
    alike(21, Map.of());
    alike(22, Map.of("unset", Exact.of(2)));
  }

  private static void alike(long seed, Map<String, Exact> given) {
    MapFacts facts = facts(seed);
    Evaluation evaluation = Evaluation.USUAL.year(2021).parameters(given);
    Scenario scenario = new Scenario(BUNDLE, evaluation);
    Session session = new Session(BUNDLE, facts, evaluation);
    Map<String, Benefit> benefits = BUNDLE.rules(Benefit.class);
    assertEquals(14, benefits.size());
    benefits.forEach(
        (id, benefit) -> {
          int compared = 0;
          Set<String> unset = new HashSet<>();
          Simulation simulation = simulation(facts, scenario, id);
          for (Change change : Change.values()) {
            for (Simulation.Row row : simulation.rows(change, 0, 200)) {
              var entitlement = session.entitlement(benefit, row.subject());
              Optional<Exact> due =
                  row.reform() == Verdict.Kind.ELIGIBLE
                      ? entitlement.payment().due()
                      : Optional.empty();
              if (row.reform() == Verdict.Kind.ELIGIBLE) {
                unset.addAll(entitlement.payment().unset());
              }
              assertEquals(due, row.reformAmount(), id + " of " + row.subject());
              compared++;
            }
          }
          assertEquals(120, compared);
          assertEquals(unset.stream().sorted().toList(), simulation.unset(), id);
        });
  }

  @Test
  void need_no_look_at_single_subjects_where_all_is_known() {
    MapFacts facts = new MapFacts();
    for (MapSubject firm : new FirmRegister(7).firms(50, true)) {
      facts.with(firm.with("b0", true).with("n1", java.math.BigDecimal.ONE));
    }
    Scenario scenario = new Scenario(BUNDLE, Evaluation.USUAL.year(2021));
    for (String rule : List.of("flat", "steps", "scale", "closed", "shares")) {
      assertEquals(List.of(), simulation(facts, scenario, rule).interpreted(), rule);
    }
    assertTrue(simulation(facts, scenario, "payUnset").interpreted().isEmpty(), "below every step");
    assertEquals(1, simulation(facts, scenario, "open").interpreted().size());
  }
}
