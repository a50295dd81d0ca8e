package org.wuyou.policy.expression;

import org.jspecify.annotations.Nullable;

/** Answers for many subjects that were worked out at once. */
public interface Answered {
  /** What the term gives in the row, or null if that must be worked out for the subject alone. */
  @Nullable Value value(Term term, int row);

  /** The same subjects in another year. */
  Answered at(int year);
}
