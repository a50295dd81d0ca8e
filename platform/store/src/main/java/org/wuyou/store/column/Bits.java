package org.wuyou.store.column;

import java.util.Arrays;

/** Bit sets in plain words. */
public final class Bits {
  private Bits() {}

  public static int words(int bits) {
    return (bits + 63) >>> 6;
  }

  public static boolean get(long[] words, int bit) {
    return (words[bit >> 6] & (1L << bit)) != 0;
  }

  public static void set(long[] words, int bit) {
    words[bit >> 6] |= 1L << bit;
  }

  public static void clear(long[] words, int bit) {
    words[bit >> 6] &= ~(1L << bit);
  }

  /** Sets the first {@code count} bits and clears the others. */
  public static void fill(long[] words, int count) {
    int whole = count >> 6;
    Arrays.fill(words, 0, whole, -1L);
    Arrays.fill(words, whole, words.length, 0);
    if ((count & 63) != 0) {
      words[whole] = (1L << count) - 1;
    }
  }

  public static int count(long[] words) {
    int sum = 0;
    for (long word : words) {
      sum += Long.bitCount(word);
    }
    return sum;
  }
}
