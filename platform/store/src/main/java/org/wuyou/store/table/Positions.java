package org.wuyou.store.table;

import java.util.Arrays;

/** A growing list of positions. */
public final class Positions {
  private int[] items;
  private int size;

  public Positions(int expected) {
    items = new int[Math.max(8, expected)];
  }

  public void add(int position) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
    }
    items[size++] = position;
  }

  public int size() {
    return size;
  }

  public int get(int index) {
    return items[index];
  }

  public int[] toArray() {
    return Arrays.copyOf(items, size);
  }
}
