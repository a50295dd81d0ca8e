package org.wuyou.store.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Deadline;
import org.wuyou.spi.data.Selection;
import org.wuyou.store.table.Positions;
import org.wuyou.store.table.Runs;
import org.wuyou.store.table.TableState;

/** Reads one page from a sorted run, from its edge inwards. */
record RunWalk(
    TableState table,
    Runs.Run run,
    int column,
    boolean descending,
    RowOrder order,
    Selection selection) {
  /** Rows between two looks at the clock. */
  private static final int PIECE = 1024;

  /**
   * @param bounds ranges of the run's own column
   * @param filter further questions, or null
   */
  record Rest(List<FieldFilter.Range> bounds, @Nullable Filter filter) {
    /** Whether the row at {@code index} of the run is wanted. */
    boolean takes(int position, int index) {
      if ((index & (PIECE - 1)) == 0) {
        Deadline.check();
      }
      return filter == null || filter.test(position) == Filter.TRUE;
    }
  }

  Window.Found find(Rest rest) {
    int from = 0;
    int to = rest.bounds.isEmpty() ? run.positions().length : run.valued();
    for (FieldFilter.Range range : rest.bounds) {
      int low = edge(range.low, false);
      int high = edge(range.high, true);
      from = Math.max(from, descending ? high : low);
      to = Math.min(to, descending ? low : high);
    }
    if (rest.bounds.stream().anyMatch(range -> range.low > range.high)) {
      to = from;
    }
    Selection.Cursor after = selection.after();
    Selection.Cursor before = selection.before();
    int start =
        after == null ? from : Math.min(Math.max(from, past(after, true)), Math.max(from, to));
    int end = before == null ? to : Math.max(start, Math.min(to, past(before, false)));
    return selection.backward()
        ? backward(rest, from, to, start, end)
        : forward(rest, from, to, start, end);
  }

  private Window.Found forward(Rest rest, int from, int to, int start, int end) {
    Positions page = new Positions(Math.min(selection.limit(), 64));
    int at = start;
    for (; at < end && page.size() < selection.limit(); at++) {
      if (rest.takes(run.positions()[at], at)) {
        page.add(run.positions()[at]);
      }
    }
    return new Window.Found(
        page.toArray(), any(rest, at, Math.max(at, to)), any(rest, from, start));
  }

  private Window.Found backward(Rest rest, int from, int to, int start, int end) {
    Positions page = new Positions(Math.min(selection.limit(), 64));
    int at = end;
    for (; at > start && page.size() < selection.limit(); at--) {
      if (rest.takes(run.positions()[at - 1], at)) {
        page.add(run.positions()[at - 1]);
      }
    }
    int[] reversed = new int[page.size()];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = page.get(reversed.length - 1 - i);
    }
    return new Window.Found(reversed, any(rest, end, Math.max(end, to)), any(rest, from, at));
  }

  private boolean any(Rest rest, int from, int to) {
    for (int i = from; i < to; i++) {
      if (rest.takes(run.positions()[i], i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * First index of the valued part whose value is not below the bound (or, past it, above it),
   * going the run's way.
   */
  private int edge(long bound, boolean past) {
    int low = 0;
    int high = run.valued();
    while (low < high) {
      int mid = (low + high) >>> 1;
      long value = table.longAt(run.positions()[mid], column);
      boolean before =
          descending
              ? (past ? value > bound : value >= bound)
              : past ? value <= bound : value < bound;
      if (before) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  private int past(Selection.Cursor cursor, boolean strictly) {
    int low = 0;
    int high = run.positions().length;
    while (low < high) {
      int mid = (low + high) >>> 1;
      int compared = order.compare(run.positions()[mid], cursor);
      if (strictly ? compared <= 0 : compared < 0) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }
}
