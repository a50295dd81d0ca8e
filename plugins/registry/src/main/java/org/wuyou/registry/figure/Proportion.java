package org.wuyou.registry.figure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How many of how many; {@code percent} and {@code shown} are null when there are none at all. */
public record Proportion(
    int numerator, int denominator, @Nullable BigDecimal percent, @Nullable String shown) {

  public static Proportion of(int numerator, int denominator) {
    if (denominator == 0) {
      return new Proportion(numerator, denominator, null, null);
    }
    Quotient quotient = Quotient.of(numerator, denominator);
    return new Proportion(numerator, denominator, quotient.percent(), quotient.shown());
  }
}
