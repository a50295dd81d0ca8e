package org.wuyou.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;

/** A module's own rule on the rows of an entity, beside what the SDL declares. */
@FunctionalInterface
public interface RowCheck {
  /**
   * All that is wrong with the row as it would be.
   *
   * @param values the whole row as it would be, in Java form ({@code RowKey} for changed
   *     references)
   * @param before the state before the transaction
   */
  List<Fault> check(Map<String, @Nullable Object> values, Snapshot before);

  /**
   * What the module derives from the rest of the row: put into the row before it is checked and
   * stored. Must give the same answer for the same row, so that writing a row again changes
   * nothing.
   *
   * @param values as in {@link #check}
   */
  default Map<String, @Nullable Object> complete(
      Map<String, @Nullable Object> values, Snapshot before) {
    return Map.of();
  }

  /**
   * The row that a reference among the values names, if it was there before the transaction.
   *
   * @param value of a reference field: a row, a key, or missing
   */
  static Optional<Row> referred(String entity, @Nullable Object value, Snapshot before) {
    return switch (value) {
      case Row row -> Optional.of(row);
      case RowKey key -> before.find(entity, key);
      case null, default -> Optional.empty();
    };
  }

  /** {@code severity} ERROR refuses the change; WARNING lets it pass and is told to the caller. */
  record Fault(Severity severity, String code, String field, Label message) {}

  enum Severity {
    ERROR,
    WARNING
  }
}
