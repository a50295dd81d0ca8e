package org.wuyou.store.query;

import java.util.Arrays;
import org.wuyou.store.column.Bits;
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

  void read(Path path, int number) {
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
    for (int hop = 1; hop <= path.hops(); hop++) {
      follow(path.table(hop), path.column(hop));
    }
  }

  private void follow(TableState table, int column) {
    for (int w = 0; w < present.length; w++) {
      for (long rest = present[w]; rest != 0; rest &= rest - 1) {
        int row = (w << 6) + Long.numberOfTrailingZeros(rest);
        int position = (int) values[row];
        if (column < 0) {
          values[row] = position + 1L;
        } else if (table.isNull(position, column)) {
          Bits.clear(present, row);
        } else {
          values[row] = table.longAt(position, column);
        }
      }
    }
  }
}
