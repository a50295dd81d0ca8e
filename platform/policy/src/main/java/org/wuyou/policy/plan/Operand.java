package org.wuyou.policy.plan;

import org.wuyou.policy.expression.Value;

/** A part of a rule as a plan sees it. */
sealed interface Operand {
  /** The same in every row. */
  record Fixed(Value value) implements Operand {}

  record Number(int step, Bounds bounds) implements Operand {}

  /** A number of days, read straight from a column. */
  record Day(int step, Bounds bounds, Leaf leaf) implements Operand {}

  record Truth(int step) implements Operand {}

  record Text(Leaf leaf) implements Operand {}

  /** A subject in each row. */
  record One(View view) implements Operand {}

  /** Subjects in each row: those of a fact of the view's. */
  record Many(View view, String fact) implements Operand {}
}
