package org.wuyou.store.table;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sorted lists of positions that queries asked for: of a whole table, or of the rows with one value
 * of a coded column. A state starts with those of its predecessor that a change left right; a whole
 * table's is mended instead.
 */
public final class Runs {
  private static final int MOST = 8192;

  /**
   * @param filter the coded column, or -1 for the whole table
   * @param value the filter column's value
   * @param order the column ordered by
   */
  public record Key(int filter, long value, int order, boolean descending) {}

  /** Positions in order; those without a value last. {@code valued} counts those with one. */
  public record Run(int[] positions, int valued) {}

  /** A run of an earlier state, and the positions that changed since. */
  private record Entry(Run run, int[] stale) {}

  private final Map<Key, Entry> entries = new ConcurrentHashMap<>();

  /** The run for the key; {@code rows} gives the positions, ascending, when it must be made. */
  public Run get(TableState state, Key key, java.util.function.Supplier<int[]> rows) {
    Entry known = entries.get(key);
    if (known != null && known.stale.length == 0) {
      return known.run;
    }
    RunOrder order = new RunOrder(state, key);
    Run fresh = known == null ? order.sort(rows.get()) : order.mend(known.run, known.stale);
    if (entries.size() >= MOST) {
      entries.clear();
    }
    entries.put(key, new Entry(fresh, new int[0]));
    return fresh;
  }

  /** What of this is of use after the change of some positions, ascending. */
  Runs after(TableState before, TableState after, int[] changed) {
    Runs next = new Runs();
    boolean few = changed.length <= 256;
    entries.forEach(
        (key, entry) -> {
          if (key.filter < 0) {
            int[] stale = union(entry.stale, changed);
            if (stale.length <= Math.max(1024, after.size() / 8)) {
              next.entries.put(key, new Entry(entry.run, stale));
            }
          } else if (few && !touches(before, key, changed) && !touches(after, key, changed)) {
            next.entries.put(key, entry);
          }
        });
    return next;
  }

  private static boolean touches(TableState state, Key key, int[] changed) {
    for (int position : changed) {
      if (state.live(position)
          && !state.isNull(position, key.filter)
          && state.longAt(position, key.filter) == key.value) {
        return true;
      }
    }
    return false;
  }

  private static int[] union(int[] left, int[] right) {
    int[] all = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, all, left.length, right.length);
    Arrays.sort(all);
    int used = 0;
    for (int i = 0; i < all.length; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[used++] = all[i];
      }
    }
    return Arrays.copyOf(all, used);
  }

  long heapBytes() {
    long sum = 0;
    for (Entry entry : entries.values()) {
      sum += 150 + 4L * entry.run.positions.length + 4L * entry.stale.length;
    }
    return sum;
  }

  @Nullable Run peek(Key key) {
    Entry entry = entries.get(key);
    return entry == null || entry.stale.length > 0 ? null : entry.run;
  }
}
