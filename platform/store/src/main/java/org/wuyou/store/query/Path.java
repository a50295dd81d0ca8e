package org.wuyou.store.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wuyou.store.table.Column;
import org.wuyou.store.table.TableState;

/**
 * A stored field of a table, or of a row that its references lead to. The last name may be {@code
 * id}, the row's identity.
 */
final class Path {
  private static final int ID = -1;

  private final TableState[] tables;
  private final int[] columns;

  private Path(List<TableState> tables, List<Integer> columns) {
    this.tables = tables.toArray(TableState[]::new);
    this.columns = columns.stream().mapToInt(i -> i).toArray();
  }

  static Path of(Map<String, TableState> states, TableState root, String path) {
    List<TableState> tables = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    TableState table = root;
    String[] names = path.split("\\.", -1);
    for (int i = 0; i < names.length; i++) {
      tables.add(table);
      if (i == names.length - 1 && names[i].equals("id")) {
        columns.add(ID);
        break;
      }
      int column = table.layout().column(names[i]);
      columns.add(column);
      if (i < names.length - 1) {
        String target =
            table.layout().at(column).reference() ? table.layout().at(column).target() : null;
        TableState next = target == null ? null : states.get(target);
        if (next == null) {
          throw new IllegalArgumentException(
              names[i] + " in " + path + " is not a reference of " + table.layout().entity());
        }
        table = next;
      }
    }
    return new Path(tables, columns);
  }

  /** How many references are followed. */
  int hops() {
    return columns.length - 1;
  }

  TableState table(int hop) {
    return tables[hop];
  }

  /** Column of the n-th step; the last is the field itself. */
  int column(int hop) {
    return columns[hop];
  }

  TableState last() {
    return tables[tables.length - 1];
  }

  int lastColumn() {
    return columns[columns.length - 1];
  }

  boolean isId() {
    return lastColumn() == ID;
  }

  boolean coded() {
    return !isId() && column().coded();
  }

  Column column() {
    return last().layout().at(lastColumn());
  }

  /** Position of the row that holds the field, or -1 if a reference on the way is missing. */
  int position(int root) {
    int position = root;
    for (int i = 0; i < columns.length - 1; i++) {
      if (tables[i].isNull(position, columns[i])) {
        return -1;
      }
      position = (int) tables[i].longAt(position, columns[i]);
    }
    return position;
  }

  boolean isNull(int root) {
    int position = position(root);
    return position < 0 || (!isId() && last().isNull(position, lastColumn()));
  }

  /** Undefined where {@link #isNull}. */
  long longAt(int root) {
    int position = position(root);
    return isId() ? position + 1L : position < 0 ? 0 : last().longAt(position, lastColumn());
  }
}
