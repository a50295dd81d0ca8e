package org.wuyou.policy.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one fact, one a row; where {@code missing} says so the value means nothing. */
public sealed interface Column {
  boolean @Nullable [] missing();

  /**
   * Numbers, and days as days since 1970.
   *
   * @param values each times ten to the {@code scale}
   * @param whole whether every value is then a whole number, and exact; else it was rounded once
   */
  record Numbers(double[] values, int scale, boolean whole, boolean @Nullable [] missing)
      implements Column {}

  record Truths(boolean[] values, boolean @Nullable [] missing) implements Column {}

  /**
   * @param codes places in the dictionary
   */
  record Texts(int[] codes, List<String> dictionary, boolean @Nullable [] missing)
      implements Column {}
}
