package org.wuyou.registry.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An exact quotient: rounded only to be shown, compared without rounding. */
public record Quotient(BigDecimal numerator, BigDecimal denominator) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Quotient {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("denominator " + denominator);
    }
  }

  public static Quotient of(long numerator, long denominator) {
    return new Quotient(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
  }

  /** In percent, half up to six decimals, without superfluous zeros. */
  public BigDecimal percent() {
    BigDecimal percent = rounded(6).stripTrailingZeros();
    return percent.scale() < 0 ? percent.setScale(0) : percent;
  }

  /** In percent with two decimals, half up: for people, never for a comparison. */
  public String shown() {
    return rounded(2).toPlainString();
  }

  /** Whether the exact quotient reaches that many percent. */
  public boolean reaches(BigDecimal percent) {
    return numerator.multiply(HUNDRED).compareTo(percent.multiply(denominator)) >= 0;
  }

  private BigDecimal rounded(int scale) {
    return numerator.multiply(HUNDRED).divide(denominator, scale, RoundingMode.HALF_UP);
  }
}
