package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.expression.DerivedFact;
import org.wuyou.policy.expression.Formula;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.MapSubject;
import org.wuyou.policy.plan.Answer;
import org.wuyou.policy.plan.Column;
import org.wuyou.policy.plan.Kernels;
import org.wuyou.policy.plan.Plan;
import org.wuyou.policy.plan.SubjectColumns;

/** Terms compiled once for a population, run several times, and answers handed on. */
@DisplayName("Terms prepared for a population")
class PreparedTests {
  private static final FactCatalogue CATALOGUE =
      FactCatalogue.builder()
          .entity(
              "Firm",
              "企业",
              FactCatalogue.number("n", "数"),
              FactCatalogue.number("m", "或缺"),
              FactCatalogue.truth("b", "是否"))
          .build();

  private static final String RULES =
      """
      article: 一
      clause: PLAN
      parameters:
        three: {name: {zh: 三, en: Three}, unit: 个, values: {2020-01-01: 3}}
      facts:
        twice: {of: Firm, name: {zh: 两倍, en: Twice}, value: n + n}
        large: {of: Firm, name: {zh: 大, en: Large}, value: twice >= three}
        total: {of: Firm, name: {zh: 合计, en: Total}, value: "b ? twice + n : n"}
        named: {of: Firm, name: {zh: 大的, en: Named}, value: large && b}
        share: {of: Firm, name: {zh: 占比, en: Share}, value: n / m}
        doubled: {of: Firm, name: {zh: 加倍, en: Doubled}, value: share + share}
        third: {of: Firm, name: {zh: 三分之一, en: Third}, value: n / three}
        whole: {of: Firm, name: {zh: 还原, en: Whole}, value: third + third + third >= n}
        far: {of: Firm, name: {zh: 远, en: Far}, value: third >= n}
      """;

  private final PolicyBundle bundle = bundle(RULES);

  /** 1 to 4; the second lacks its m, the others are flagged in turns. */
  private final SubjectColumns columns =
      SubjectColumns.of(
          List.of(
              firm(1).with("b", true).with("m", BigDecimal.TWO),
              firm(2).with("b", false),
              firm(3).with("b", true).with("m", BigDecimal.TWO),
              firm(4).with("b", false).with("m", BigDecimal.TWO)));

  private final Plan plan = plan(bundle, columns);

  private static MapSubject firm(int n) {
    return new MapSubject("Firm", "firm " + n).with("n", BigDecimal.valueOf(n));
  }

  private static PolicyBundle bundle(String rules) {
    return Bundles.of(rules, CATALOGUE);
  }

  private static Plan plan(PolicyBundle bundle, SubjectColumns columns) {
    Session session = new Session(bundle, new MapFacts(), Evaluation.USUAL);
    return new Plan(new Kernels(), session.setting(), session.lastYear(), columns, 1);
  }

  private DerivedFact fact(String name) {
    return bundle.fact("Firm", name).orElseThrow();
  }

  private List<Term> terms(String... names) {
    return Arrays.stream(names).map(name -> fact(name).asTerm()).toList();
  }

  private static double[] numbers(Answer answer) {
    return ((Answer.Numbers) answer).values();
  }

  private static boolean[] truths(Answer answer) {
    return ((Answer.Truths) answer).holds();
  }

  @Test
  void answer_anew_when_truths_of_the_columns_change() {
    Plan.Prepared prepared = plan.prepare(terms("total"), Map.of());
    Answer first = prepared.run().get(0);
    assertArrayEquals(new double[] {3, 2, 9, 4}, numbers(first));
    boolean[] flagged = ((Column.Truths) columns.column("b", new FactType.Truth())).values();
    flagged[0] = false;
    flagged[3] = true;
    Answer second = prepared.run().get(0);
    assertArrayEquals(new double[] {1, 2, 9, 12}, numbers(second));
    assertSame(numbers(first), numbers(second), "into the same array");
  }

  @Test
  void take_an_answer_that_is_given_for_its_fact() {
    Plan.Prepared before = plan.prepare(terms("twice", "large"), Map.of());
    assertEquals(Set.of(fact("twice"), fact("large")), before.given().keySet());
    Plan.Prepared after = plan.prepare(terms("total", "named"), before.given());
    List<Answer> given = before.run();
    List<Answer> answers = after.run();
    assertArrayEquals(new double[] {3, 2, 9, 4}, numbers(answers.get(0)));
    assertArrayEquals(new boolean[] {false, false, true, false}, truths(answers.get(1)));

    numbers(given.get(0))[0] = 100;
    truths(given.get(1))[0] = true;
    after.run();
    assertEquals(101, numbers(answers.get(0))[0], "it is read, not worked out anew");
    assertTrue(truths(answers.get(1))[0]);
  }

