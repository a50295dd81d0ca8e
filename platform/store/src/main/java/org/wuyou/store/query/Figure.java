package org.wuyou.store.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Aggregation;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.model.ValueType;
import org.wuyou.spi.value.Money;
import org.wuyou.store.table.Values;

/** One measure, added up for all groups at once. Sums are exact, in 128 bits. */
final class Figure {
  private static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_UP);

  private final Aggregation.Measure measure;
  private final @Nullable Path path;
  private final @Nullable Filter where;
  private final long[] ordinals;
  private final Function<String, Table> tables;
  private final long[] whereTrue = new long[Filter.WORDS];
  private final long[] whereFalse = new long[Filter.WORDS];
  private final Map<Integer, Set<Long>> distinct = new HashMap<>();
  private long[] counts = new long[16];
  private long[] low = new long[16];
  private long[] high = new long[16];

  Figure(
      Conditions conditions,
      Filter rows,
      Aggregation.Measure measure,
      Function<String, Table> tables) {
    this.measure = measure;
    this.tables = tables;
    String field = measure.field();
    this.path = field == null ? null : conditions.path(rows.table(), field);
    this.where = measure.where() == null ? null : conditions.filter(rows.table(), measure.where());
    this.ordinals = path == null ? new long[0] : Conditions.ordinals(conditions.model(), path);
    boolean pathless =
        measure.kind() == Aggregation.Kind.COUNT || measure.kind() == Aggregation.Kind.SHARE;
    if (!pathless && path == null || measure.kind() == Aggregation.Kind.SHARE && where == null) {
      throw new IllegalArgumentException(measure.kind() + " lacks its field or condition");
    }
    boolean sums = measure.kind() == Aggregation.Kind.SUM || measure.kind() == Aggregation.Kind.AVG;
    if (sums
        && path != null
        && (path.isId() || !summable(path.column().type()) || path.column().list())) {
      throw new IllegalArgumentException(field + " cannot be summed");
    }
  }

  private static boolean summable(ValueType type) {
    return type instanceof ValueType.Int
        || type instanceof ValueType.Decimal
        || type instanceof ValueType.MoneyAmount
        || type instanceof ValueType.Percent;
  }

  /**
   * Adds the rows of one segment.
   *
   * @param rows bit set of the rows
   * @param groups for each of the rows its group
   */
  void add(int number, long[] rows, int[] groups, int groupCount, SegmentReader reader) {
    reserve(groupCount);
    long[] chosen = rows;
    Filter filter = where;
    if (filter != null) {
      filter.segment(number, whereTrue, whereFalse);
      for (int w = 0; w < whereTrue.length; w++) {
        whereTrue[w] &= rows[w];
      }
      chosen = whereTrue;
    }
    Path read = path;
    if (read == null && filter == null) {
      // A plain count: the rows of the groups are counted anyway.
      return;
    }
    if (read == null) {
      add(chosen, groups);
    } else {
      reader.read(read, number, chosen);
      switch (measure.kind()) {
        case SUM, AVG -> sum(reader.present(), groups, reader.values());
        case COUNT, COUNT_DISTINCT, MIN, MAX, SHARE ->
            each(reader.present(), groups, reader.values());
      }
    }
  }

  private void reserve(int groups) {
    if (groups > counts.length) {
      int capacity = Math.max(groups, counts.length * 2);
      counts = Arrays.copyOf(counts, capacity);
      low = Arrays.copyOf(low, capacity);
      high = Arrays.copyOf(high, capacity);
    }
  }

  private void add(long[] chosen, int[] groups) {
    for (int w = 0; w < chosen.length; w++) {
      for (long rest = chosen[w]; rest != 0; rest &= rest - 1) {
        counts[groups[(w << 6) + Long.numberOfTrailingZeros(rest)]]++;
      }
    }
  }

  private void sum(long[] chosen, int[] groups, long[] values) {
    for (int w = 0; w < chosen.length; w++) {
      for (long rest = chosen[w]; rest != 0; rest &= rest - 1) {
        int row = (w << 6) + Long.numberOfTrailingZeros(rest);
        int group = groups[row];
        long value = values[row];
        long sum = low[group] + value;
        counts[group]++;
        high[group] += (value >> 63) + (Long.compareUnsigned(sum, value) < 0 ? 1 : 0);
        low[group] = sum;
      }
    }
  }

  private void each(long[] chosen, int[] groups, long[] values) {
    for (int w = 0; w < chosen.length; w++) {
      for (long rest = chosen[w]; rest != 0; rest &= rest - 1) {
        int row = (w << 6) + Long.numberOfTrailingZeros(rest);
        add(groups[row], values[row]);
      }
    }
  }

  private void add(int group, long value) {
    boolean first = counts[group]++ == 0;
    switch (measure.kind()) {
      case MIN -> low[group] = first || compare(value, low[group]) < 0 ? value : low[group];
      case MAX -> low[group] = first || compare(value, low[group]) > 0 ? value : low[group];
      case COUNT_DISTINCT -> distinct.computeIfAbsent(group, g -> new HashSet<>()).add(value);
      case COUNT, SUM, AVG, SHARE -> {}
    }
  }

  private int compare(long left, long right) {
    Path own = Objects.requireNonNull(path);
    if (!own.coded()) {
      return Long.compare(left, right);
    }
    return ordinals.length > 0
        ? Long.compare(ordinals[(int) left], ordinals[(int) right])
        : own.last().dictionary(own.lastColumn()).compare((int) left, (int) right);
  }

  /** The figure of a group of so many rows. */
  @Nullable Object value(int group, long rows) {
    reserve(group + 1);
    return switch (measure.kind()) {
      case COUNT -> where == null && path == null ? rows : counts[group];
      case COUNT_DISTINCT -> (long) distinct.getOrDefault(group, Set.of()).size();
      case SHARE -> new Aggregation.Share(counts[group], rows);
      case MIN, MAX -> counts[group] == 0 ? null : java(low[group]);
      case SUM -> counts[group] == 0 ? null : sum(total(group));
      case AVG ->
          counts[group] == 0
              ? null
              : new BigDecimal(total(group), Values.scale(column()))
                  .divide(BigDecimal.valueOf(counts[group]), DIGITS);
    };
  }

  private ValueType column() {
    return Objects.requireNonNull(path).column().type();
  }

  private BigInteger total(int group) {
    BigInteger lower = new BigInteger(Long.toUnsignedString(low[group]));
    return BigInteger.valueOf(high[group]).shiftLeft(64).add(lower);
  }

  private Object sum(BigInteger total) {
    return switch (column()) {
      case ValueType.Int i -> total.longValueExact();
      case ValueType.MoneyAmount m -> new Money(total.longValueExact());
      default -> new BigDecimal(total, Values.scale(column()));
    };
  }

  private Object java(long stored) {
    Path own = Objects.requireNonNull(path);
    if (own.coded()) {
      return own.last().dictionary(own.lastColumn()).text((int) stored);
    }
    if (own.isId()) {
      return stored;
    }
    String target = own.column().target();
    if (target != null) {
      return tables.apply(target).row((int) stored);
    }
    return own.column().type() instanceof ValueType.Int
        ? (Object) stored
        : Values.value(own.column().type(), stored);
  }
}
