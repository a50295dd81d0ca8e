package org.wuyou.store.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wuyou.store.column.DictionaryView;

/** The order of one run: by the column's value, rows without one last, then by position. */
final class RunOrder {
  private final TableState state;
  private final int column;
  private final boolean descending;
  private final @Nullable DictionaryView texts;

  RunOrder(TableState state, Runs.Key key) {
    this.state = state;
    this.column = key.order();
    this.descending = key.descending();
    this.texts = state.layout().at(column).coded() ? state.dictionary(column) : null;
  }

  Runs.Run sort(int[] positions) {
    int n = positions.length;
    long[] keys = new long[n];
    int[] sorted = new int[n];
    int valued = 0;
    for (int position : positions) {
      if (!state.isNull(position, column)) {
        long value = state.longAt(position, column);
        keys[valued] = descending && texts == null ? ~value : value;
        sorted[valued++] = position;
      }
    }
    int at = valued;
    for (int position : positions) {
      if (state.isNull(position, column)) {
        sorted[at++] = position;
      }
    }
    sort(keys, sorted, new long[valued], new int[valued], 0, valued);
    return new Runs.Run(sorted, valued);
  }

  private boolean greater(long left, long right) {
    if (texts == null) {
      return left > right;
    }
    int order = texts.compare((int) left, (int) right);
    return descending ? order < 0 : order > 0;
  }

  /**
   * Merge sort of the keys, carrying the positions; stable, so equal keys stay in position order.
   */
  private void sort(long[] keys, int[] items, long[] keySpace, int[] itemSpace, int from, int to) {
    if (to - from <= 12) {
      for (int i = from + 1; i < to; i++) {
        long key = keys[i];
        int item = items[i];
        int j = i - 1;
        while (j >= from && greater(keys[j], key)) {
          keys[j + 1] = keys[j];
          items[j + 1] = items[j];
          j--;
        }
        keys[j + 1] = key;
        items[j + 1] = item;
      }
      return;
    }
    int mid = (from + to) >>> 1;
    sort(keys, items, keySpace, itemSpace, from, mid);
    sort(keys, items, keySpace, itemSpace, mid, to);
    if (!greater(keys[mid - 1], keys[mid])) {
      return;
    }
    System.arraycopy(keys, from, keySpace, from, mid - from);
    System.arraycopy(items, from, itemSpace, from, mid - from);
    int left = from;
    int right = mid;
    for (int at = from; left < mid; at++) {
      if (right < to && greater(keySpace[left], keys[right])) {
        keys[at] = keys[right];
        items[at] = items[right++];
      } else {
        keys[at] = keySpace[left];
        items[at] = itemSpace[left++];
      }
    }
  }

  /** The run of the whole table after the positions changed, which are in ascending order. */
  Runs.Run mend(Runs.Run run, int[] changed) {
    Runs.Run added = sort(Arrays.stream(changed).filter(state::live).toArray());
    int[] merged = new int[run.positions().length + added.positions().length];
    int used = 0;
    int valued = 0;
    int a = 0;
    for (int position : run.positions()) {
      if (Arrays.binarySearch(changed, position) >= 0) {
        continue;
      }
      while (a < added.positions().length && before(added.positions()[a], position)) {
        merged[used++] = added.positions()[a++];
      }
      merged[used++] = position;
    }
    while (a < added.positions().length) {
      merged[used++] = added.positions()[a++];
    }
    while (valued < used && !state.isNull(merged[valued], column)) {
      valued++;
    }
    return new Runs.Run(Arrays.copyOf(merged, used), valued);
  }

  private boolean before(int left, int right) {
    boolean leftMissing = state.isNull(left, column);
    boolean rightMissing = state.isNull(right, column);
    if (leftMissing || rightMissing) {
      return leftMissing == rightMissing ? left < right : rightMissing;
    }
    long leftValue = state.longAt(left, column);
    long rightValue = state.longAt(right, column);
    if (leftValue == rightValue) {
      return left < right;
    }
    return texts == null && descending ? leftValue > rightValue : greater(rightValue, leftValue);
  }
}
