package org.wuyou.policy.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Unit;

/**
 * A figure that is compared exactly: a number, or an average yearly rate whose root need not be
 * drawn to compare it.
 *
 * @param exact the number itself; for a rate, the last figure over the first
 * @param years 0 for a number, else over how many years the rate compounds
 */
public record Quantity(Exact exact, int years) {
  public static Quantity of(Exact number) {
    return new Quantity(number, 0);
  }

  public int compareTo(Exact bound) {
    return years == 0
        ? exact.compareTo(bound)
        : exact.compareTo(bound.plus(Exact.ONE).power(years));
  }

  /** Exact where the number ends within 34 digits; a root is given to 34 digits. */
  public BigDecimal decimal() {
    return number().decimal();
  }

  public String shown(Unit unit) {
    return unit.shown(number());
  }

  public Exact number() {
    return switch (years) {
      case 0 -> exact;
      case 1 -> exact.minus(Exact.ONE);
      default -> Exact.of(root(exact.decimal(), years).subtract(BigDecimal.ONE));
    };
  }

  private static BigDecimal root(BigDecimal value, int degree) {
    if (value.signum() <= 0) {
      return BigDecimal.ZERO;
    }
    MathContext digits = new MathContext(40);
    BigDecimal guess = BigDecimal.valueOf(Math.pow(value.doubleValue(), 1.0 / degree));
    BigDecimal n = BigDecimal.valueOf(degree);
    // Newton doubles the digits each time: 15, 30, 60.
    for (int step = 0; step < 3; step++) {
      BigDecimal power = guess.pow(degree - 1, digits);
      guess =
          guess
              .multiply(n.subtract(BigDecimal.ONE))
              .add(value.divide(power, digits))
              .divide(n, digits);
    }
    return guess.round(MathContext.DECIMAL128);
  }
}
