package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
  private static PolicyBundle region(String name) throws IOException {
    Path folder =
        Path.of(System.getProperty("wuyou.root"), "plugins", "region-" + name, "src/main/policy");
    return assertInstanceOf(
            Compilation.Compiled.class,
            PolicyCompiler.read(BundleSource.read(folder), RegisterCatalogue.CATALOGUE))
        .bundle();
  }

  private static Map<String, String> someReadings(PolicyBundle bundle, Random random) {
    Map<String, String> chosen = new HashMap<>();
    bundle
        .readings()
        .forEach(
            (id, reading) -> {
              List<String> choices = List.copyOf(reading.choices().keySet());
              chosen.put(id, choices.get(random.nextInt(choices.size())));
            });
    return chosen;
  }

  private static boolean plain(DerivedFact fact) {
    return fact.type() instanceof FactType.Number || fact.type() instanceof FactType.Truth;
  }

  @ParameterizedTest
  @ValueSource(strings = {"jincheng", "shanxi", "panjin", "linyi", "jiangxi"})
  void every_derived_fact_of_a_region_answers_alike(String name) throws IOException {
    PolicyBundle bundle = region(name);
    Kernels kernels = new Kernels();
    int compared = 0;
    for (int seed = 0; seed < 12; seed++) {
      Random random = new Random(seed);
      Evaluation evaluation =
          Evaluation.USUAL.year(2020 + random.nextInt(3)).readings(someReadings(bundle, random));
      Session session = new Session(bundle, new MapFacts(), evaluation);
      List<DerivedFact> facts = bundle.facts().stream().filter(PlanTests::plain).toList();
      for (String entity : facts.stream().map(DerivedFact::entity).distinct().toList()) {
        List<Term> terms = new ArrayList<>();
        facts.stream()
            .filter(fact -> fact.entity().equals(entity))
            .forEach(fact -> terms.add(fact.asTerm()));
        List<MapSubject> subjects =
            new RandomRegister(RegisterCatalogue.CATALOGUE, seed).subjects(entity, 200);
        compared += compare(kernels, session, subjects, terms);
      }
    }
    assertTrue(compared > 0, "no derived fact was compared");
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

  /** Bundles with expressions made up from a seed. */
  @RepeatedTest(25)
  void rules_made_up_answer_alike(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    PolicyBundle bundle = RandomRules.bundle(seed);
    Session session = new Session(bundle, new MapFacts(), Evaluation.USUAL.year(2021));
    List<Term> terms = bundle.facts().stream().map(DerivedFact::asTerm).toList();
    List<MapSubject> subjects =
        new RandomRegister(RegisterCatalogue.CATALOGUE, seed).subjects("Enterprise", 120);
    assertTrue(compare(new Kernels(), session, subjects, terms) > 1000);
  }
}
