package org.wuyou.store.table;

import java.util.Arrays;
import org.wuyou.store.column.Bits;
import org.wuyou.store.column.LongBlock;

/** The live rows of one segment by the value of one column. */
public final class Posting {
  private final long[] values;
  private final char[] starts;
  private final char[] rows;

  private Posting(long[] values, char[] starts, char[] rows) {
    this.values = values;
    this.starts = starts;
    this.rows = rows;
  }

  static Posting of(LongBlock block, long[] live) {
    long[] entries = new long[block.count()];
    int count = 0;
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (int row = 0; row < block.count(); row++) {
      if (Bits.get(live, row) && block.has(row)) {
        long value = block.get(row);
        min = Math.min(min, value);
        max = Math.max(max, value);
        entries[count++] = value << LongBlock.SHIFT | row;
      }
    }
    if (count > 0 && (min < -(1L << 50) || max >= 1L << 50)) {
      throw new IllegalStateException("values too large for a posting");
    }
    Arrays.sort(entries, 0, count);
    char[] rows = new char[count];
    long[] values = new long[count];
    char[] starts = new char[count + 1];
    int used = 0;
    for (int i = 0; i < count; i++) {
      long value = entries[i] >> LongBlock.SHIFT;
      if (used == 0 || values[used - 1] != value) {
        starts[used] = (char) i;
        values[used++] = value;
      }
      rows[i] = (char) (entries[i] & (LongBlock.ROWS - 1));
    }
    starts[used] = (char) count;
    return new Posting(Arrays.copyOf(values, used), Arrays.copyOf(starts, used + 1), rows);
  }

  int count(long value) {
    int at = Arrays.binarySearch(values, value);
    return at < 0 ? 0 : starts[at + 1] - starts[at];
  }

  /** Appends the positions of the rows with the value, ascending. */
  void collect(long value, int base, Positions target) {
    int at = Arrays.binarySearch(values, value);
    if (at >= 0) {
      for (int i = starts[at]; i < starts[at + 1]; i++) {
        target.add(base + rows[i]);
      }
    }
  }

  long heapBytes() {
    return 88 + 8L * values.length + 2L * starts.length + 2L * rows.length;
  }
}
