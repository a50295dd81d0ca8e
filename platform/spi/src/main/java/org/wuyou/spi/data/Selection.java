package org.wuyou.spi.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page wanted: the rows after {@code after} (or, going backward, before {@code before}) in the
 * given order. Equal rows are ordered by identity, so the order is total and cursors are stable.
 *
 * @param limit most rows to give, at least 0
 * @param backward the last rows of the range instead of the first; they still come in forward order
 */
public record Selection(
    Condition where,
    List<Order> order,
    int limit,
    boolean backward,
    @Nullable Cursor after,
    @Nullable Cursor before) {
  public Selection {
    order = List.copyOf(order);
    if (limit < 0) {
      throw new IllegalArgumentException("limit " + limit);
    }
  }

  public static Selection first(int limit, Condition where, Order... order) {
    return new Selection(where, List.of(order), limit, false, null, null);
  }

  /** A path of a stored field, or {@code id}; missing values come last in both directions. */
  public record Order(String field, boolean descending) {}

  /** Where a page ended: the values ordered by (null where missing) and the identity of the row. */
  public record Cursor(List<@Nullable Object> values, long id) {
    public Cursor {
      values = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(values));
    }
  }
}
