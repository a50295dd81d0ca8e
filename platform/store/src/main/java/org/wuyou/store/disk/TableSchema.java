package org.wuyou.store.disk;

import java.util.List;
import org.wuyou.store.table.Column;

/**
 * What is kept of a table besides its rows.
 *
 * @param owner the module that declared the entity
 * @param nextNumber the next new column's lasting number; numbers of dropped columns are not used
 *     again
 * @param uniques sets of fields, by name, that the rows are known to share with no other
 */
public record TableSchema(
    String entity, String owner, int nextNumber, List<Column> columns, List<List<String>> uniques) {
  public TableSchema {
    columns = List.copyOf(columns);
    uniques = List.copyOf(uniques);
  }
}
