package org.wuyou.store.query;

import java.util.Arrays;
import org.wuyou.store.table.Positions;
import org.wuyou.store.table.TableState;

/** Few rows among which all rows of a filter lie, found by an index. */
final class Candidates {
  static final long UNKNOWN = Long.MAX_VALUE;
  private static final int MOST_VALUES = 256;

  private Candidates() {}

  /** How many rows {@link #collect} would give, or {@link #UNKNOWN} if no index serves. */
  static long estimate(Filter filter) {
    return switch (filter) {
      case Filter.Joined joined -> estimate(joined);
      case FieldFilter field -> estimate(field);
      default -> UNKNOWN;
    };
  }

  private static long estimate(Filter.Joined joined) {
    long best = joined.all ? UNKNOWN : 0;
    for (Filter part : joined.parts) {
      long one = estimate(part);
      if (joined.all) {
        best = Math.min(best, one);
      } else if (one == UNKNOWN) {
        return UNKNOWN;
      } else {
        best += one;
      }
    }
    return best;
  }

  private static long estimate(FieldFilter filter) {
    long[] values = values(filter);
    Path path = filter.path;
    if (values == null) {
      return UNKNOWN;
    }
    if (path.hops() == 0) {
      long sum = 0;
      for (long value : values) {
        sum += countIn(path, value);
      }
      return sum;
    }
    // The cost of the way back is not known before it is walked; only narrow ends are worth it.
    long ends = 0;
    for (long value : values) {
      ends += countIn(path, value);
    }
    if (ends > 64) {
      return UNKNOWN;
    }
    int[] positions = ends(path, values);
    for (int hop = path.hops() - 1; hop > 0; hop--) {
      positions = back(path, hop, positions);
    }
    long sum = 0;
    for (int position : positions) {
      sum += path.table(0).referencesBy(path.column(0)).count(position);
    }
    return sum;
  }

  /** The values that the filter allows, if they are few and an index knows them; else null. */
  private static long @org.jspecify.annotations.Nullable [] values(FieldFilter filter) {
    Path path = filter.path;
    boolean served =
        path.isId()
            || path.column().reference()
            || path.last().layout().uniqueAlone(path.lastColumn()) >= 0
            || path.last().layout().indexed(path.lastColumn());
    if (!served) {
      return null;
    }
    return switch (filter) {
      case FieldFilter.Range range -> {
        if (range.low > range.high) {
          yield new long[0];
        }
        long width = range.high - range.low;
        yield width >= 0 && width < MOST_VALUES
            ? java.util.stream.LongStream.rangeClosed(range.low, range.high).toArray()
            : null;
      }
      case FieldFilter.Codes one ->
          one.codes.cardinality() > MOST_VALUES
              ? null
              : one.codes.stream().asLongStream().toArray();
      case FieldFilter.OneOf one -> one.sorted.length > 4 * MOST_VALUES ? null : one.sorted;
    };
  }

  private static long countIn(Path path, long value) {
    TableState table = path.last();
    int column = path.lastColumn();
    if (path.isId()) {
      return 1;
    }
    if (path.column().reference()) {
      return table.referencesBy(column).count((int) value);
    }
    return table.layout().uniqueAlone(column) >= 0 ? 1 : table.postingCount(column, value);
  }

  /** Positions among which all rows of the filter lie, ascending, each once. */
  static int[] collect(Filter filter) {
    return switch (filter) {
      case Filter.Joined joined -> joined.all ? narrowest(joined) : union(joined);
      case FieldFilter field -> {
        long[] values = values(field);
        if (values == null) {
          throw new IllegalStateException("no index serves the filter");
        }
        int[] positions = ends(field.path, values);
        for (int hop = field.path.hops() - 1; hop >= 0; hop--) {
          positions = back(field.path, hop, positions);
        }
        yield positions;
      }
      default -> throw new IllegalStateException("no index serves the filter");
    };
  }

  private static int[] narrowest(Filter.Joined joined) {
    Filter best = joined.parts.getFirst();
    long least = UNKNOWN;
    for (Filter part : joined.parts) {
      long one = estimate(part);
      if (one < least) {
        least = one;
        best = part;
      }
    }
    return collect(best);
  }

  private static int[] union(Filter.Joined joined) {
    Positions all = new Positions(64);
    for (Filter part : joined.parts) {
      for (int position : collect(part)) {
        all.add(position);
      }
    }
    return distinct(all.toArray());
  }

  private static int[] ends(Path path, long[] values) {
    TableState table = path.last();
    int column = path.lastColumn();
    Positions found = new Positions(64);
    for (long value : values) {
      if (path.isId()) {
        if (value >= 1 && value <= table.limit() && table.live((int) (value - 1))) {
          found.add((int) (value - 1));
        }
      } else if (path.column().reference()) {
        for (int source : table.referencesBy(column).sources((int) value)) {
          found.add(source);
        }
      } else if (table.layout().uniqueAlone(column) >= 0) {
        int position = table.find(table.layout().uniqueAlone(column), new long[] {value});
        if (position >= 0) {
          found.add(position);
        }
      } else {
        table.collect(column, value, found);
      }
    }
    return values.length == 1 ? found.toArray() : distinct(found.toArray());
  }

  private static int[] back(Path path, int hop, int[] targets) {
    Positions found = new Positions(64);
    for (int target : targets) {
      for (int source : path.table(hop).referencesBy(path.column(hop)).sources(target)) {
        found.add(source);
      }
    }
    return targets.length == 1 ? found.toArray() : distinct(found.toArray());
  }

  private static int[] distinct(int[] positions) {
    Arrays.sort(positions);
    int used = 0;
    for (int i = 0; i < positions.length; i++) {
      if (i == 0 || positions[i] != positions[i - 1]) {
        positions[used++] = positions[i];
      }
    }
    return Arrays.copyOf(positions, used);
  }

  /** Positions of all rows for which the filter is true, ascending. */
  static int[] matching(Filter filter) {
    TableState table = filter.table();
    Positions found = new Positions(64);
    if (estimate(filter) <= Math.max(64, table.size() / 16)) {
      for (int position : collect(filter)) {
        if (filter.test(position) == Filter.TRUE) {
          found.add(position);
        }
      }
    } else {
      filter.collect(found);
    }
    return found.toArray();
  }
}
