package org.wuyou.store.table;

import java.util.List;

/**
 * Positions by the values of some columns. Entries are hints: a reader checks the row it finds, so
 * entries of other snapshots do no harm and the writer may add in place. An entry that became wrong
 * goes when the index next grows.
 */
public final class UniqueIndex {
  private final List<Integer> columns;
  private int[] slots;
  private int used;

  UniqueIndex(List<Integer> columns, int expected) {
    this.columns = columns;
    int capacity = 64;
    while (capacity * 2L < expected * 3L) {
      capacity *= 2;
    }
    this.slots = new int[capacity];
  }

  private UniqueIndex(UniqueIndex other) {
    this.columns = other.columns;
    this.slots = other.slots.clone();
    this.used = other.used;
  }

  /** An index of its own that knows the same rows. */
  UniqueIndex copy() {
    return new UniqueIndex(this);
  }

  /** The slots as of now; they may be read for as long as the snapshot lives. */
  int[] slots() {
    return slots;
  }

  /** Adds the rows, which are of {@code state} and have all the columns. */
  void add(TableState state, int[] positions) {
    for (int position : positions) {
      if (state.live(position) && complete(state, columns, position)) {
        add(state, position);
      }
    }
  }

  private void add(TableState state, int position) {
    if ((used + 1) * 3L > slots.length * 2L) {
      rebuild(state);
    }
    if (put(slots, hash(state, columns, position), position)) {
      used++;
    }
  }

  private void rebuild(TableState state) {
    int capacity = 64;
    while (capacity * 2L < (state.size() + 64L) * 4L) {
      capacity *= 2;
    }
    int[] wider = new int[capacity];
    int count = 0;
    for (int slot : slots) {
      int position = slot - 1;
      if (slot != 0
          && state.live(position)
          && complete(state, columns, position)
          && put(wider, hash(state, columns, position), position)) {
        count++;
      }
    }
    slots = wider;
    used = count;
    if ((used + 1) * 3L > slots.length * 2L) {
      throw new IllegalStateException(
          "the index of " + state.layout().entity() + " did not shrink");
    }
  }

  private static boolean put(int[] slots, int hash, int position) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] != 0) {
      if (slots[slot] == position + 1) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = position + 1;
    return true;
  }

  static boolean complete(TableState state, List<Integer> columns, int position) {
    for (int column : columns) {
      if (state.isNull(position, column)) {
        return false;
      }
    }
    return true;
  }

  private static int hash(TableState state, List<Integer> columns, int position) {
    long hash = 0;
    for (int column : columns) {
      hash = mix(hash, state.longAt(position, column));
    }
    return spread(hash);
  }

  private static long mix(long hash, long value) {
    return (hash ^ value) * 0x9E3779B97F4A7C15L;
  }

  private static int spread(long hash) {
    long mixed = hash ^ (hash >>> 32);
    return (int) (mixed ^ (mixed >>> 15));
  }

  /** The live position with these values, or -1. */
  static int find(TableState state, List<Integer> columns, int[] slots, long[] values) {
    long hash = 0;
    for (long value : values) {
      hash = mix(hash, value);
    }
    int mask = slots.length - 1;
    int slot = spread(hash) & mask;
    for (int entry = slots[slot]; entry != 0; entry = slots[slot]) {
      if (state.live(entry - 1) && matches(state, columns, entry - 1, values)) {
        return entry - 1;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private static boolean matches(
      TableState state, List<Integer> columns, int position, long[] values) {
    for (int i = 0; i < values.length; i++) {
      int column = columns.get(i);
      if (state.isNull(position, column) || state.longAt(position, column) != values[i]) {
        return false;
      }
    }
    return true;
  }
}
