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
  private static final Verdict.Kind[] KINDS = Verdict.Kind.values();
  private static final byte ELIGIBLE = code(Verdict.Kind.ELIGIBLE);
  private static final byte UNDETERMINED = code(Verdict.Kind.UNDETERMINED);
  private static final byte OUT_OF_SCOPE = code(Verdict.Kind.OUT_OF_SCOPE);

  /** By row: the place of its kind. */
  private final byte[] codes;

  /**
   * @param answers to the {@link #terms} of the rule, in their order; those after them are left
   *     aside
   * @param size how many rows there are
   */
  public ColumnVerdicts(SubjectRule rule, List<Answer> answers, int size) {
    codes = new byte[size];
    Arrays.fill(codes, ELIGIBLE);
    boolean scoped = rule.where().isPresent();
    int terms = rule.items().size() + (scoped ? 1 : 0);
    for (int term = 0; term < terms; term++) {
      boolean scope = scoped && term == 0;
      byte failed = scope ? OUT_OF_SCOPE : code(Verdict.Kind.INELIGIBLE);
      Answer.Truths clause = answers.get(term).truths();
      long[] masks = clause.masks();
      if (masks == null) {
        take(clause.holds(), failed);
      } else {
        take(clause.holds(), masks, failed);
      }
    }
  }

  private static byte code(Verdict.Kind kind) {
    return (byte) kind.ordinal();
  }

  private void take(boolean[] holds, byte failed) {
    for (int row = 0; row < codes.length; row++) {
      if (!holds[row] && codes[row] != OUT_OF_SCOPE) {
        codes[row] = failed;
      }
    }
  }

  /** A known failure outranks a missing fact. */
  private void take(boolean[] holds, long[] masks, byte failed) {
    for (int row = 0; row < codes.length; row++) {
      if (codes[row] == OUT_OF_SCOPE) {
        continue;
      }
      if (masks[row] == 0) {
        codes[row] = holds[row] ? codes[row] : failed;
      } else if (codes[row] == ELIGIBLE) {
        codes[row] = UNDETERMINED;
      }
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

  /** The verdict on the row. */
  public Verdict.Kind kind(int row) {
    return KINDS[codes[row]];
  }

  /** The verdicts on all rows. */
  public Verdict.Kind[] kinds() {
    Verdict.Kind[] kinds = new Verdict.Kind[codes.length];
    Arrays.setAll(kinds, this::kind);
    return kinds;
  }
}
