package org.wuyou.runtime.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.policy.Evaluation;
import org.wuyou.runtime.Running;
import org.wuyou.runtime.Things;

@DisplayName("An answer about a population is worked out again")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptAnswersTest {
  @TempDir static Path data;
  private Running running;
  private final KeptAnswers answers = new KeptAnswers();
  private final AtomicInteger worked = new AtomicInteger();

  @BeforeAll
  void a_register_of_things() throws Exception {
    running = Running.in(data);
    running.deploy(Things.version("1.0.0"));
  }

  @AfterAll
  void stop() {
    running.close();
  }

  @Test
  void when_facts_change_and_not_when_only_the_audit_does() {
    KeptAnswers.Question question = question(Evaluation.USUAL);
    int first = ask(question);
    assertEquals(first, ask(question));

    running.data(
        "mutation { tokenCreate(input: {name: \"noted\", roles: [READER]}) { userErrors { code } } }");
    assertEquals(first, ask(question));

    running.data("mutation { thingCreate(input: {code: \"B\"}) { userErrors { code } } }");
    assertEquals(first + 1, ask(question));
  }

  @Test
  void when_it_is_asked_otherwise_or_of_another_generation() {
    int first = ask(question(Evaluation.USUAL.year(2024)));
    assertEquals(first + 1, ask(question(Evaluation.USUAL.year(2025))));
    assertEquals(first + 2, ask(question(Evaluation.USUAL.year(2025))));
  }

  private int ask(KeptAnswers.Question question) {
    return answers.answer(question, running.product().store().snapshot(), worked::incrementAndGet);
  }

  private static KeptAnswers.Question question(Evaluation evaluation) {
    Object generation = new Object();
    return new KeptAnswers.Question(generation, "region-a", "0.1.0", evaluation, List.of("board"));
  }
}
