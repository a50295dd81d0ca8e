package org.wuyou.store.table;

import org.jspecify.annotations.Nullable;

/**
 * One row as a transaction leaves it. A cell is a {@link Long} (numbers, positions of references),
 * a {@link String} (coded columns) or null.
 *
 * @param version 0 for a removed row, whose cells are all null
 */
public record RowImage(int position, long version, @Nullable Object[] cells) {
  public boolean live() {
    return version > 0;
  }

  public static RowImage removed(int position, int columns) {
    return new RowImage(position, 0, new @Nullable Object[columns]);
  }
}
