package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.expression.DerivedFact;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.plan.Kernels;
import org.wuyou.policy.plan.Plan;
import org.wuyou.policy.plan.SubjectColumns;

/** Every form an expression takes, over columns and subject by subject. */
@DisplayName("Each form of an expression")
class PlanExpressionTests {
  private static final List<String> FORMS =
      List.of(
          "n0 + n1 * n2",
          "n0 - n1",
          "n0 / n1",
          "n0 * n1 / n2",
          "-n0 + -(n1 / n2)",
          "least(n0, n1 * n2)",
          "greatest(n0 / n1, n2)",
          "n0 > 0 ? n1 / n0 : 0",
          "0 < n0 ? n1 / n0 : n2",
          "n0 > 0 && n1 > 0 ? n2 / n0 + n2 / n1 : 1",
          "b0 ? n0 : n1 * n2",
          "b0 ? n0 / n1 : n2 / n3",
          "count(titles)",
          "count(titles.filter(t, t.inForce))",
          "sum(titles.map(t, t.level))",
          "sum(titles.filter(t, t.inForce).map(t, t.level))",
          "owner.size + n0",
          "yearOf(d0)",
          "n0 * n1 == n2",
          "n0 * n1 != n2 * n3",
          "n0 < n1 * n2",
          "n0 <= n1",
          "n0 > n1",
          "n0 >= n1 * n2",
          "n0 / n1 == n2 / n3",
          "n0 / n1 != n2",
          "n0 / n1 < n2 / n3",
          "n0 / n1 <= n2 / n3",
          "n0 / n1 > n2",
          "n0 / n1 >= n2 / n3",
          "n0 / n1 + n1 / n0 >= n2 / n3",
          "(n0 / n1) * (n1 / n2) == n0 / n2",
          "(n0 / n1) / (n2 / n3) <= 1",
          "1 >= n0 / n1",
          "n0 in [0, 1]",
          "n0 / n1 in [1, 0]",
          "s0 == 'A'",
          "s0 != 'A'",
          "s0 < 'B'",
          "'AB' <= s0",
          "s0 in ['A', 'BA']",
          "s0.startsWith('A') && s1.endsWith('B') || s0.contains('BA')",
          "d0 < d1",
          "d0 <= on",
          "d0 == d1",
          "d0.addYears(1) > d1",
          "yearOf(d0) == yearOf(d1)",
          "b0 ? d0 > on : d1 > on",
          "b0 && b1",
          "b0 || b1",
          "!(b0 && n0 > n1)",
          "b0 ? b1 : b2",
          "b0 ? true : b2",
          "true && b0",
          "b0 || false",
          "b0 && false",
          "known(n0)",
          "known(n0 / n1)",
          "known(s0)",
          "known(d0)",
          "known(b0 && b1)",
          "known(owner)",
          "known(owner.size)",
          "known(titles)",
          "has(owner.size)",
          "owner.local",
          "owner.big",
          "owner.double + 1",
          "titles.exists(t, t.inForce)",
          "titles.all(t, t.inForce)",
          "titles.exists(t, t.level > n0)",
          "titles.exists(t, b0 && t.inForce)",
          "titles.exists(t, owner.local && t.inForce)",
          "titles.all(t, t.level < owner.size || t.kind == 'A')",
          "titles.exists(t, t.strong)",
          "titles.all(t, t.kind == s0)",
          "count(titles.filter(t, t.level > owner.size))",
          "sum(titles.map(t, t.level / n3)) * n3 == sum(titles.map(t, t.level))",
          "sum(titles.map(t, t.level / n3)) >= n1",
          "truth && number > 1",
          "number / number2 > number2");

  private static PolicyBundle bundle() {
    StringBuilder facts =
        new StringBuilder(
            """
            facts:
              big: {of: Owner, name: {zh: 大, en: Big}, value: size > 1}
              double: {of: Owner, name: {zh: 倍, en: Double}, value: size + size}
              strong: {of: Title, name: {zh: 强, en: Strong}, value: inForce && level > 0}
              truth: {of: Firm, name: {zh: 是, en: Truth}, value: b0 || n0 > n1}
              number: {of: Firm, name: {zh: 数, en: Number}, value: n0 * n1 + n2}
              number2: {of: Firm, name: {zh: 商, en: Quotient}, value: n0 / n3}
            """);
    for (int i = 0; i < FORMS.size(); i++) {
      facts.append(
          "  form%d: {of: Firm, name: {zh: 式, en: Form}, value: \"%s\"}%n"
              .formatted(i, FORMS.get(i)));
    }
    return Bundles.of(facts.toString(), FirmRegister.CATALOGUE);
  }

  @Test
  void answers_alike() {
    PolicyBundle bundle = bundle();
    Session session =
        new Session(
            bundle, new MapFacts(), Evaluation.USUAL.asOf(java.time.LocalDate.of(2021, 12, 31)));
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < FORMS.size(); i++) {
      terms.add(bundle.fact("Firm", "form" + i).map(DerivedFact::asTerm).orElseThrow());
    }
    for (boolean gaps : List.of(true, false)) {
      PlanTests.compare(new Kernels(), session, new FirmRegister(11).firms(131, gaps), terms);
    }
  }

  /** One by one, each in a program of its own; those that need a subject's answer say why. */
  @Test
  void has_columns() {
    PolicyBundle bundle = bundle();
    Session session = new Session(bundle, new MapFacts(), Evaluation.USUAL);
    List<String> without = new ArrayList<>();
    for (int i = 0; i < FORMS.size(); i++) {
      Term term = bundle.fact("Firm", "form" + i).map(DerivedFact::asTerm).orElseThrow();
      var firms = new FirmRegister(12).firms(30, i % 2 == 0);
      PlanTests.compare(new Kernels(), session, firms, List.of(term));
      Plan plan =
          new Plan(
              new Kernels(), session.setting(), session.lastYear(), SubjectColumns.of(firms), 1);
      plan.answers(List.of(term));
      if (!plan.interpreted().isEmpty()) {
        without.add(FORMS.get(i));
      }
    }
    assertEquals(
        List.of(
            "sum(titles.filter(t, t.inForce).map(t, t.level))",
            "titles.all(t, t.kind == s0)",
            "sum(titles.map(t, t.level / n3)) * n3 == sum(titles.map(t, t.level))",
            "sum(titles.map(t, t.level / n3)) >= n1"),
        without);
  }
}
