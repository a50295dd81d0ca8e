package org.wuyou.store.query;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wuyou.store.column.LongBlock;
import org.wuyou.store.table.Segment;
import org.wuyou.store.table.TableState;

/** Unpacks a field's numbers for one segment at a time, through references if need be. */
final class SegmentReader {
  private final long[] values = new long[LongBlock.ROWS];
  private final long[] present = new long[Filter.WORDS];

  /** By row; undefined where {@link #present} has no bit. */
  long[] values() {
    return values;
  }

  long[] present() {
    return present;
  }

  /** Reads the rows chosen; others may be left out. */
  void read(Path path, int number, long[] chosen) {
    TableState first = path.table(0);
    Segment segment = first.segment(number);
    if (path.hops() == 0 && path.isId()) {
      System.arraycopy(segment.live(), 0, present, 0, Filter.WORDS);
      Arrays.setAll(values, row -> (number << LongBlock.SHIFT) + row + 1L);
      return;
    }
    LongBlock block = segment.column(path.column(0));
    if (block == null) {
      Arrays.fill(present, 0);
      return;
    }
    block.read(values);
    block.readPresent(present);
    for (int w = 0; w < present.length; w++) {
      present[w] &= chosen[w];
    }
    for (int hop = 1; hop <= path.hops(); hop++) {
      if (path.column(hop) < 0) {
        identities();
      } else {
        follow(path.table(hop).blocks(path.column(hop)));
      }
    }
  }

  private void identities() {
    for (int row = 0; row < values.length; row++) {
      values[row]++;
    }
  }

  /** Puts in place of each position the value that stands there. */
  private void follow(@Nullable LongBlock[] blocks) {
    for (int w = 0; w < present.length; w++) {
      long found = 0;
      for (long rest = present[w]; rest != 0; rest &= rest - 1) {
        int bit = Long.numberOfTrailingZeros(rest);
        int position = (int) values[(w << 6) + bit];
        LongBlock block = blocks[position >> LongBlock.SHIFT];
        int within = position & (LongBlock.ROWS - 1);
        if (block != null && block.has(within)) {
          values[(w << 6) + bit] = block.get(within);
          found |= 1L << bit;
        }
      }
      present[w] = found;
    }
  }
}
