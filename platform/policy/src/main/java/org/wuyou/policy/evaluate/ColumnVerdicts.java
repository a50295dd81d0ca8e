package org.wuyou.policy.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.model.Item;
import org.wuyou.policy.model.SubjectRule;
import org.wuyou.policy.plan.Answer;

/** What the clauses of a rule come to in the rows of a population. */
public final class ColumnVerdicts {
  private ColumnVerdicts() {}

  /** Whom the rule speaks of, if it says so, and its clauses. */
  public static List<Term> terms(SubjectRule rule) {
    List<Term> terms = new ArrayList<>();
    rule.where().ifPresent(where -> terms.add(where.term()));
    for (Item item : rule.items()) {
      terms.add(item.condition().term());
    }
    return terms;
  }

  /**
   * The verdict on each row, by the answers to the {@link #terms}. A known failure outranks a
   * missing fact.
   */
  public static Verdict.Kind[] kinds(SubjectRule rule, List<Answer> answers, int size) {
    Verdict.Kind[] kinds = new Verdict.Kind[size];
    Arrays.fill(kinds, Verdict.Kind.ELIGIBLE);
    boolean scoped = rule.where().isPresent();
    int terms = rule.items().size() + (scoped ? 1 : 0);
    for (int term = 0; term < terms; term++) {
      take(answers.get(term).truths(), scoped && term == 0, kinds);
    }
    return kinds;
  }

  private static void take(Answer.Truths clause, boolean scope, Verdict.Kind[] kinds) {
    boolean[] holds = clause.holds();
    Verdict.Kind failed = scope ? Verdict.Kind.OUT_OF_SCOPE : Verdict.Kind.INELIGIBLE;
    for (int row = 0; row < kinds.length; row++) {
      if (kinds[row] != Verdict.Kind.OUT_OF_SCOPE) {
        if (clause.missing(row) == 0) {
          kinds[row] = holds[row] ? kinds[row] : failed;
        } else if (kinds[row] == Verdict.Kind.ELIGIBLE) {
          kinds[row] = Verdict.Kind.UNDETERMINED;
        }
      }
    }
  }
}
