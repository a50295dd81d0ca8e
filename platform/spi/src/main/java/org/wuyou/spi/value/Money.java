package org.wuyou.spi.value;

import java.math.BigDecimal;

/** An exact amount of CNY in whole fen (分). */
public record Money(long fen) implements Comparable<Money> {
  public static final Money ZERO = new Money(0);

  /** Units in which amounts are written; {@link #yuan} is the worth of one. */
  public enum Unit {
    YUAN("元", 0),
    THOUSAND_YUAN("千元", 3),
    WAN_YUAN("万元", 4),
    YI_YUAN("亿元", 8);

    private final String zh;
    private final int power;

    Unit(String zh, int power) {
      this.zh = zh;
      this.power = power;
    }

    public String zh() {
      return zh;
    }

    /** Ten to this power yuan make one. */
    public int power() {
      return power;
    }
  }

  /**
   * @throws ArithmeticException if the amount is finer than one fen or beyond the range of a long
   */
  public static Money of(BigDecimal amount, Unit unit) {
    return new Money(amount.scaleByPowerOfTen(unit.power() + 2).longValueExact());
  }

  public static Money yuan(BigDecimal amount) {
    return of(amount, Unit.YUAN);
  }

  public BigDecimal in(Unit unit) {
    BigDecimal value =
        BigDecimal.valueOf(fen).scaleByPowerOfTen(-2 - unit.power()).stripTrailingZeros();
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  /** In yuan, without superfluous zeros. */
  public BigDecimal yuan() {
    return in(Unit.YUAN);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(fen, other.fen));
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(fen, other.fen));
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(fen, other.fen);
  }

  @Override
  public String toString() {
    return yuan().toPlainString();
  }
}
