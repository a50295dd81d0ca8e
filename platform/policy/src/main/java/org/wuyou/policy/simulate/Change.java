package org.wuyou.policy.simulate;

/** What a reform does to one subject. */
public enum Change {
  /** Becomes eligible, or is due more. */
  WINNER,
  /** Ceases to be eligible, or is due less. */
  LOSER,
  /** Eligible before and after, and due the same. */
  KEPT,
  /** Of whom it cannot be told, before or after. */
  UNDETERMINED,
  /** Not eligible before or after. */
  OUTSIDE
}
