package org.wuyou.registry.figure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.value.Money;

/**
 * Growth of an amount over its base.
 *
 * @param percent half up to six decimals; null unless {@code result} is {@code KNOWN}
 * @param shown as {@code percent}, two decimals
 */
public record Growth(
    @Nullable Money base,
    @Nullable Money value,
    @Nullable BigDecimal percent,
    @Nullable String shown,
    Result result) {

  public enum Result {
    KNOWN,
    /** The base is zero: growth is undefined, which is neither a success nor a failure. */
    NO_BASE,
    /** One of the two was not reported. */
    NOT_REPORTED
  }

  public static Growth of(@Nullable Money base, @Nullable Money value) {
    if (base == null || value == null) {
      return new Growth(base, value, null, null, Result.NOT_REPORTED);
    }
    if (base.fen() <= 0) {
      return new Growth(base, value, null, null, Result.NO_BASE);
    }
    Quotient growth = Quotient.of(value.minus(base).fen(), base.fen());
    return new Growth(base, value, growth.percent(), growth.shown(), Result.KNOWN);
  }
}
