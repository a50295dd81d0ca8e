package org.wuyou.policy.plan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A column with what is missing in it.
 *
 * @param states by row 0 where there is a value, else a place in {@code masks}; null if all are
 */
record Leaf(Column column, byte @Nullable [] states, long[] masks) {
  private static final int STATES = 256;
  static final long[] NONE = {0};

  static Leaf complete(Column column) {
    return new Leaf(column, null, NONE);
  }

  /** A column of which each row misses what its mask says. */
  static Leaf of(Column column, long[] missing) {
    long[] masks = new long[STATES];
    int known = 1;
    byte[] states = new byte[missing.length];
    for (int row = 0; row < missing.length; row++) {
      if (missing[row] != 0) {
        int state = 1;
        while (state < known && masks[state] != missing[row]) {
          state++;
        }
        if (state == known && known == STATES - 1) {
          state = known;
          masks[state] = Names.OTHERS;
        } else if (state == known) {
          masks[known++] = missing[row];
        }
        states[row] = (byte) state;
      }
    }
    return known == 1 ? complete(column) : new Leaf(column, states, Arrays.copyOf(masks, STATES));
  }
}
