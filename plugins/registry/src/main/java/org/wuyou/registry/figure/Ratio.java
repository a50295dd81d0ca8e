package org.wuyou.registry.figure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.value.Money;

/**
 * Ratio of two amounts.
 *
 * @param percent half up to six decimals; null if either is missing or there is nothing to divide
 *     by
 * @param shown as {@code percent}, two decimals
 */
public record Ratio(
    @Nullable Money numerator,
    @Nullable Money denominator,
    @Nullable BigDecimal percent,
    @Nullable String shown) {

  public static Ratio of(@Nullable Money numerator, @Nullable Money denominator) {
    if (numerator == null || denominator == null || denominator.fen() <= 0) {
      return new Ratio(numerator, denominator, null, null);
    }
    Quotient quotient = Quotient.of(numerator.fen(), denominator.fen());
    return new Ratio(numerator, denominator, quotient.percent(), quotient.shown());
  }
}
