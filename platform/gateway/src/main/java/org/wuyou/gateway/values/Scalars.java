package org.wuyou.gateway.values;

import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;
import org.wuyou.spi.value.Money;
import org.wuyou.spi.value.Parsed;

/** The scalars of {@code base.graphqls}, read as files are read and written without loss. */
public final class Scalars {
  private static final int DECIMAL_SCALE = 30;
  private static final ValueReader READER = new ValueReader(Model.EMPTY);

  /** All of them, by name. */
  public static final Map<String, GraphQLScalarType> ALL =
      Map.ofEntries(
          scalar("Uscc", text(code(ValueType.Code.Kind.USCC))),
          scalar("DivisionCode", text(code(ValueType.Code.Kind.DIVISION))),
          scalar("IndustryCode", text(code(ValueType.Code.Kind.INDUSTRY))),
          scalar("Money", Scalars::money),
          scalar("Percent", Scalars::percent),
          scalar("Decimal", Scalars::decimal),
          scalar("Date", text(new ValueType.Date())),
          scalar("YearMonth", text(new ValueType.Month())),
          scalar("Timestamp", text(new ValueType.Timestamp())),
          Map.entry("Long", new ScalarCoercing("Long", Scalars::wholeNumber, v -> v).type()));

  private Scalars() {}

  private static Map.Entry<String, GraphQLScalarType> scalar(
      String name, Function<Object, Parsed<Object>> reader) {
    return Map.entry(name, new ScalarCoercing(name, reader, ValueWriter::text).type());
  }

  private static ValueType code(ValueType.Code.Kind kind) {
    return new ValueType.Code(kind);
  }

  private static Function<Object, Parsed<Object>> text(ValueType type) {
    return input ->
        input instanceof String text
            ? READER.read(text, type)
            : Parsed.bad("NOT_A_TEXT", "应以字符串书写。", "It is written as a string.");
  }

  private static Parsed<Object> money(Object input) {
    return switch (number(input)) {
      case BigDecimal amount -> Amounts.exact(amount, Money.Unit.YUAN);
      case null ->
          input instanceof String text
              ? READER.read(text, new ValueType.MoneyAmount())
              : notNumber();
    };
  }

  private static Parsed<Object> percent(Object input) {
    return switch (number(input)) {
      case BigDecimal amount -> ValueReader.decimal(amount, 6);
      case null ->
          input instanceof String text ? READER.read(text, new ValueType.Percent()) : notNumber();
    };
  }

  private static Parsed<Object> decimal(Object input) {
    return switch (number(input)) {
      case BigDecimal amount -> ValueReader.decimal(amount, DECIMAL_SCALE);
      case null ->
          input instanceof String text
              ? READER.read(text, new ValueType.Decimal(DECIMAL_SCALE))
              : notNumber();
    };
  }

  private static Parsed<Object> wholeNumber(Object input) {
    BigDecimal number = number(input);
    try {
      return number == null ? notNumber() : Parsed.ok(number.longValueExact());
    } catch (ArithmeticException notLong) {
      return notNumber();
    }
  }

  private static Parsed<Object> notNumber() {
    return Parsed.bad("NOT_A_NUMBER", "应为数字。", "A number is wanted.");
  }

  private static @org.jspecify.annotations.Nullable BigDecimal number(Object input) {
    return switch (input) {
      case BigDecimal number -> number;
      case BigInteger number -> new BigDecimal(number);
      case Integer number -> BigDecimal.valueOf(number);
      case Long number -> BigDecimal.valueOf(number);
      case Double number when Double.isFinite(number) -> BigDecimal.valueOf(number);
      default -> null;
    };
  }

  /** The names, for those who must not take them. */
  public static List<String> names() {
    return List.copyOf(ALL.keySet());
  }
}
