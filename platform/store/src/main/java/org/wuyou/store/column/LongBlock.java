package org.wuyou.store.column;

import org.jspecify.annotations.Nullable;

/**
 * Up to {@link #ROWS} numbers, some missing: immutable, and as narrow as their range allows. A
 * value is {@code base + step * stored}; a block whose present values are all equal stores none.
 */
public final class LongBlock {
  /** Rows of one block, and of the segment it belongs to. */
  public static final int ROWS = 4096;

  public static final int SHIFT = 12;
  private static final long[] STEPS = {1_000_000, 100};

  private final int count;
  private final long base;
  private final long step;
  private final byte @Nullable [] bytes;
  private final short @Nullable [] shorts;
  private final int @Nullable [] ints;
  private final long @Nullable [] longs;

  /** Bit set: a value is there; null when all are. */
  private final long @Nullable [] present;

  private LongBlock(
      int count, long base, long step, @Nullable Object values, long @Nullable [] present) {
    this.count = count;
    this.base = base;
    this.step = step;
    this.bytes = values instanceof byte[] array ? array : null;
    this.shorts = values instanceof short[] array ? array : null;
    this.ints = values instanceof int[] array ? array : null;
    this.longs = values instanceof long[] array ? array : null;
    this.present = present;
  }

  /** Packs the first {@code count} values; null when all of them are missing. */
  public static @Nullable LongBlock of(long[] values, long[] present, int count) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    int there = 0;
    for (int i = 0; i < count; i++) {
      if (Bits.get(present, i)) {
        min = Math.min(min, values[i]);
        max = Math.max(max, values[i]);
        there++;
      }
    }
    if (there == 0) {
      return null;
    }
    long[] words = there == count ? null : java.util.Arrays.copyOf(present, Bits.words(count));
    long step =
        max - min < 0 || fits(max, min, Integer.MAX_VALUE) ? 1 : step(values, present, count, min);
    return new LongBlock(count, min, step, pack(values, present, count, min, max, step), words);
  }

  private static long step(long[] values, long[] present, int count, long base) {
    for (long step : STEPS) {
      boolean all = true;
      for (int i = 0; i < count && all; i++) {
        all = !Bits.get(present, i) || (values[i] - base) % step == 0;
      }
      if (all) {
        return step;
      }
    }
    return 1;
  }

  private static boolean fits(long max, long min, long limit) {
    long range = max - min;
    return range >= 0 && range <= limit;
  }

  private static @Nullable Object pack(
      long[] values, long[] present, int count, long min, long max, long step) {
    long range = max - min;
    if (range == 0) {
      return null;
    }
    // A range that overflows a long is negative here and is kept as it is, with base 0.
    long top = range < 0 ? Long.MAX_VALUE : range / step;
    if (top <= 0xFF) {
      byte[] packed = new byte[count];
      for (int i = 0; i < count; i++) {
        packed[i] = Bits.get(present, i) ? (byte) ((values[i] - min) / step) : 0;
      }
      return packed;
    }
    if (top <= 0xFFFF) {
      short[] packed = new short[count];
      for (int i = 0; i < count; i++) {
        packed[i] = Bits.get(present, i) ? (short) ((values[i] - min) / step) : 0;
      }
      return packed;
    }
    if (top <= Integer.MAX_VALUE) {
      int[] packed = new int[count];
      for (int i = 0; i < count; i++) {
        packed[i] = Bits.get(present, i) ? (int) ((values[i] - min) / step) : 0;
      }
      return packed;
    }
    long[] packed = new long[count];
    for (int i = 0; i < count; i++) {
      // Wraps around, and wraps back when read.
      packed[i] =
          Bits.get(present, i) ? (step == 1 ? values[i] - min : (values[i] - min) / step) : 0;
    }
    return packed;
  }

  public int count() {
    return count;
  }

  public boolean has(int row) {
    return row < count && (present == null || Bits.get(present, row));
  }

  /** Undefined where {@link #has} is false. */
  public long get(int row) {
    if (row >= count) {
      return 0;
    }
    if (ints != null) {
      return base + step * ints[row];
    }
    if (shorts != null) {
      return base + (shorts[row] & 0xFFFF) * step;
    }
    if (bytes != null) {
      return base + (bytes[row] & 0xFF) * step;
    }
    return longs != null ? base + step * longs[row] : base;
  }

  /** Unpacks all values into {@code target}. */
  public void read(long[] target) {
    if (ints != null) {
      for (int i = 0; i < count; i++) {
        target[i] = base + step * ints[i];
      }
    } else if (shorts != null) {
      for (int i = 0; i < count; i++) {
        target[i] = base + (shorts[i] & 0xFFFF) * step;
      }
    } else if (bytes != null) {
      for (int i = 0; i < count; i++) {
        target[i] = base + (bytes[i] & 0xFF) * step;
      }
    } else if (longs != null) {
      for (int i = 0; i < count; i++) {
        target[i] = base + step * longs[i];
      }
    } else {
      java.util.Arrays.fill(target, 0, count, base);
    }
  }

  /** Copies which rows have a value into the bit set; further bits are cleared. */
  public void readPresent(long[] target) {
    if (present == null) {
      Bits.fill(target, count);
    } else {
      System.arraycopy(present, 0, target, 0, present.length);
      java.util.Arrays.fill(target, present.length, target.length, 0);
    }
  }

  /** This block with one value set beyond or within its rows, if it is as narrow; else null. */
  public @Nullable LongBlock quick(int newCount, int row, boolean there, long value) {
    long stored = value - base;
    if (!there || step != 1 || stored < 0 || present != null || row > count) {
      return null;
    }
    if (ints != null && stored <= Integer.MAX_VALUE) {
      int[] copy = java.util.Arrays.copyOf(ints, newCount);
      copy[row] = (int) stored;
      return new LongBlock(newCount, base, 1, copy, null);
    }
    if (shorts != null && stored <= 0xFFFF) {
      short[] copy = java.util.Arrays.copyOf(shorts, newCount);
      copy[row] = (short) stored;
      return new LongBlock(newCount, base, 1, copy, null);
    }
    if (bytes != null && stored <= 0xFF) {
      byte[] copy = java.util.Arrays.copyOf(bytes, newCount);
      copy[row] = (byte) stored;
      return new LongBlock(newCount, base, 1, copy, null);
    }
    boolean constant = ints == null && shorts == null && bytes == null && longs == null;
    return constant && stored == 0 ? new LongBlock(newCount, base, 1, null, null) : null;
  }

  /** Bytes of heap, roughly. */
  public long heapBytes() {
    long values =
        ints != null
            ? 4L * ints.length
            : shorts != null
                ? 2L * shorts.length
                : bytes != null ? bytes.length : longs != null ? 8L * longs.length : 0;
    return 72 + values + (present == null ? 0 : 16 + 8L * present.length);
  }
}
