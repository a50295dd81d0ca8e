package org.wuyou.store.column;

import java.util.Arrays;

/**
 * All different texts of a column, numbered in order of arrival. Only the writer adds; every
 * snapshot holds the {@link DictionaryView} of its time, and shares the memory.
 *
 * <p>Readers and the writer meet in the same arrays without locks: what a view may read was written
 * before the view was published, and entries added later are recognised by their number.
 */
public final class Dictionary {
  static final int GROUP_SHIFT = 8;
  static final int GROUP = 1 << GROUP_SHIFT;

  private byte[][] bytes = new byte[4][];
  private int[][] ends = new int[4][];
  private int[] slots = new int[64];
  private int size;
  private DictionaryView view = new DictionaryView(bytes, ends, slots, 0, new TextMemo());

  /** The texts known now; the same object until one is added. */
  public DictionaryView view() {
    if (view.size() != size) {
      view = new DictionaryView(bytes, ends, slots, size, view.memo());
    }
    return view;
  }

  /** The number of the text, given to it now if it is new. */
  public int code(byte[] text) {
    int mask = slots.length - 1;
    int slot = DictionaryView.hash(text, text.length) & mask;
    while (slots[slot] != 0) {
      if (equal(slots[slot] - 1, text)) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & mask;
    }
    append(text);
    slots[slot] = ++size;
    if (size * 3L > slots.length * 2L) {
      rehash();
    }
    return size - 1;
  }

  private boolean equal(int code, byte[] text) {
    int group = code >> GROUP_SHIFT;
    int within = code & (GROUP - 1);
    int from = within == 0 ? 0 : ends[group][within - 1];
    int to = ends[group][within];
    return Arrays.equals(bytes[group], from, to, text, 0, text.length);
  }

  private void append(byte[] text) {
    int group = size >> GROUP_SHIFT;
    int within = size & (GROUP - 1);
    if (group == bytes.length) {
      bytes = Arrays.copyOf(bytes, group * 2);
      ends = Arrays.copyOf(ends, group * 2);
    }
    if (within == 0) {
      trim(group - 1);
      bytes[group] = new byte[1024];
      ends[group] = new int[GROUP];
    }
    int from = within == 0 ? 0 : ends[group][within - 1];
    int to = from + text.length;
    if (to > bytes[group].length) {
      // Views of earlier moments keep the outer array with the shorter one.
      bytes = bytes.clone();
      bytes[group] = Arrays.copyOf(bytes[group], Math.max(to, bytes[group].length * 2));
    }
    System.arraycopy(text, 0, bytes[group], from, text.length);
    ends[group][within] = to;
  }

  private void trim(int group) {
    if (group >= 0 && ends[group][GROUP - 1] < bytes[group].length) {
      bytes = bytes.clone();
      bytes[group] = Arrays.copyOf(bytes[group], ends[group][GROUP - 1]);
    }
  }

  private void rehash() {
    int[] wider = new int[slots.length * 2];
    int mask = wider.length - 1;
    for (int code = 0; code < size; code++) {
      int group = code >> GROUP_SHIFT;
      int within = code & (GROUP - 1);
      int from = within == 0 ? 0 : ends[group][within - 1];
      int slot = DictionaryView.hash(bytes[group], from, ends[group][within]) & mask;
      while (wider[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      wider[slot] = code + 1;
    }
    slots = wider;
  }
}
