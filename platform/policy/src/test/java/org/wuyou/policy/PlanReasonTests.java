package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.expression.DerivedFact;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.MapSubject;
import org.wuyou.policy.plan.Answer;
import org.wuyou.policy.plan.Kernels;
import org.wuyou.policy.plan.Plan;
import org.wuyou.policy.plan.SubjectColumns;

/** What has no form in columns is decided row by row, rightly, and why is told. */
@DisplayName("A plan")
class PlanReasonTests {
  private record Case(String expression, String reason) {}

  private static final List<Case> CASES =
      List.of(
          new Case("b0 == b1", "truths compared with each other"),
          new Case("s0 == s1", "texts compared with each other"),
          new Case("b0 && monthOf(d0) > 1", "a function without columns"),
          new Case("d0.addYears(n0) > d1", "a number of years that differs by row"),
          new Case("count(distinct(titles.map(t, t.kind))) > 1", "a list that differs by row"),
          new Case("n0 in [n1, n2]", "a list that differs by row"),
          new Case(
              "titles.exists(t, titles.exists(o, o.level > t.level))",
              "many subjects of an outer row inside a loop"));

  private static Plan plan(Session session, List<MapSubject> firms) {
    return new Plan(
        new Kernels(), session.setting(), session.lastYear(), SubjectColumns.of(firms), 1);
  }

  private static PolicyBundle bundle(String expression) {
    return Bundles.of(
        "facts: {asked: {of: Firm, name: {zh: 问, en: Asked}, value: \"" + expression + "\"}}",
        FirmRegister.CATALOGUE);
  }

  @Test
  void tells_why_it_decides_row_by_row() {
    List<MapSubject> firms = new FirmRegister(5).firms(40, true);
    for (Case asked : CASES) {
      PolicyBundle bundle = bundle(asked.expression());
      Session session = new Session(bundle, new MapFacts(), Evaluation.USUAL);
      Term term = bundle.fact("Firm", "asked").map(DerivedFact::asTerm).orElseThrow();
      PlanTests.compare(new Kernels(), session, firms, List.of(term));
      Plan plan = plan(session, firms);
      plan.answers(List.of(term));
      assertEquals(
          List.of(asked.reason()),
          plan.interpreted().stream().map(told -> told.reason().en()).distinct().toList(),
          asked.expression());
      assertTrue(plan.interpreted().stream().allMatch(told -> told.rows() >= 40));
    }
  }

  @Test
  void finds_the_days_of_moments_row_by_row() {
    FactCatalogue catalogue =
        FactCatalogue.builder()
            .entity("Firm", "企业", FactCatalogue.moment("sent", "时刻"), FactCatalogue.day("d", "日"))
            .build();
    PolicyBundle bundle =
        Bundles.of(
            "facts: {asked: {of: Firm, name: {zh: 问, en: Asked}, value: sent <= d}}", catalogue);
    Term term = bundle.fact("Firm", "asked").map(DerivedFact::asTerm).orElseThrow();
    Session session = new Session(bundle, new MapFacts(), Evaluation.USUAL);
    LocalDate day = LocalDate.of(2021, 6, 30);
    List<MapSubject> firms =
        List.of(
            new MapSubject("Firm", "一").with("d", day),
            new MapSubject("Firm", "二")
                .with("d", day)
                .with("sent", Instant.parse("2021-06-30T15:59:59Z")),
            new MapSubject("Firm", "三")
                .with("d", day)
                .with("sent", Instant.parse("2021-06-30T16:00:00Z")));
    PlanTests.compare(new Kernels(), session, firms, List.of(term));
    Plan plan = plan(session, firms);
    Answer answer = plan.answers(List.of(term)).get(0);
    assertEquals(Set.of("sent"), plan.missing(term, 0, answer.missing(0)));
    assertTrue(answer.truths().holds()[1], "in Beijing it is still that day");
    assertFalse(answer.truths().holds()[2]);
    assertEquals("the day of a moment", plan.interpreted().get(0).reason().en());
  }

  @Test
  void answers_numbers_and_truths_and_nothing_else() {
    List<MapSubject> firms = new FirmRegister(5).firms(4, true);
    for (String expression : List.of("n0 + 1", "b0", "n0 > 1", "true", "1")) {
      assertTrue(answerable(expression, firms), expression);
    }
    for (String expression : List.of("s0", "d0", "owner", "titles", "'A'")) {
      assertFalse(answerable(expression, firms), expression);
    }
  }

  private static boolean answerable(String expression, List<MapSubject> firms) {
    PolicyBundle bundle = bundle(expression);
    Session session = new Session(bundle, new MapFacts(), Evaluation.USUAL);
    return plan(session, firms)
        .answerable(bundle.fact("Firm", "asked").map(DerivedFact::asTerm).orElseThrow());
  }
}
