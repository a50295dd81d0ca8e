package org.wuyou.policy.evaluate;

import java.util.ArrayList;
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
   * The verdict on a row, by the answers to the {@link #terms}. A known failure outranks a missing
   * fact.
   */
  public static Verdict.Kind kind(SubjectRule rule, List<Answer> answers, int row) {
    int terms = rule.items().size() + (rule.where().isPresent() ? 1 : 0);
    Verdict.Kind kind = Verdict.Kind.ELIGIBLE;
    for (int i = 0; i < terms; i++) {
      Answer.Truths truths = (Answer.Truths) answers.get(i);
      if (truths.missing(row) != 0) {
        kind = kind == Verdict.Kind.ELIGIBLE ? Verdict.Kind.UNDETERMINED : kind;
      } else if (!truths.holds()[row]) {
        if (i == 0 && rule.where().isPresent()) {
          return Verdict.Kind.OUT_OF_SCOPE;
        }
        kind = Verdict.Kind.INELIGIBLE;
      }
    }
    return kind;
  }
}
