package org.wuyou.store.table;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;

/** Finds rows by what people and files call them. */
public final class Keys {
  private Keys() {}

  /** Position of the row, or -1. */
  public static int find(Map<String, TableState> states, TableState table, RowKey key) {
    return switch (key) {
      case RowKey.ById byId -> byId(table, byId.id());
      case RowKey.ByKey byKey ->
          table.layout().keyed() ? find(states, table, 0, byKey.values()) : -1;
    };
  }

  private static int byId(TableState table, long id) {
    return id >= 1 && id <= table.limit() && table.live((int) (id - 1)) ? (int) (id - 1) : -1;
  }

  /** Position of the row whose n-th unique set has these values in Java form, or -1. */
  public static int find(
      Map<String, TableState> states, TableState table, int unique, List<Object> values) {
    List<Integer> columns = table.layout().uniques().get(unique);
    if (columns.size() != values.size()) {
      throw new IllegalArgumentException(
          table.layout().entity()
              + " is identified by "
              + columns.size()
              + " values, not "
              + values);
    }
    long[] encoded = new long[values.size()];
    for (int i = 0; i < encoded.length; i++) {
      Column column = table.layout().at(columns.get(i));
      Object value = values.get(i);
      if (column.coded()) {
        encoded[i] = table.encode(columns.get(i), value);
      } else if (column.reference()) {
        TableState target = Objects.requireNonNull(states.get(column.target()));
        RowKey key = value instanceof Row row ? RowKey.id(row.id()) : (RowKey) value;
        encoded[i] = find(states, target, key);
      } else {
        encoded[i] = Values.number(column.type(), value);
      }
      if (encoded[i] < 0 && (column.coded() || column.reference())) {
        return -1;
      }
    }
    return table.find(unique, encoded);
  }
}