  @Test
  void work_out_anew_what_can_be_missing_in_an_answer_given() {
    Plan.Prepared before = plan.prepare(terms("share"), Map.of());
    Plan.Prepared after = plan.prepare(terms("doubled"), before.given());
    before.run();
    Answer answer = after.run().get(0);
    assertEquals(Set.of("m"), plan.missing(terms("doubled").get(0), 1, answer.missing(1)), "not 0");
    assertEquals(0, answer.missing(0));
    assertEquals(1, numbers(answer)[0]);
  }

  @Test
  void give_only_what_derived_facts_stand_for() {
    Term sum = Formula.plus(fact("twice").asTerm(), fact("twice").asTerm());
    assertEquals(Map.of(), plan.prepare(List.of(sum), Map.of()).given());
    assertEquals(
        Set.of(fact("large")),
        plan.prepare(List.of(sum, fact("large").asTerm()), Map.of()).given().keySet());
  }

  @Test
  void count_the_rows_that_binary_arithmetic_could_not_decide() {
    Plan.Prepared close = plan.prepare(terms("whole"), Map.of());
    assertEquals(0, close.decidedExactly(), "none before it has run");
    assertArrayEquals(new boolean[] {true, true, true, true}, truths(close.run().get(0)));
    assertEquals(4, close.decidedExactly(), "three thirds are the whole, to the last digit");
    close.run();
    assertEquals(4, close.decidedExactly(), "of the last run alone");

    Plan.Prepared far = plan.prepare(terms("far", "large", "twice"), Map.of());
    far.run();
    assertEquals(0, far.decidedExactly());
  }

  @Test
  void tell_numbers_apart_as_far_as_their_term_can() {
    Plan.Prepared prepared = plan.prepare(terms("twice", "third"), Map.of());
    double next = Math.nextUp(1.0);
    assertTrue(prepared.apart(0, 1, next), "whole numbers are exact");
    assertFalse(prepared.apart(0, 1, 1));
    assertFalse(prepared.apart(1, 1, next), "a quotient may be off in its last digits");
    assertTrue(prepared.apart(1, 1, 1.001));
    assertThrows(IndexOutOfBoundsException.class, () -> prepared.apart(2, 1, 2));
  }

  /** So many that one loop would be too long for the JVM; every other one is a quotient. */
  @Test
  void are_as_good_in_several_loops() {
    int many = 80;
    PolicyBundle wide = bundle(manyFacts(many));
    List<Term> facts =
        IntStream.range(0, many)
            .mapToObj(i -> wide.fact("Firm", "f" + i).orElseThrow().asTerm())
            .toList();
    Plan all = plan(wide, columns);
    Plan.Prepared prepared = all.prepare(facts, Map.of());
    List<Answer> answers = prepared.run();
    for (int i = 0; i < many; i++) {
      assertEquals(
          all.value(facts.get(i), 2),
          Value.of(all.exact(facts.get(i), (Answer.Numbers) answers.get(i), 2)),
          "f" + i);
      assertEquals(i % 2 == 0, prepared.apart(i, 1, Math.nextUp(1.0)), "f" + i);
    }
    assertThrows(IndexOutOfBoundsException.class, () -> prepared.apart(many, 1, 2));

    Term last = facts.get(many - 1);
    Plan.Prepared twice = all.prepare(List.of(Formula.plus(last, last)), prepared.given());
    numbers(answers.get(many - 1))[2] = 5;
    assertEquals(10, numbers(twice.run().get(0))[2], "the last of the last loop is given too");
  }

  private static String manyFacts(int many) {
    StringBuilder parameters = new StringBuilder("article: 一\nclause: PLAN\nparameters:\n");
    StringBuilder facts = new StringBuilder("facts:\n");
    for (int i = 0; i < many; i++) {
      parameters.append(
          "  p%d: {name: {zh: 数, en: P}, unit: 个, values: {2020-01-01: %d}}\n".formatted(i, i + 2));
      facts.append(
          "  f%1$d: {of: Firm, name: {zh: 数, en: F}, value: \"n %2$s p%1$d + greatest(n, p%1$d) + least(n + p%1$d, p%1$d) - greatest(n - p%1$d, p%1$d)\"}\n"
              .formatted(i, i % 2 == 0 ? "+" : "/"));
    }
    return parameters.append(facts).toString();
  }
}
