package org.wuyou.store.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.wuyou.spi.data.Condition.Operator;
import org.wuyou.spi.model.ValueType;
import org.wuyou.store.table.Values;

/**
 * The stored numbers for which a comparison holds; empty when {@code low} is above {@code high}.
 */
record NumberRange(long low, long high) {
  private static final NumberRange NONE = new NumberRange(1, 0);
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  /** Of any operator but {@code NE}, which is the negation of {@code EQ}. */
  static NumberRange of(ValueType type, Operator operator, Object value) {
    BigDecimal exact = exact(type, value);
    BigInteger floor = exact.setScale(0, RoundingMode.FLOOR).toBigInteger();
    boolean whole = exact.stripTrailingZeros().scale() <= 0;
    BigInteger next = floor.add(BigInteger.ONE);
    return switch (operator) {
      case EQ -> whole ? of(floor, floor) : NONE;
      case LE -> of(MIN, floor);
      case LT -> of(MIN, whole ? floor.subtract(BigInteger.ONE) : floor);
      case GT -> of(next, MAX);
      case GE -> of(whole ? floor : next, MAX);
      case NE -> throw new IllegalArgumentException("NE is no range");
    };
  }

  private static NumberRange of(BigInteger low, BigInteger high) {
    BigInteger from = low.max(MIN);
    BigInteger to = high.min(MAX);
    return from.compareTo(to) > 0
        ? NONE
        : new NumberRange(from.longValueExact(), to.longValueExact());
  }

  /** The value in stored units; perhaps finer than these. */
  private static BigDecimal exact(ValueType type, Object value) {
    return switch (value) {
      case BigDecimal decimal -> decimal.scaleByPowerOfTen(Values.scale(type));
      case Integer whole -> BigDecimal.valueOf(whole).scaleByPowerOfTen(Values.scale(type));
      case Long whole -> BigDecimal.valueOf(whole).scaleByPowerOfTen(Values.scale(type));
      default -> BigDecimal.valueOf(Values.number(type, value));
    };
  }
}
