package org.wuyou.store.query;

import java.util.Arrays;
import org.wuyou.spi.data.Deadline;
import org.wuyou.spi.data.Selection;
import org.wuyou.store.column.LongBlock;
import org.wuyou.store.table.Positions;

/**
 * Reads one page in order of identity, segment by segment from its edge, and stops when it is full.
 */
final class IdentityWalk {
  private final Filter filter;
  private final Selection selection;
  private final long[] isTrue = new long[Filter.WORDS];
  private final long[] isFalse = new long[Filter.WORDS];

  IdentityWalk(Filter filter, Selection selection) {
    this.filter = filter;
    this.selection = selection;
  }

  Window.Found find() {
    int limit = filter.table().limit();
    Selection.Cursor after = selection.after();
    Selection.Cursor before = selection.before();
    // A cursor's identity is one more than its position.
    int start = after == null ? 0 : (int) Math.min(limit, Math.max(0, after.id()));
    int end = before == null ? limit : (int) Math.max(start, Math.min(limit, before.id() - 1));
    // One row more than the page tells whether more follow.
    long wanted = selection.limit() + 1L;
    int[] found = selection.backward() ? last(start, end, wanted) : first(start, end, wanted);
    boolean more = found.length == wanted;
    if (selection.backward()) {
      int[] page = more ? Arrays.copyOfRange(found, 1, found.length) : found;
      return new Window.Found(
          page, first(end, limit, 1).length > 0, more || last(0, start, 1).length > 0);
    }
    int[] page = more ? Arrays.copyOf(found, found.length - 1) : found;
    return new Window.Found(
        page, more || first(end, limit, 1).length > 0, last(0, start, 1).length > 0);
  }

  private int[] first(int start, int end, long wanted) {
    Positions found = new Positions(64);
    for (int number = start >> LongBlock.SHIFT;
        number << LongBlock.SHIFT < end && found.size() < wanted;
        number++) {
      Positions one = segment(number);
      for (int i = 0; i < one.size() && found.size() < wanted; i++) {
        if (one.get(i) >= start && one.get(i) < end) {
          found.add(one.get(i));
        }
      }
    }
    return found.toArray();
  }

  private int[] last(int start, int end, long wanted) {
    Positions found = new Positions(64);
    for (int number = (end - 1) >> LongBlock.SHIFT;
        number >= start >> LongBlock.SHIFT && end > start && found.size() < wanted;
        number--) {
      Positions one = segment(number);
      for (int i = one.size() - 1; i >= 0 && found.size() < wanted; i--) {
        if (one.get(i) >= start && one.get(i) < end) {
          found.add(one.get(i));
        }
      }
    }
    int[] backward = found.toArray();
    int[] forward = new int[backward.length];
    for (int i = 0; i < forward.length; i++) {
      forward[i] = backward[backward.length - 1 - i];
    }
    return forward;
  }

  private Positions segment(int number) {
    Deadline.check();
    filter.segment(number, isTrue, isFalse);
    Positions one = new Positions(64);
    Filter.append(isTrue, number, one);
    return one;
  }
}
