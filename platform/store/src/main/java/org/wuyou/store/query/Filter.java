package org.wuyou.store.query;

import java.util.List;
import org.wuyou.spi.data.Deadline;
import org.wuyou.store.column.Bits;
import org.wuyou.store.column.LongBlock;
import org.wuyou.store.table.Segment;
import org.wuyou.store.table.TableState;

/**
 * A condition made ready for one table of one snapshot. Three-valued: asked of one row, or of a
 * segment's rows at once as two bit sets, true and false; a row in neither is unknown. For one
 * thread.
 */
abstract class Filter {
  static final int TRUE = 1;
  static final int FALSE = 0;
  static final int UNKNOWN = -1;

  /** Words of a segment's bit set. */
  static final int WORDS = LongBlock.ROWS / 64;

  private final TableState table;

  Filter(TableState table) {
    this.table = table;
  }

  TableState table() {
    return table;
  }

  /** {@link #TRUE}, {@link #FALSE} or {@link #UNKNOWN} for a live row. */
  abstract int test(int position);

  /** Fills both sets for the live rows of the segment. */
  void segment(int number, long[] isTrue, long[] isFalse) {
    Segment segment = table.segment(number);
    int base = number << LongBlock.SHIFT;
    for (int w = 0; w < WORDS; w++) {
      long trueBits = 0;
      long falseBits = 0;
      for (long rest = segment.live()[w]; rest != 0; rest &= rest - 1) {
        int bit = Long.numberOfTrailingZeros(rest);
        int outcome = test(base + (w << 6) + bit);
        if (outcome == TRUE) {
          trueBits |= 1L << bit;
        } else if (outcome == FALSE) {
          falseBits |= 1L << bit;
        }
      }
      isTrue[w] = trueBits;
      isFalse[w] = falseBits;
    }
  }

  /** Every row. */
  static final class All extends Filter {
    All(TableState table) {
      super(table);
    }

    @Override
    int test(int position) {
      return TRUE;
    }

    @Override
    void segment(int number, long[] isTrue, long[] isFalse) {
      System.arraycopy(table().segment(number).live(), 0, isTrue, 0, WORDS);
      java.util.Arrays.fill(isFalse, 0);
    }
  }

  /** All of the parts, or some of them. */
  static final class Joined extends Filter {
    final boolean all;
    final List<Filter> parts;
    private final long[] partTrue = new long[WORDS];
    private final long[] partFalse = new long[WORDS];

    Joined(TableState table, boolean all, List<Filter> parts) {
      super(table);
      this.all = all;
      this.parts = parts;
    }

    @Override
    int test(int position) {
      int outcome = all ? TRUE : FALSE;
      int decisive = all ? FALSE : TRUE;
      for (Filter part : parts) {
        int one = part.test(position);
        if (one == decisive) {
          return decisive;
        }
        if (one == UNKNOWN) {
          outcome = UNKNOWN;
        }
      }
      return outcome;
    }

    @Override
    void segment(int number, long[] isTrue, long[] isFalse) {
      long[] live = table().segment(number).live();
      java.util.Arrays.fill(isFalse, 0);
      java.util.Arrays.fill(isTrue, 0);
      System.arraycopy(live, 0, all ? isTrue : isFalse, 0, WORDS);
      for (Filter part : parts) {
        part.segment(number, partTrue, partFalse);
        for (int w = 0; w < WORDS; w++) {
          if (all) {
            isTrue[w] &= partTrue[w];
            isFalse[w] |= partFalse[w];
          } else {
            isTrue[w] |= partTrue[w];
            isFalse[w] &= partFalse[w];
          }
        }
      }
    }
  }

  /** The opposite. */
  static final class Not extends Filter {
    private final Filter part;

    Not(Filter part) {
      super(part.table);
      this.part = part;
    }

    @Override
    int test(int position) {
      int one = part.test(position);
      return one == UNKNOWN ? UNKNOWN : TRUE - one;
    }

    @Override
    void segment(int number, long[] isTrue, long[] isFalse) {
      part.segment(number, isFalse, isTrue);
    }
  }

  /** Whether the field is missing; never unknown. */
  static final class Missing extends Filter {
    private final Path path;

    Missing(TableState table, Path path) {
      super(table);
      this.path = path;
    }

    @Override
    int test(int position) {
      return path.isNull(position) ? TRUE : FALSE;
    }
  }

  /** Positions of the rows for which the filter is true, appended in order. */
  void collect(org.wuyou.store.table.Positions target) {
    long[] isTrue = new long[WORDS];
    long[] isFalse = new long[WORDS];
    for (int number = 0; number < table.segmentCount(); number++) {
      Deadline.check();
      segment(number, isTrue, isFalse);
      append(isTrue, number, target);
    }
  }

  static void append(long[] bits, int number, org.wuyou.store.table.Positions target) {
    int base = number << LongBlock.SHIFT;
    for (int w = 0; w < WORDS; w++) {
      for (long rest = bits[w]; rest != 0; rest &= rest - 1) {
        target.add(base + (w << 6) + Long.numberOfTrailingZeros(rest));
      }
    }
  }

  long count() {
    long[] isTrue = new long[WORDS];
    long[] isFalse = new long[WORDS];
    long sum = 0;
    for (int number = 0; number < table.segmentCount(); number++) {
      Deadline.check();
      segment(number, isTrue, isFalse);
      sum += Bits.count(isTrue);
    }
    return sum;
  }
}
