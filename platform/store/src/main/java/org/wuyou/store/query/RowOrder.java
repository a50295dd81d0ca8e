package org.wuyou.store.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Selection;
import org.wuyou.store.column.DictionaryView;
import org.wuyou.store.table.TableState;
import org.wuyou.store.table.Values;

/** The total order of a selection: its keys, missing values last, then identity. */
final class RowOrder {
  private final List<Key> keys;

  private RowOrder(List<Key> keys) {
    this.keys = keys;
  }

  static RowOrder of(Conditions conditions, TableState table, List<Selection.Order> orders) {
    List<Key> keys = new ArrayList<>();
    for (Selection.Order order : orders) {
      Path path = conditions.path(table, order.field());
      DictionaryView texts = path.coded() ? path.last().dictionary(path.lastColumn()) : null;
      keys.add(
          new Key(
              conditions,
              path,
              texts,
              Conditions.ordinals(conditions.model(), path),
              order.descending()));
    }
    return new RowOrder(keys);
  }

  int compare(int left, int right) {
    for (Key key : keys) {
      int order = key.compare(left, right);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left, right);
  }

  int compare(int position, Selection.Cursor cursor) {
    for (int i = 0; i < keys.size(); i++) {
      int order = keys.get(i).compare(position, cursor.values().get(i));
      if (order != 0) {
        return order;
      }
    }
    return Long.compare(position + 1L, cursor.id());
  }

  Selection.Cursor cursor(int position) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Key key : keys) {
      values.add(key.value(position));
    }
    return new Selection.Cursor(values, position + 1L);
  }

  void check(Selection.Cursor cursor) {
    if (cursor.values().size() != keys.size()) {
      throw new IllegalArgumentException("the cursor is of another order: " + cursor.values());
    }
  }

  private record Key(
      Conditions conditions,
      Path path,
      @Nullable DictionaryView texts,
      long[] ordinals,
      boolean descending) {

    int compare(int left, int right) {
      boolean leftMissing = path.isNull(left);
      boolean rightMissing = path.isNull(right);
      if (leftMissing || rightMissing) {
        return Boolean.compare(leftMissing, rightMissing);
      }
      long a = path.longAt(left);
      long b = path.longAt(right);
      int order;
      if (texts == null) {
        order = Long.compare(a, b);
      } else if (ordinals.length > 0) {
        order = Long.compare(ordinals[(int) a], ordinals[(int) b]);
      } else {
        order = texts.compare((int) a, (int) b);
      }
      return descending ? -order : order;
    }

    int compare(int position, @Nullable Object value) {
      boolean missing = path.isNull(position);
      if (missing || value == null) {
        return Boolean.compare(missing, value == null);
      }
      long own = path.longAt(position);
      int order;
      if (texts == null) {
        order = Long.compare(own, number(value));
      } else if (ordinals.length > 0) {
        order =
            Long.compare(
                ordinals[(int) own], Conditions.ordinal(conditions.model(), path, (String) value));
      } else {
        order = texts.compare((int) own, ((String) value).getBytes(StandardCharsets.UTF_8));
      }
      return descending ? -order : order;
    }

    private long number(Object value) {
      if (path.isId()) {
        return ((Number) value).longValue();
      }
      if (path.column().reference()) {
        return (value instanceof Row row ? row.id() : ((Number) value).longValue()) - 1;
      }
      return Values.number(path.column().type(), value);
    }

    /** As a cursor keeps it: references by their identity, lists in their stored form. */
    @Nullable Object value(int position) {
      if (path.isNull(position)) {
        return null;
      }
      long own = path.longAt(position);
      if (texts != null) {
        return texts.text((int) own);
      }
      if (path.isId()) {
        return own;
      }
      return path.column().reference()
          ? (Object) (own + 1)
          : Values.value(path.column().type(), own);
    }
  }
}
