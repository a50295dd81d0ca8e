package org.wuyou.store.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Selection;
import org.wuyou.spi.model.ValueType;
import org.wuyou.store.table.Positions;
import org.wuyou.store.table.Runs;
import org.wuyou.store.table.TableState;

/**
 * Finds one page. By a sorted run when the order is one column and either that column or an
 * equality is indexed; by an index and a bounded heap when few rows can match; else by reading all
 * rows.
 */
record Selector(Conditions conditions, TableState table) {
  /** Below this many rows sorting them is cheaper than keeping them sorted. */
  private static final int SMALL = 32;

  Window.Found select(Selection selection) {
    RowOrder order = order(selection);
    Filter filter = conditions.filter(table, selection.where());
    long estimate = Candidates.estimate(filter);
    if (estimate > SMALL && !selection.order().isEmpty()) {
      Window.Found found = byRun(selection, order, filter, estimate);
      if (found != null) {
        return found;
      }
    }
    if (selection.order().isEmpty() && estimate > table.size() / 16) {
      return new IdentityWalk(filter, selection).find();
    }
    return offer(Candidates.matching(filter), selection, order);
  }

  /** The page of the given rows that satisfy the selection. */
  Window.Found among(int[] positions, Selection selection) {
    Filter filter = conditions.filter(table, selection.where());
    Positions found = new Positions(positions.length);
    for (int position : positions) {
      if (filter.test(position) == Filter.TRUE) {
        found.add(position);
      }
    }
    return offer(found.toArray(), selection, order(selection));
  }

  RowOrder order(Selection selection) {
    RowOrder order = RowOrder.of(conditions, table, selection.order());
    Selection.Cursor after = selection.after();
    Selection.Cursor before = selection.before();
    if (after != null) {
      order.check(after);
    }
    if (before != null) {
      order.check(before);
    }
    return order;
  }

  private static Window.Found offer(int[] positions, Selection selection, RowOrder order) {
    Window window = new Window(order, selection, positions.length);
    for (int position : positions) {
      window.offer(position);
    }
    return window.found();
  }

  private Window.@Nullable Found byRun(
      Selection selection, RowOrder order, Filter filter, long estimate) {
    Selection.Order first = selection.order().getFirst();
    if (selection.order().size() > 1 && !selection.order().get(1).field().equals("id")
        || selection.order().size() == 2 && selection.order().get(1).descending()
        || first.field().contains(".")
        || first.field().equals("id")) {
      return null;
    }
    int column = table.layout().column(first.field());
    if (table.layout().at(column).type() instanceof ValueType.Enumeration) {
      return null;
    }
    List<Filter> parts =
        filter instanceof Filter.Joined joined && joined.all ? joined.parts : List.of(filter);
    Equality equality = Equality.best(parts);
    boolean whole = table.layout().declaration().field(first.field()).indexed();
    if (equality == null && !(whole && estimate > table.size() / 16)) {
      return null;
    }
    if (equality != null && equality.count() > 4 * estimate) {
      return null;
    }
    Runs.Key key =
        new Runs.Key(
            equality == null ? -1 : equality.column(),
            equality == null ? 0 : equality.value(),
            column,
            first.descending());
    Supplier<int[]> rows =
        () ->
            equality == null
                ? Candidates.matching(new Filter.All(table))
                : Candidates.collect(equality.filter());
    Runs.Run run = table.runs().get(table, key, rows);
    return new RunWalk(table, run, column, first.descending(), order, selection)
        .find(rest(parts, equality, column));
  }

  /** What is left to ask of the rows of a run; a range of its column bounds the run instead. */
  private RunWalk.Rest rest(List<Filter> parts, @Nullable Equality equality, int column) {
    List<Filter> rest = new ArrayList<>();
    List<FieldFilter.Range> bounds = new ArrayList<>();
    for (Filter part : parts) {
      if (part instanceof FieldFilter.Range range
          && range.path.hops() == 0
          && range.path.lastColumn() == column) {
        bounds.add(range);
      } else if (equality == null || part != equality.filter()) {
        rest.add(part);
      }
    }
    boolean everything = rest.isEmpty() || rest.stream().allMatch(Filter.All.class::isInstance);
    return new RunWalk.Rest(bounds, everything ? null : new Filter.Joined(table, true, rest));
  }

  /** An equality that an index of the table answers. */
  record Equality(FieldFilter filter, int column, long value, long count) {
    static @Nullable Equality best(List<Filter> parts) {
      Equality best = null;
      for (Filter part : parts) {
        if (part instanceof FieldFilter field && field.path.hops() == 0 && !field.path.isId()) {
          Long value = single(field);
          long count = value == null ? Candidates.UNKNOWN : Candidates.estimate(field);
          if (value != null && count < Candidates.UNKNOWN && (best == null || count < best.count)) {
            best = new Equality(field, field.path.lastColumn(), value, count);
          }
        }
      }
      return best;
    }

    private static @Nullable Long single(FieldFilter filter) {
      return switch (filter) {
        case FieldFilter.Range range -> range.low == range.high ? range.low : null;
        case FieldFilter.Codes codes ->
            codes.codes.cardinality() == 1 ? (Long) (long) codes.codes.nextSetBit(0) : null;
        case FieldFilter.OneOf one -> one.sorted.length == 1 ? (Long) one.sorted[0] : null;
      };
    }
  }
}
