package org.wuyou.store.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.model.Model;
import org.wuyou.store.table.Column;
import org.wuyou.store.table.TableState;
import org.wuyou.store.table.Values;

/** All tables as one transaction sees them; nothing leaves it until the transaction is accepted. */
final class Draft {
  private final Model model;
  private final Map<String, TableState> states;
  private final Map<String, DraftTable> tables = new LinkedHashMap<>();

  Draft(Model model, Map<String, TableState> states) {
    this.model = model;
    this.states = states;
  }

  Model model() {
    return model;
  }

  /** Every table kept, also those of absent modules. */
  Map<String, TableState> states() {
    return states;
  }

  /** The table of an entity of the model; a programming error if there is none. */
  DraftTable table(String entity) {
    model.entity(entity);
    return kept(entity);
  }

  DraftTable kept(String entity) {
    return tables.computeIfAbsent(
        entity, name -> new DraftTable(Objects.requireNonNull(states.get(name), name)));
  }

  /** The tables changed. */
  Map<String, DraftTable> touched() {
    Map<String, DraftTable> touched = new LinkedHashMap<>(tables);
    touched.values().removeIf(table -> !table.touched());
    return touched;
  }

  /** Position of the live row, or -1. */
  int find(String entity, RowKey key) {
    DraftTable table = table(entity);
    return switch (key) {
      case RowKey.ById byId -> findById(table, byId.id());
      case RowKey.ByKey byKey -> findByKey(table, byKey.values());
    };
  }

  private static int findById(DraftTable table, long id) {
    return id >= 1 && id <= table.limit() && table.live((int) (id - 1)) ? (int) (id - 1) : -1;
  }

  private int findByKey(DraftTable table, List<Object> values) {
    if (!table.layout().keyed()) {
      return -1;
    }
    List<Integer> columns = table.layout().uniques().getFirst();
    if (columns.size() != values.size()) {
      throw new IllegalArgumentException(
          table.layout().entity()
              + " is identified by "
              + columns.size()
              + " values, not "
              + values);
    }
    List<@Nullable Object> cells = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Object cell = cell(table.layout().at(columns.get(i)), values.get(i));
      if (cell == null) {
        return -1;
      }
      cells.add(cell);
    }
    return table.findKey(cells);
  }

  /** The cell of a value taken for good; null if it is a reference to nothing. */
  private @Nullable Object cell(Column column, Object value) {
    if (column.coded()) {
      return value;
    }
    String target = column.target();
    if (target == null) {
      return Values.number(column.type(), value);
    }
    int position = find(target, key(value));
    return position < 0 ? null : (Object) (long) position;
  }

  static RowKey key(Object value) {
    return value instanceof Row row ? RowKey.id(row.id()) : (RowKey) value;
  }
}
