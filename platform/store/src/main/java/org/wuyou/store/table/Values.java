package org.wuyou.store.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.wuyou.spi.model.ValueType;
import org.wuyou.spi.value.Money;

/** How the Java form of a value stands as a number or a text in a column. */
public final class Values {
  public static final int PERCENT_SCALE = 6;

  private Values() {}

  /** Decimals kept by the type; 0 for whole numbers. */
  public static int scale(ValueType type) {
    return switch (type) {
      case ValueType.Decimal d -> d.scale();
      case ValueType.Percent p -> PERCENT_SCALE;
      case ValueType.MoneyAmount m -> 2;
      default -> 0;
    };
  }

  /**
   * The number of a value that is neither text nor reference.
   *
   * @throws ArithmeticException if it has more decimals than the type keeps, or is too large
   * @throws ClassCastException if it is not in the type's Java form
   */
  public static long number(ValueType type, Object value) {
    return switch (type) {
      case ValueType.Bool b -> (Boolean) value ? 1 : 0;
      case ValueType.Int i -> (Integer) value;
      case ValueType.Decimal d ->
          decimal(value)
              .setScale(d.scale(), RoundingMode.UNNECESSARY)
              .unscaledValue()
              .longValueExact();
      case ValueType.Percent p ->
          decimal(value)
              .setScale(PERCENT_SCALE, RoundingMode.UNNECESSARY)
              .unscaledValue()
              .longValueExact();
      case ValueType.MoneyAmount m -> ((Money) value).fen();
      case ValueType.Date date -> ((LocalDate) value).toEpochDay();
      case ValueType.Month m ->
          ((YearMonth) value).getLong(java.time.temporal.ChronoField.PROLEPTIC_MONTH);
      case ValueType.Timestamp t -> ((Instant) value).toEpochMilli();
      case ValueType.Reference r -> throw notNumber(type);
      case ValueType.Text t -> throw notNumber(type);
      case ValueType.Code c -> throw notNumber(type);
      case ValueType.Enumeration e -> throw notNumber(type);
      case ValueType.Inverse i -> throw notNumber(type);
      case ValueType.Computed c -> throw notNumber(type);
    };
  }

  private static BigDecimal decimal(Object value) {
    return value instanceof Integer whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
  }

  /** The Java form of a number that is not a reference. */
  public static Object value(ValueType type, long number) {
    return switch (type) {
      case ValueType.Bool b -> number != 0;
      case ValueType.Int i -> (int) number;
      case ValueType.Decimal d -> BigDecimal.valueOf(number, d.scale());
      case ValueType.Percent p -> plain(BigDecimal.valueOf(number, PERCENT_SCALE));
      case ValueType.MoneyAmount m -> new Money(number);
      case ValueType.Date date -> LocalDate.ofEpochDay(number);
      case ValueType.Month m ->
          YearMonth.of((int) Math.floorDiv(number, 12), (int) Math.floorMod(number, 12) + 1);
      case ValueType.Timestamp t -> Instant.ofEpochMilli(number);
      case ValueType.Reference r -> throw notNumber(type);
      case ValueType.Text t -> throw notNumber(type);
      case ValueType.Code c -> throw notNumber(type);
      case ValueType.Enumeration e -> throw notNumber(type);
      case ValueType.Inverse i -> throw notNumber(type);
      case ValueType.Computed c -> throw notNumber(type);
    };
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static IllegalStateException notNumber(ValueType type) {
    return new IllegalStateException(type + " is not kept as a number of its own");
  }

  /** One element of a list as a text; references are given as their identity. */
  public static String element(ValueType type, Object value) {
    return switch (type) {
      case ValueType.Text t -> (String) value;
      case ValueType.Code c -> (String) value;
      case ValueType.Enumeration e -> (String) value;
      case ValueType.Reference r -> Long.toString((Long) value);
      default -> Long.toString(number(type, value));
    };
  }

  /** Back from {@link #element}; references as their identity. */
  public static Object elementValue(ValueType type, String element) {
    return switch (type) {
      case ValueType.Text t -> element;
      case ValueType.Code c -> element;
      case ValueType.Enumeration e -> element;
      case ValueType.Reference r -> Long.valueOf(element);
      default -> value(type, Long.parseLong(element));
    };
  }
}
