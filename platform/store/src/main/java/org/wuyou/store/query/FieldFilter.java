package org.wuyou.store.query;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.wuyou.store.column.LongBlock;
import org.wuyou.store.table.Segment;
import org.wuyou.store.table.TableState;

/** A question about the number in one field; unknown where the field is missing. */
abstract sealed class FieldFilter extends Filter {
  final Path path;
  private long @Nullable [] values;
  private long @Nullable [] present;

  FieldFilter(TableState table, Path path) {
    super(table);
    this.path = path;
  }

  abstract boolean matches(long value);

  /** The bits of 64 values from {@code from} on that match. */
  abstract long match(long[] from, int at);

  @Override
  final int test(int position) {
    if (path.isNull(position)) {
      return UNKNOWN;
    }
    return matches(path.longAt(position)) ? TRUE : FALSE;
  }

  @Override
  final void segment(int number, long[] isTrue, long[] isFalse) {
    if (path.hops() > 0 || path.isId()) {
      super.segment(number, isTrue, isFalse);
      return;
    }
    Segment segment = table().segment(number);
    LongBlock block = segment.column(path.lastColumn());
    if (block == null) {
      Arrays.fill(isTrue, 0);
      Arrays.fill(isFalse, 0);
      return;
    }
    long[] unpacked = values == null ? new long[LongBlock.ROWS] : values;
    long[] there = present == null ? new long[WORDS] : present;
    values = unpacked;
    present = there;
    block.read(unpacked);
    block.readPresent(there);
    for (int w = 0; w < WORDS; w++) {
      long known = there[w] & segment.live()[w];
      long bits = known == 0 ? 0 : match(unpacked, w << 6);
      isTrue[w] = bits & known;
      isFalse[w] = ~bits & known;
    }
  }

  /** From {@code low} to {@code high}, both included; none if low is above high. */
  static final class Range extends FieldFilter {
    final long low;
    final long high;

    Range(TableState table, Path path, long low, long high) {
      super(table, path);
      this.low = low;
      this.high = high;
    }

    @Override
    boolean matches(long value) {
      return value >= low && value <= high;
    }

    @Override
    long match(long[] from, int at) {
      long bits = 0;
      for (int i = 0; i < 64; i++) {
        long value = from[at + i];
        bits |= (value >= low & value <= high ? 1L : 0L) << i;
      }
      return bits;
    }
  }

  /** One of a dictionary's numbers. */
  static final class Codes extends FieldFilter {
    final BitSet codes;

    Codes(TableState table, Path path, BitSet codes) {
      super(table, path);
      this.codes = codes;
    }

    @Override
    boolean matches(long value) {
      return codes.get((int) value);
    }

    @Override
    long match(long[] from, int at) {
      long bits = 0;
      for (int i = 0; i < 64; i++) {
        // Beyond the present values stand left-overs of other blocks; they are masked out later.
        int code = (int) from[at + i];
        bits |= (code >= 0 && codes.get(code) ? 1L : 0L) << i;
      }
      return bits;
    }
  }

  /** One of some numbers. */
  static final class OneOf extends FieldFilter {
    final long[] sorted;

    OneOf(TableState table, Path path, long[] sorted) {
      super(table, path);
      this.sorted = sorted;
    }

    @Override
    boolean matches(long value) {
      return Arrays.binarySearch(sorted, value) >= 0;
    }

    @Override
    long match(long[] from, int at) {
      long bits = 0;
      for (int i = 0; i < 64; i++) {
        bits |= (matches(from[at + i]) ? 1L : 0L) << i;
      }
      return bits;
    }
  }
}
