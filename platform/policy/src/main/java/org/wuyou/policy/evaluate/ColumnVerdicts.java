package org.wuyou.policy.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.model.Item;
import org.wuyou.policy.model.SubjectRule;
import org.wuyou.policy.plan.Answer;

/** What the clauses of a rule come to in the rows of a population. */
public final class ColumnVerdicts {
  private final boolean scoped;
  private final boolean[][] holds;

  /** By clause: what each row misses, or null where no row misses anything. */
  private final long[] @Nullable [] missing;

  /**
   * @param answers to the {@link #terms} of the rule, in their order; those after them are left
   *     aside
   */
  public ColumnVerdicts(SubjectRule rule, List<Answer> answers) {
    this.scoped = rule.where().isPresent();
    int terms = rule.items().size() + (scoped ? 1 : 0);
    this.holds = new boolean[terms][];
    this.missing = new long[terms][];
    for (int term = 0; term < terms; term++) {
      Answer.Truths truths = answers.get(term).truths();
      holds[term] = truths.holds();
      missing[term] = truths.masks();
    }
  }

  /** Whom the rule speaks of, if it says so, and its clauses. */
  public static List<Term> terms(SubjectRule rule) {
    List<Term> terms = new ArrayList<>();
    rule.where().ifPresent(where -> terms.add(where.term()));
    for (Item item : rule.items()) {
      terms.add(item.condition().term());
    }
    return terms;
  }

  /** The verdict on the row. A known failure outranks a missing fact. */
  public Verdict.Kind kind(int row) {
    Verdict.Kind kind = Verdict.Kind.ELIGIBLE;
    for (int term = 0; term < holds.length; term++) {
      long[] masks = missing[term];
      if (masks != null && masks[row] != 0) {
        kind = Verdict.Kind.UNDETERMINED;
      } else if (!holds[term][row]) {
        return scoped && term == 0 ? Verdict.Kind.OUT_OF_SCOPE : Verdict.Kind.INELIGIBLE;
      }
    }
    return kind;
  }

  /** The verdicts on the first so many rows. */
  public Verdict.Kind[] kinds(int size) {
    Verdict.Kind[] kinds = new Verdict.Kind[size];
    for (int row = 0; row < size; row++) {
      kinds[row] = kind(row);
    }
    return kinds;
  }
}
