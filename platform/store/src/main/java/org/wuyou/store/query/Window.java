package org.wuyou.store.query;

import java.util.Arrays;
import org.wuyou.spi.data.Selection;
import org.wuyou.store.table.Positions;

/**
 * Keeps the rows of one page out of all that match, in whatever order they are offered: a bounded
 * heap whose top is the row that leaves next.
 */
final class Window {
  private final RowOrder order;
  private final Selection selection;
  private final int[] heap;
  private int size;
  private boolean before;
  private boolean after;

  Window(RowOrder order, Selection selection, int most) {
    this.order = order;
    this.selection = selection;
    this.heap = new int[Math.min(selection.limit(), most)];
  }

  void offer(int position) {
    Selection.Cursor afterCursor = selection.after();
    if (afterCursor != null && order.compare(position, afterCursor) <= 0) {
      before = true;
      return;
    }
    Selection.Cursor beforeCursor = selection.before();
    if (beforeCursor != null && order.compare(position, beforeCursor) >= 0) {
      after = true;
      return;
    }
    if (size < heap.length) {
      heap[size++] = position;
      up(size - 1);
      return;
    }
    if (selection.backward()) {
      before = true;
    } else {
      after = true;
    }
    if (size > 0 && leavesFirst(heap[0], position)) {
      heap[0] = position;
      down();
    }
  }

  /** Whether {@code left} leaves the page before {@code right}. */
  private boolean leavesFirst(int left, int right) {
    int compared = order.compare(left, right);
    return selection.backward() ? compared < 0 : compared > 0;
  }

  private void up(int from) {
    int at = from;
    while (at > 0 && leavesFirst(heap[at], heap[(at - 1) / 2])) {
      swap(at, (at - 1) / 2);
      at = (at - 1) / 2;
    }
  }

  private void down() {
    int at = 0;
    while (true) {
      int child = 2 * at + 1;
      if (child >= size) {
        return;
      }
      if (child + 1 < size && leavesFirst(heap[child + 1], heap[child])) {
        child++;
      }
      if (!leavesFirst(heap[child], heap[at])) {
        return;
      }
      swap(at, child);
      at = child;
    }
  }

  private void swap(int left, int right) {
    int item = heap[left];
    heap[left] = heap[right];
    heap[right] = item;
  }

  Found found() {
    Integer[] sorted = new Integer[size];
    Arrays.setAll(sorted, i -> heap[i]);
    Arrays.sort(sorted, order::compare);
    return new Found(Arrays.stream(sorted).mapToInt(i -> i).toArray(), after, before);
  }

  /** A page's positions in order, and whether rows follow and precede it. */
  record Found(int[] positions, boolean hasNext, boolean hasPrevious) {}

  /** The page of rows that are offered in their final order. */
  static Found of(Positions sorted, RowOrder order, Selection selection) {
    int from = 0;
    int to = sorted.size();
    Selection.Cursor after = selection.after();
    Selection.Cursor before = selection.before();
    if (after != null) {
      from = bound(sorted, order, after, true);
    }
    if (before != null) {
      to = Math.max(from, bound(sorted, order, before, false));
    }
    if (selection.backward()) {
      from = Math.max(from, to - selection.limit());
    } else {
      to = (int) Math.min(to, (long) from + selection.limit());
    }
    int[] page = Arrays.copyOfRange(sorted.toArray(), from, to);
    return new Found(page, to < sorted.size(), from > 0);
  }

  /** First index whose row is behind the cursor, or with it when not {@code strictly}. */
  private static int bound(
      Positions sorted, RowOrder order, Selection.Cursor cursor, boolean strictly) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      int compared = order.compare(sorted.get(mid), cursor);
      if (strictly ? compared <= 0 : compared < 0) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }
}
