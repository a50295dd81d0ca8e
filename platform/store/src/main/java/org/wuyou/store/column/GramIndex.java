package org.wuyou.store.column;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Which folded texts of a range of numbers hold which pairs of neighbouring characters (the last
 * character is paired with 0): an answer to "contains" for one character or more.
 */
final class GramIndex {
  private final int start;
  private final int end;
  private final int[] pairs;
  private final int[] offsets;
  private final byte[] postings;

  private GramIndex(int start, int end, int[] pairs, int[] offsets, byte[] postings) {
    this.start = start;
    this.end = end;
    this.pairs = pairs;
    this.offsets = offsets;
    this.postings = postings;
  }

  int end() {
    return end;
  }

  long heapBytes() {
    return 80 + 4L * pairs.length + 4L * offsets.length + postings.length;
  }

  /** Indexes the texts numbered from {@code start} to before {@code end}. */
  static GramIndex of(DictionaryView view, int start, int end) {
    // Pair in the upper half, number in the lower: one sort brings pairs and their numbers in
    // order.
    long[] entries = new long[(end - start) * 16];
    int count = 0;
    for (int code = start; code < end; code++) {
      String text = TextFolding.fold(view.decode(code));
      if (count + text.length() > entries.length) {
        entries = Arrays.copyOf(entries, Math.max(entries.length * 2, count + text.length()));
      }
      for (int i = 0; i < text.length(); i++) {
        entries[count++] = ((long) (pair(text, i) + Integer.MIN_VALUE) << 32) | code;
      }
    }
    Arrays.sort(entries, 0, count);
    return pack(entries, count, start, end);
  }

  private static int pair(String text, int i) {
    return text.charAt(i) << 16 | (i + 1 < text.length() ? text.charAt(i + 1) : 0);
  }

  private static GramIndex pack(long[] entries, int count, int start, int end) {
    int[] pairs = new int[1024];
    int[] offsets = new int[1025];
    byte[] postings = new byte[Math.max(16, count)];
    int used = 0;
    int at = 0;
    int previous = start;
    for (int i = 0; i < count; i++) {
      if (i > 0 && entries[i] == entries[i - 1]) {
        continue;
      }
      int pair = (int) (entries[i] >> 32);
      if (used == 0 || pairs[used - 1] != pair) {
        if (used == pairs.length) {
          pairs = Arrays.copyOf(pairs, used * 2);
          offsets = Arrays.copyOf(offsets, used * 2 + 1);
        }
        offsets[used] = at;
        pairs[used++] = pair;
        previous = start;
      }
      if (at + 5 > postings.length) {
        postings = Arrays.copyOf(postings, postings.length + postings.length / 2 + 16);
      }
      int gap = (int) entries[i] - previous;
      previous = (int) entries[i];
      while (gap > 0x7F) {
        postings[at++] = (byte) (gap | 0x80);
        gap >>>= 7;
      }
      postings[at++] = (byte) gap;
    }
    offsets[used] = at;
    return new GramIndex(
        start,
        end,
        Arrays.copyOf(pairs, used),
        Arrays.copyOf(offsets, used + 1),
        Arrays.copyOf(postings, at));
  }

  /** Sets the numbers whose texts hold the part, which is not empty, and satisfy {@code check}. */
  void find(String part, IntPredicate check, BitSet found) {
    BitSet candidates = part.length() == 1 ? holding(part.charAt(0)) : holding(pair(part, 0));
    for (int i = 1; i < part.length() - 1; i++) {
      candidates.and(holding(pair(part, i)));
    }
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      if (check.test(start + i)) {
        found.set(start + i);
      }
    }
  }

  private BitSet holding(char character) {
    int low = (character << 16) + Integer.MIN_VALUE;
    return collect(low, low + 0xFFFF);
  }

  private BitSet holding(int pair) {
    return collect(pair + Integer.MIN_VALUE, pair + Integer.MIN_VALUE);
  }

  private BitSet collect(int low, int high) {
    BitSet codes = new BitSet(end - start);
    int at = Arrays.binarySearch(pairs, low);
    for (int slot = at < 0 ? -at - 1 : at; slot < pairs.length && pairs[slot] <= high; slot++) {
      int code = 0;
      int i = offsets[slot];
      while (i < offsets[slot + 1]) {
        int gap = 0;
        int shift = 0;
        byte b;
        do {
          b = postings[i++];
          gap |= (b & 0x7F) << shift;
          shift += 7;
        } while (b < 0);
        code += gap;
        codes.set(code);
      }
    }
    return codes;
  }
}
