package org.wuyou.store.query;

import java.util.Arrays;
import java.util.List;
import org.wuyou.store.column.LongBlock;

/** Gives each row the number of its group; groups are numbered as they are met. */
final class Grouping {
  /** Stands for a missing value. */
  private static final long MISSING = Long.MIN_VALUE;

  private final List<GroupKey> keys;

  /** For a single key of few numbers: group by number, -1 if not met; the last is for missing. */
  private final int[] direct;

  private final long[][] segmentKeys;
  private long[] numbers = new long[16];
  private long[] rows = new long[16];
  private int[] slots = new int[64];
  private int size;

  Grouping(List<GroupKey> keys) {
    this.keys = keys;
    this.direct =
        keys.size() == 1 && keys.getFirst().range() > 0
            ? new int[keys.getFirst().range() + 1]
            : new int[0];
    Arrays.fill(direct, -1);
    this.segmentKeys = new long[keys.size()][LongBlock.ROWS];
  }

  int size() {
    return size;
  }

  boolean missing(int group, int key) {
    return number(group, key) == MISSING;
  }

  long number(int group, int key) {
    return numbers[group * keys.size() + key];
  }

  long rows(int group) {
    return rows[group];
  }

  /** Makes sure that there is the one group of no keys. */
  void single() {
    size = 1;
  }

  void assign(int number, long[] chosen, int[] groups, SegmentReader reader) {
    for (int k = 0; k < keys.size(); k++) {
      reader.read(keys.get(k).path(), number, chosen);
      number(keys.get(k), chosen, reader.values(), reader.present(), segmentKeys[k]);
    }
    for (int w = 0; w < chosen.length; w++) {
      for (long rest = chosen[w]; rest != 0; rest &= rest - 1) {
        int row = (w << 6) + Long.numberOfTrailingZeros(rest);
        int group = group(row);
        groups[row] = group;
        rows[group]++;
      }
    }
    if (keys.isEmpty()) {
      size = 1;
    }
  }

  private int group(int row) {
    if (direct.length > 0) {
      long number = segmentKeys[0][row];
      int known = direct[number == MISSING ? direct.length - 1 : (int) number];
      return known >= 0 ? known : direct(number);
    }
    return keys.isEmpty() ? 0 : hashed(row);
  }

  private static void number(
      GroupKey key, long[] chosen, long[] values, long[] present, long[] target) {
    for (int w = 0; w < chosen.length; w++) {
      for (long rest = chosen[w]; rest != 0; rest &= rest - 1) {
        int bit = Long.numberOfTrailingZeros(rest);
        int row = (w << 6) + bit;
        if ((present[w] & 1L << bit) == 0) {
          target[row] = MISSING;
        } else {
          target[row] = key.plain() ? values[row] : coarse(key, values[row]);
        }
      }
    }
  }

  private static long coarse(GroupKey key, long stored) {
    long number = key.of(stored);
    return key.canBeMissing(number) ? MISSING : number;
  }

  private int direct(long number) {
    int slot = number == MISSING ? direct.length - 1 : (int) number;
    if (direct[slot] < 0) {
      direct[slot] = open();
      numbers[direct[slot]] = number;
    }
    return direct[slot];
  }

  private int open() {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
    }
    if ((size + 1) * keys.size() > numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(numbers.length * 2, (size + 1) * keys.size()));
    }
    return size++;
  }

  private int hashed(int row) {
    int mask = slots.length - 1;
    int slot = hash(row) & mask;
    while (slots[slot] != 0) {
      if (same(slots[slot] - 1, row)) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & mask;
    }
    int group = open();
    for (int k = 0; k < keys.size(); k++) {
      numbers[group * keys.size() + k] = segmentKeys[k][row];
    }
    slots[slot] = group + 1;
    if (size * 2 > slots.length) {
      rehash();
    }
    return group;
  }

  private boolean same(int group, int row) {
    for (int k = 0; k < keys.size(); k++) {
      if (numbers[group * keys.size() + k] != segmentKeys[k][row]) {
        return false;
      }
    }
    return true;
  }

  private int hash(int row) {
    long hash = 0;
    for (long[] key : segmentKeys) {
      hash = mix(hash, key[row]);
    }
    return (int) (hash >>> 32);
  }

  private static long mix(long hash, long value) {
    return (hash ^ value) * 0x9E3779B97F4A7C15L;
  }

  private void rehash() {
    int[] wider = new int[slots.length * 2];
    for (int group = 0; group < size; group++) {
      long hash = 0;
      for (int k = 0; k < keys.size(); k++) {
        hash = mix(hash, number(group, k));
      }
      int slot = (int) (hash >>> 32) & (wider.length - 1);
      while (wider[slot] != 0) {
        slot = (slot + 1) & (wider.length - 1);
      }
      wider[slot] = group + 1;
    }
    slots = wider;
  }
}
