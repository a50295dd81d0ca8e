package org.wuyou.policy.plan;

import org.jspecify.annotations.Nullable;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.facts.Subject;

/**
 * Subjects of one entity in one state of the register, column by column: row {@code i} of every
 * column is the same subject. What was gathered once is kept.
 */
public interface Columns {
  int size();

  /** The subject of the row; a programming error where it is absent. */
  Subject subject(int row);

  /** Rows without a subject, or null if every row has one. */
  boolean @Nullable [] absent();

  /** The values of a stored fact that is a number, truth, text, choice or day. */
  Column column(String fact, FactType type);

  /** Row by row the subject that the fact refers to. */
  Columns one(String fact);

  /** Row by row the one of many subjects whose {@code year} is that year. */
  Columns at(String fact, int year);

  /** The subjects that refer to these, and which row each belongs to. */
  Members many(String fact);

  /**
   * Subjects that belong to rows of other columns.
   *
   * @param owner row of the subject that each belongs to; members of one owner in their order
   */
  record Members(Columns columns, int[] owner) {}
}
