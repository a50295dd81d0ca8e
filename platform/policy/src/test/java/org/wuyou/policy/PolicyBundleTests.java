package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.expression.DerivedFact;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.Standard;

@DisplayName("A bundle that was read")
class PolicyBundleTests {
  private static final String RULES =
      """
      article: 一
      parameters:
        one: {name: {zh: 一, en: One}, unit: 个, values: {2020-01-01: 1}}
        share: {name: {zh: 率, en: Share}, unit: "%", carries: [P], values: {2020-01-01: 5, 2021-01-01: }}
      readings:
        R: {question: {zh: 问, en: Question}, why: {zh: 因, en: Reason}, default: USUAL, choices: {USUAL: {zh: 常, en: Usual}, OTHER: {zh: 别, en: Other}}}
      facts:
        big: {of: Firm, name: {zh: 大, en: Big}, value: n0 > one}
        local: {of: Owner, name: {zh: 小, en: Small}, value: size < one}
      tiers:
        - {id: ladder, name: {zh: 档, en: Ladder}, summary: {zh: 档, en: Ladder}, of: Firm, bands: [{id: top, name: {zh: 上, en: Top}, if: big}]}
      standards:
        - {id: good, name: {zh: 优, en: Good}, summary: {zh: 优, en: Good}, of: Firm, all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 甲, en: A}, if: big}]}
      indicators:
        sum: {name: {zh: 和, en: Sum}, unit: 个, kind: sum, over: Firm, value: n0}
      targets:
        - {id: T, name: {zh: 标, en: Target}, summary: {zh: 标, en: Target}, indicator: sum, must: 以上, value: one, due: 2022-12-31}
      scorecards:
        - {id: S, name: {zh: 表, en: Card}, summary: {zh: 表, en: Card}, columns: [{indicator: sum}]}
      """;

  private final PolicyBundle bundle =
      Bundles.of(RULES.replace("local:", "small:"), FirmRegister.CATALOGUE);

  @Test
  void gives_its_rules_by_kind_and_by_id() {
    assertEquals(
        Set.of("ladder", "good", "T", "S"), Set.copyOf(bundle.rules().map(Rule::id).toList()));
    assertEquals(Set.of("ladder"), bundle.tiers().keySet());
    assertEquals(Set.of("good"), bundle.standards().keySet());
    assertEquals(Set.of("T"), bundle.targets().keySet());
    assertEquals(Set.of("S"), bundle.scorecards().keySet());
    assertEquals(Set.of("good"), bundle.rules(Standard.class).keySet());
    assertEquals(Optional.of("good"), bundle.rule("good").map(Rule::id));
    assertEquals(Optional.empty(), bundle.rule("bad"));
  }

  @Test
  void gives_the_facts_it_derives_of_each_entity() {
    assertEquals(2, bundle.derivedFacts());
    assertEquals(Optional.of("big"), bundle.fact("Firm", "big").map(DerivedFact::name));
    assertEquals(Optional.empty(), bundle.fact("Owner", "big"));
    assertEquals(Optional.empty(), bundle.fact("Firm", "small"));
    assertEquals(new Text("小", "Small"), bundle.fact("Owner", "small").orElseThrow().label());
  }

  @Test
  void is_known_by_the_digest_of_its_text() {
    PolicyBundle same = Bundles.of(RULES.replace("local:", "small:"), FirmRegister.CATALOGUE);
    PolicyBundle other = Bundles.of(RULES.replace("local:", "tiny:"), FirmRegister.CATALOGUE);
    assertEquals(same.digest(), bundle.digest());
    assertNotEquals(other.digest(), bundle.digest());
    assertTrue(bundle.digest().matches("[0-9a-f]{64}"), bundle.digest());
  }

  @Test
  void has_a_value_of_a_parameter_from_the_day_it_holds_until_it_is_ended() {
    var share = bundle.parameters().get("share");
    assertEquals(Optional.empty(), share.on(LocalDate.of(2019, 12, 31)));
    assertEquals(Optional.of(Exact.of("0.05")), share.on(LocalDate.of(2020, 1, 1)));
    assertEquals(Optional.of(Exact.of("0.05")), share.on(LocalDate.of(2020, 12, 31)));
    assertEquals(Optional.empty(), share.on(LocalDate.of(2021, 1, 1)));
  }

  @Test
  void is_looked_at_as_asked() {
    Evaluation evaluation =
        Evaluation.USUAL
            .asOf(LocalDate.of(2021, 6, 30))
            .year(2020)
            .scope("140502")
            .readings(Map.of("R", "OTHER"))
            .parameters(Map.of("one", Exact.of(2)))
            .figures(Map.of("sum", Exact.of(3)));
    assertEquals(
        new Evaluation(
            Optional.of(LocalDate.of(2021, 6, 30)),
            OptionalInt.of(2020),
            Optional.of("140502"),
            Map.of("R", "OTHER"),
            Map.of("one", Exact.of(2)),
            Map.of("sum", Exact.of(3))),
        evaluation);
    Session session = bundle.evaluate(new MapFacts(), evaluation);
    assertEquals("140502", session.division());
    assertEquals(LocalDate.of(2021, 6, 30), session.asOf());
    assertEquals(2020, session.lastYear());
    assertEquals("OTHER", session.setting().reading("R"));
    assertEquals(LocalDate.of(2020, 12, 31), session.setting().on());
    Session usual = bundle.evaluate(new MapFacts(), Evaluation.USUAL);
    assertEquals("140500", usual.division());
    assertEquals(LocalDate.of(2022, 12, 31), usual.asOf(), "the last day anything is due");
    assertEquals("USUAL", usual.setting().reading("R"));
    assertEquals("", usual.setting().reading("Q"));
  }

  @Test
  void compares_by_the_words_of_documents() {
    Words words = Words.standard();
    assertEquals(Optional.of(Operator.AT_LEAST), words.meaning("以上").orElseThrow().operator());
    assertEquals(Words.Basis.CIVIL_CODE_1259, words.meaning("以上").orElseThrow().basis());
    assertEquals(Optional.empty(), words.meaning("很多"));
    assertTrue(
        words.meanings().values().stream()
            .allMatch(
                meaning ->
                    meaning.operator().isEmpty()
                        == (meaning.basis() == Words.Basis.JUDGED_BY_A_PERSON)));
    assertEquals(
        List.of(">=", ">", "<=", "<", "="),
        List.of(Operator.values()).stream().map(Operator::symbol).toList());
    assertTrue(Operator.BELOW.holds(Exact.ZERO, Exact.ONE));
    assertEquals("甲", new Text("甲", "One").in(Locale.CHINA));
    assertEquals("One", new Text("甲", "One").in(Locale.FRENCH));
    assertEquals("甲 | One", new Text("甲", "One").toString());
  }
}
