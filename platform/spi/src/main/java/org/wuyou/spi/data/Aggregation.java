package org.wuyou.spi.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures over the rows that satisfy a condition, per group. */
public record Aggregation(Condition where, List<GroupBy> groupBy, List<Measure> measures) {
  public Aggregation {
    groupBy = List.copyOf(groupBy);
    measures = List.copyOf(measures);
  }

  /** Groups by the value at a path, or by the coarser value that contains it. */
  public record GroupBy(String field, Grain grain) {}

  public enum Grain {
    /** The value itself. */
    VALUE,
    /** Divisions: first two, four digits (rest 0). */
    PROVINCE,
    CITY,
    /** Industry codes: section letter, two, three digits. */
    SECTION,
    DIVISION,
    GROUP,
    /** Dates and months. */
    YEAR,
    MONTH
  }

  /**
   * A figure.
   *
   * @param field path of the number; null for {@code COUNT} and {@code SHARE}
   * @param where for {@code SHARE}: the rows counted above the line; for the others a further
   *     filter, or null
   */
  public record Measure(Kind kind, @Nullable String field, @Nullable Condition where) {}

  public enum Kind {
    /** Rows, as {@link Long}. */
    COUNT,
    /** Different values, as {@link Long}. */
    COUNT_DISTINCT,
    /**
     * In the Java form of the field's type ({@link Long} for integers); null if no row has a value.
     */
    SUM,
    MIN,
    MAX,
    /** {@link java.math.BigDecimal} (money in yuan), 34 digits; null if no row has a value. */
    AVG,
    /** Rows satisfying {@code where} over rows of the group: {@link Share}. */
    SHARE
  }

  /** An exact share: never rounded before it is compared. */
  public record Share(long numerator, long denominator) {}
}
