package org.wuyou.spi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

  /** {@code severity} ERROR refuses the change; WARNING lets it pass and is told to the caller. */
  record Fault(Severity severity, String code, String field, Label message) {}

  enum Severity {
    ERROR,
    WARNING
  }
}
