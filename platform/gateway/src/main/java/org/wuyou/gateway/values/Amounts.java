package org.wuyou.gateway.values;

import java.math.BigDecimal;
import java.util.List;
import org.wuyou.spi.value.Money;
import org.wuyou.spi.value.Parsed;

/** Money as people write it: {@code 1.5亿元}, {@code 800万元}, {@code 3千元}, {@code 12,000}. */
final class Amounts {
  private record Suffix(String text, Money.Unit unit) {}

  /** Longest first, so that 万元 is not read as 元. */
  private static final List<Suffix> SUFFIXES =
      List.of(
          new Suffix("人民币元", Money.Unit.YUAN),
          new Suffix("亿元", Money.Unit.YI_YUAN),
          new Suffix("万元", Money.Unit.WAN_YUAN),
          new Suffix("千元", Money.Unit.THOUSAND_YUAN),
          new Suffix("亿", Money.Unit.YI_YUAN),
          new Suffix("万", Money.Unit.WAN_YUAN),
          new Suffix("元", Money.Unit.YUAN));

  private Amounts() {}

  static Parsed<Object> parse(String text, Money.Unit unitIfNone) {
    String plain = Numbers.halfWidth(text).replace("¥", "").strip();
    Money.Unit unit = unitIfNone;
    for (Suffix suffix : SUFFIXES) {
      if (plain.endsWith(suffix.text)) {
        unit = suffix.unit;
        plain = plain.substring(0, plain.length() - suffix.text.length()).strip();
        break;
      }
    }
    return switch (Numbers.parse(plain)) {
      case Parsed.Bad<BigDecimal> bad ->
          Parsed.bad(
              "NOT_MONEY",
              "“" + Shown.of(text) + "”不是金额；请填写如 1.5亿元、800万元或 1200000。",
              "\""
                  + Shown.of(text)
                  + "\" is no amount of money; write it like 1.5亿元, 800万元 or 1200000.");
      case Parsed.Ok<BigDecimal>(BigDecimal amount) -> exact(amount, unit);
    };
  }

  static Parsed<Object> exact(BigDecimal amount, Money.Unit unit) {
    if (!Numbers.fits(amount.scaleByPowerOfTen(unit.power()), 2)) {
      return Parsed.bad(
          "TOO_FINE", "金额不得细于 1 分；请四舍五入到分。", "Money is exact to one fen; round it to the fen.");
    }
    try {
      return Parsed.ok(Money.of(amount, unit));
    } catch (ArithmeticException beyond) {
      return Parsed.bad(
          "TOO_LARGE",
          "金额超出范围（约 ±92 万亿元）；请核对单位。",
          "The amount is out of range (about ±92 trillion yuan); check the unit.");
    }
  }
}
