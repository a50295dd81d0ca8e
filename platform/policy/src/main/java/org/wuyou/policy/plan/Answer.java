package org.wuyou.policy.plan;

import org.jspecify.annotations.Nullable;

/** What a term gives in each row of a plan. */
public sealed interface Answer {
  /** What each row misses, as masks of facts; null if no row misses any. */
  long @Nullable [] masks();

  /** The facts missing in the row, 0 if there is a value. */
  default long missing(int row) {
    long[] masks = masks();
    return masks == null ? 0 : masks[row];
  }

  /** The same as truths: what is missing in every row has no type of its own. */
  default Truths truths() {
    return switch (this) {
      case Truths truths -> truths;
      case Numbers numbers -> new Truths(new boolean[numbers.values().length], numbers.masks());
    };
  }

  /** Where something is missing the truth means nothing. */
  record Truths(boolean[] holds, long @Nullable [] masks) implements Answer {}

  /**
   * Where something is missing the number means nothing.
   *
   * @param values each times ten to the {@code scale}
   * @param whole whether every value is then a whole number, and exact; else it may be off in its
   *     last digits
   */
  record Numbers(double[] values, int scale, boolean whole, long @Nullable [] masks)
      implements Answer {}
}
