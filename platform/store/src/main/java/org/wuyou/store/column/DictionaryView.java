package org.wuyou.store.column;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The texts of a column as of one snapshot, by number; see {@link Dictionary}. */
public final class DictionaryView {
  private final byte[][] bytes;
  private final int[][] ends;
  private final int[] slots;
  private final int size;
  private final TextMemo memo;

  DictionaryView(byte[][] bytes, int[][] ends, int[] slots, int size, TextMemo memo) {
    this.bytes = bytes;
    this.ends = ends;
    this.slots = slots;
    this.size = size;
    this.memo = memo;
  }

  public int size() {
    return size;
  }

  /** What was worked out about these texts; shared by all views of the column. */
  public TextMemo memo() {
    return memo;
  }

  /** The number of the text, or -1. */
  public int find(byte[] text) {
    int mask = slots.length - 1;
    int slot = hash(text, text.length) & mask;
    for (int entry = slots[slot]; entry != 0; entry = slots[slot]) {
      if (entry <= size && equal(entry - 1, text)) {
        return entry - 1;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  public int find(String text) {
    return find(text.getBytes(StandardCharsets.UTF_8));
  }

  private boolean equal(int code, byte[] text) {
    return Arrays.equals(group(code), from(code), to(code), text, 0, text.length);
  }

  private byte[] group(int code) {
    return bytes[code >> Dictionary.GROUP_SHIFT];
  }

  private int from(int code) {
    int within = code & (Dictionary.GROUP - 1);
    return within == 0 ? 0 : ends[code >> Dictionary.GROUP_SHIFT][within - 1];
  }

  private int to(int code) {
    return ends[code >> Dictionary.GROUP_SHIFT][code & (Dictionary.GROUP - 1)];
  }

  public String text(int code) {
    return memo.text(this, code);
  }

  String decode(int code) {
    int from = from(code);
    return new String(group(code), from, to(code) - from, StandardCharsets.UTF_8);
  }

  public byte[] bytes(int code) {
    return Arrays.copyOfRange(group(code), from(code), to(code));
  }

  /** Order of two texts by code point. */
  public int compare(int left, int right) {
    return left == right
        ? 0
        : Arrays.compareUnsigned(
            group(left), from(left), to(left), group(right), from(right), to(right));
  }

  public int compare(int left, byte[] right) {
    return Arrays.compareUnsigned(group(left), from(left), to(left), right, 0, right.length);
  }

  /** Bytes of heap, roughly. */
  public long heapBytes() {
    long sum = 64 + 16L * bytes.length + 4L * slots.length;
    for (int group = 0; group <= (size - 1) >> Dictionary.GROUP_SHIFT && size > 0; group++) {
      sum += bytes[group].length + 4L * Dictionary.GROUP + 32;
    }
    return sum + memo.heapBytes();
  }

  static int hash(byte[] text, int length) {
    return hash(text, 0, length);
  }

  static int hash(byte[] text, int from, int to) {
    int hash = 0x9E3779B9;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + text[i];
    }
    hash ^= hash >>> 15;
    hash *= 0x85EBCA6B;
    return hash ^ (hash >>> 13);
  }
}
