package org.wuyou.spi.model;

/**
 * The type of a stored value. The Java value that stands for it, everywhere in this SPI, is given
 * per type; a missing value is {@code null} and never a zero or an empty text.
 */
public sealed interface ValueType {
  /** {@link String}. */
  record Text() implements ValueType {}

  /** {@link Boolean}. */
  record Bool() implements ValueType {}

  /** {@link Integer}. */
  record Int() implements ValueType {}

  /** {@link java.math.BigDecimal} with at most {@code scale} decimals. */
  record Decimal(int scale) implements ValueType {}

  /** {@link org.wuyou.spi.value.Money}, an exact amount of CNY in whole fen. */
  record MoneyAmount() implements ValueType {}

  /** {@link java.math.BigDecimal} in percent (19.996 means 19.996 %), at most six decimals. */
  record Percent() implements ValueType {}

  /** {@link java.time.LocalDate}. */
  record Date() implements ValueType {}

  /** {@link java.time.YearMonth}. */
  record Month() implements ValueType {}

  /** {@link java.time.Instant}, milliseconds. */
  record Timestamp() implements ValueType {}

  /** {@link String} holding a code whose spelling {@code kind} has checked. */
  record Code(Kind kind) implements ValueType {
    public enum Kind {
      USCC,
      DIVISION,
      INDUSTRY
    }
  }

  /** {@link String}, the name of one of the values of the named {@link EnumType}. */
  record Enumeration(String enumName) implements ValueType {}

  /**
   * Reads as the {@link org.wuyou.spi.data.Row} referred to; written as {@link
   * org.wuyou.spi.data.RowKey}.
   */
  record Reference(String entity) implements ValueType {}

  /** Not stored: the rows of {@code entity} whose reference {@code field} points here. */
  record Inverse(String entity, String field) implements ValueType {}

  /** Not stored: computed by a plugin; {@code sdlType} is the type as written in the SDL. */
  record Computed(String sdlType) implements ValueType {}
}
