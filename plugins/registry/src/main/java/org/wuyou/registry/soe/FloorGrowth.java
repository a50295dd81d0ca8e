package org.wuyou.registry.soe;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.value.Money;

/**
 * Average yearly growth, compound, over a number of years.
 *
 * @param base value of the first year
 * @param value value of the last year
 * @param years how many years lie between, at least one
 */
public record FloorGrowth(@Nullable Money base, @Nullable Money value, int years) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public enum Result {
    MET,
    NOT_MET,
    /** The floor does not cover this ownership. */
    NOT_TESTED,
    NO_BASE,
    NOT_REPORTED,
    /** No floor was given. */
    NO_FLOOR
  }

  public FloorGrowth {
    if (years < 1) {
      throw new IllegalArgumentException("years " + years + "; the first year must lie before");
    }
  }

  /** Exact: last · 100^n against first · (100 + floor)^n, so that no root is taken. */
  public Result test(@Nullable BigDecimal floor) {
    if (base == null || value == null) {
      return Result.NOT_REPORTED;
    }
    if (base.fen() <= 0) {
      return Result.NO_BASE;
    }
    if (floor == null) {
      return Result.NO_FLOOR;
    }
    BigDecimal reached = BigDecimal.valueOf(value.fen()).multiply(HUNDRED.pow(years));
    BigDecimal needed = BigDecimal.valueOf(base.fen()).multiply(HUNDRED.add(floor).pow(years));
    return reached.compareTo(needed) >= 0 ? Result.MET : Result.NOT_MET;
  }

  /** In percent, half up to six decimals; null without both figures and a base. */
  public @Nullable BigDecimal percent() {
    if (base == null || value == null || base.fen() <= 0) {
      return null;
    }
    BigDecimal factor =
        root(
            BigDecimal.valueOf(value.fen())
                .divide(BigDecimal.valueOf(base.fen()), MathContext.DECIMAL128));
    BigDecimal percent =
        factor.subtract(BigDecimal.ONE).multiply(HUNDRED).setScale(6, RoundingMode.HALF_UP);
    BigDecimal plain = percent.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /** The n-th root by Newton's method, to some thirty digits. */
  private BigDecimal root(BigDecimal power) {
    if (years == 1 || power.signum() == 0) {
      return power;
    }
    BigDecimal n = BigDecimal.valueOf(years);
    BigDecimal x = new BigDecimal(Math.pow(power.doubleValue(), 1.0 / years));
    for (int i = 0; i < 4; i++) {
      BigDecimal step =
          power.divide(x.pow(years - 1, MathContext.DECIMAL128), MathContext.DECIMAL128);
      x = x.multiply(BigDecimal.valueOf(years - 1L)).add(step).divide(n, MathContext.DECIMAL128);
    }
    return x;
  }
}
