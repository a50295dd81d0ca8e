package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.expression.DerivedFact;
import org.wuyou.policy.expression.Run;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.MapSubject;
import org.wuyou.policy.plan.Answer;
import org.wuyou.policy.plan.Kernels;
import org.wuyou.policy.plan.Plan;
import org.wuyou.policy.plan.SubjectColumns;

/** A population evaluated at once answers what its subjects answer one by one. */
class PlanTests {
  private static boolean plain(DerivedFact fact) {
    return fact.type() instanceof FactType.Number || fact.type() instanceof FactType.Truth;
  }

  /** How many answers were compared. */
  static int compare(
      Kernels kernels, Session session, List<MapSubject> subjects, List<Term> terms) {
    int year = session.lastYear();
    Run run = session.setting().afresh();
    Plan plan =
        new Plan(
            kernels, session.setting(), year, SubjectColumns.of(subjects), 1 + subjects.size() % 2);
    List<Answer> answers = plan.answers(terms);
    for (int i = 0; i < terms.size(); i++) {
      for (int row = 0; row < subjects.size(); row++) {
        Value one = terms.get(i).in(run.frame(subjects.get(row), year));
        assertEquals(
            one,
            planned(plan, terms.get(i), answers.get(i), row),
            "term " + i + " of " + subjects.get(row));
      }
    }
    return terms.size() * subjects.size();
  }

  private static Value planned(Plan plan, Term term, Answer answer, int row) {
    if (answer.missing(row) != 0) {
      return new Value.Missing(plan.missing(term, row, answer.missing(row)));
    }
    return switch (answer) {
      case Answer.Truths truths -> Value.of(truths.holds()[row]);
      case Answer.Numbers numbers -> Value.of(plan.exact(term, numbers, row));
    };
  }

  /** Rules made up from a seed beside what all regions share, under either reading. */
  @RepeatedTest(40)
  @Tag("seeded")
  void rules_made_up_answer_alike(RepetitionInfo repetition) {
    alike(repetition.getCurrentRepetition());
  }

  @Test
  void rules_of_two_seeds_answer_alike() {
    alike(41);
    alike(42);
  }

  private static void alike(long seed) {
    PolicyBundle bundle = RandomRules.bundle(seed);
    Evaluation evaluation =
        Evaluation.USUAL.year(2021).readings(Map.of("R-1", seed % 2 == 0 ? "YES" : "NO"));
    Session session = new Session(bundle, new MapFacts(), evaluation);
    Kernels kernels = new Kernels();
    int compared = 0;
    List<DerivedFact> facts = bundle.facts().stream().filter(PlanTests::plain).toList();
    for (String entity : facts.stream().map(DerivedFact::entity).distinct().toList()) {
      List<Term> terms =
          facts.stream()
              .filter(fact -> fact.entity().equals(entity))
              .map(DerivedFact::asTerm)
              .toList();
      List<MapSubject> subjects =
          new RandomRegister(RegisterCatalogue.CATALOGUE, seed).subjects(entity, 120);
      compared += compare(kernels, session, subjects, terms);
    }
    assertTrue(compared > 2000, "only " + compared + " answers were compared");
  }

  /** Whole amounts that lie exactly on a growth of 25 %, where binary arithmetic slips. */
  @Test
  void exactly_on_a_bound_is_met() {
    PolicyBundle bundle = GrowthRules.bundle();
    List<MapSubject> subjects = new ArrayList<>();
    for (int before = 1; before <= 4000; before++) {
      BigDecimal base = BigDecimal.valueOf(before, 2);
      subjects.add(GrowthRules.enterprise(base, base.multiply(new BigDecimal("1.25"))));
    }
    Session session = new Session(bundle, new MapFacts(), Evaluation.USUAL.year(2021));
    Plan plan = new Plan(new Kernels(), session.setting(), 2021, SubjectColumns.of(subjects), 2);
    Term met = bundle.fact("Enterprise", "met").orElseThrow().asTerm();
    Answer.Truths answers = (Answer.Truths) plan.answers(List.of(met)).get(0);
    for (int row = 0; row < subjects.size(); row++) {
      assertTrue(answers.holds()[row], "denied at " + (row + 1));
    }
    assertEquals(List.of(), plan.interpreted());
  }
}
