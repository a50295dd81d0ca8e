package org.wuyou.policy.plan;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.expression.Answered;
import org.wuyou.policy.expression.Run;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.expression.Value;

/** Works out each term for a whole population when it is first asked for one of its subjects. */
public final class Answering implements Answered {
  private final Kernels kernels;
  private final Run run;
  private final Columns columns;
  private final Map<Integer, Answering> years;
  private final Plan plan;
  private final Map<Term, Optional<Answer>> answers = new IdentityHashMap<>();
  private final Map<Long, Value> missing = new HashMap<>();

  public Answering(Kernels kernels, Run run, int year, Columns columns) {
    this(kernels, run, year, columns, new HashMap<>());
  }

  private Answering(
      Kernels kernels, Run run, int year, Columns columns, Map<Integer, Answering> years) {
    this.kernels = kernels;
    this.run = run;
    this.columns = columns;
    this.years = years;
    this.plan = new Plan(kernels, run.afresh(), year, columns, 1);
    years.put(year, this);
  }

  @Override
  public Answered at(int year) {
    Answering known = years.get(year);
    return known == null ? new Answering(kernels, run, year, columns, years) : known;
  }

  @Override
  public @Nullable Value value(Term term, int row) {
    Answer answer = answers.computeIfAbsent(term, this::answer).orElse(null);
    if (answer == null) {
      return null;
    }
    long mask = answer.missing(row);
    if (mask != 0) {
      return missing(term, row, mask);
    }
    return switch (answer) {
      case Answer.Truths truths -> Value.of(truths.holds()[row]);
      case Answer.Numbers numbers ->
          numbers.whole() ? Value.of(plan.exact(term, numbers, row)) : null;
    };
  }

  private Optional<Answer> answer(Term term) {
    return plan.answerable(term)
        ? Optional.of(plan.answers(List.of(term)).get(0))
        : Optional.empty();
  }

  private @Nullable Value missing(Term term, int row, long mask) {
    return plan.named(mask)
        ? missing.computeIfAbsent(mask, m -> new Value.Missing(plan.missing(term, row, m)))
        : null;
  }
}
