package org.wuyou.policy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An exact number: a decimal, or the quotient of two. Comparisons never round; only {@link
 * #rounded} does, for people to read.
 */
public final class Exact implements Comparable<Exact> {
  public static final Exact ZERO = new Exact(BigDecimal.ZERO, BigDecimal.ONE);
  public static final Exact ONE = new Exact(BigDecimal.ONE, BigDecimal.ONE);

  /** Chains of quotients longer than this are brought to lowest terms. */
  private static final int LONG = 60;

  private final BigDecimal numerator;

  /** Positive. */
  private final BigDecimal denominator;

  private Exact(BigDecimal numerator, BigDecimal denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  public static Exact of(BigDecimal value) {
    return new Exact(value, BigDecimal.ONE);
  }

  public static Exact of(long value) {
    return of(BigDecimal.valueOf(value));
  }

  /**
   * @throws NumberFormatException if the text is not a plain decimal number
   */
  public static Exact of(String decimal) {
    return of(new BigDecimal(decimal));
  }

  public Exact plus(Exact other) {
    return denominator.equals(other.denominator)
        ? quotient(numerator.add(other.numerator), denominator)
        : quotient(
            numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
            denominator.multiply(other.denominator));
  }

  public Exact minus(Exact other) {
    return plus(other.negated());
  }

  public Exact negated() {
    return new Exact(numerator.negate(), denominator);
  }

  public Exact times(Exact other) {
    return quotient(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * @throws ArithmeticException if {@code other} is zero
   */
  public Exact dividedBy(Exact other) {
    if (other.isZero()) {
      throw new ArithmeticException("division by zero");
    }
    BigDecimal below = denominator.multiply(other.numerator);
    BigDecimal above = numerator.multiply(other.denominator);
    return below.signum() < 0 ? quotient(above.negate(), below.negate()) : quotient(above, below);
  }

  public Exact power(int exponent) {
    return quotient(numerator.pow(exponent), denominator.pow(exponent));
  }

  public boolean isZero() {
    return numerator.signum() == 0;
  }

  public int signum() {
    return numerator.signum();
  }

  private static Exact quotient(BigDecimal numerator, BigDecimal denominator) {
    return denominator.precision() > LONG
        ? lowestTerms(numerator, denominator)
        : new Exact(numerator, denominator);
  }

  private static Exact lowestTerms(BigDecimal numerator, BigDecimal denominator) {
    int scale = Math.max(0, Math.max(numerator.scale(), denominator.scale()));
    BigInteger above = numerator.setScale(scale).unscaledValue();
    BigInteger below = denominator.setScale(scale).unscaledValue();
    BigInteger common = above.gcd(below);
    return new Exact(new BigDecimal(above.divide(common)), new BigDecimal(below.divide(common)));
  }

  @Override
  public int compareTo(Exact other) {
    return denominator.equals(other.denominator)
        ? numerator.compareTo(other.numerator)
        : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** Half-up to that many decimals: what a screen shows, never what a rule compares. */
  public BigDecimal rounded(int decimals) {
    return numerator.divide(denominator, decimals, RoundingMode.HALF_UP);
  }

  /** Without superfluous zeros; quotients that do not end are given to 34 digits. */
  public BigDecimal decimal() {
    BigDecimal value = numerator.divide(denominator, MathContext.DECIMAL128).stripTrailingZeros();
    if (denominator.compareTo(BigDecimal.ONE) == 0) {
      value = numerator.stripTrailingZeros();
    }
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Exact exact && compareTo(exact) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(rounded(10).stripTrailingZeros());
  }

  @Override
  public String toString() {
    return decimal().toPlainString();
  }
}
