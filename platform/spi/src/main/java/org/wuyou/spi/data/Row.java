package org.wuyou.spi.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.value.Money;

/**
 * One row of one snapshot: a light handle (table and position) that reads the columns when asked.
 */
public record Row(Table table, int position) {
  public String entity() {
    return table.type().name();
  }

  /** Identity within the entity. */
  public long id() {
    return table.idAt(position);
  }

  /** Counts the changes of this row, from 1; the optimistic version of updates. */
  public long version() {
    return table.versionAt(position);
  }

  /**
   * The stored value in the Java form of the field's {@link org.wuyou.spi.model.ValueType}; null if
   * missing.
   */
  public @Nullable Object value(String field) {
    return table.valueAt(position, table.column(field));
  }

  public @Nullable String text(String field) {
    return (String) value(field);
  }

  public @Nullable Boolean bool(String field) {
    return (Boolean) value(field);
  }

  public @Nullable Integer integer(String field) {
    return (Integer) value(field);
  }

  public @Nullable Money money(String field) {
    return (Money) value(field);
  }

  public @Nullable BigDecimal decimal(String field) {
    return (BigDecimal) value(field);
  }

  public @Nullable LocalDate date(String field) {
    return (LocalDate) value(field);
  }

  /** The row a reference points to, or null. */
  public @Nullable Row reference(String field) {
    return (Row) value(field);
  }

  /** The rows of an inverse field, in order of creation. */
  public List<Row> related(String inverseField) {
    return table.related(position, inverseField);
  }
}
