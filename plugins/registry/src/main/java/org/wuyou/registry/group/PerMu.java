package org.wuyou.registry.group;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.value.Money;

/**
 * Tax and R&amp;D expenditure of a zone per mu of its land, to the fen; null where the area or an
 * amount is missing.
 *
 * @param deemedTaxPerMu tax and R&amp;D together per mu: R&amp;D deemed tax
 */
public record PerMu(
    @Nullable Money tax,
    @Nullable Money rdExpenditure,
    @Nullable Money taxPerMu,
    @Nullable Money rdPerMu,
    @Nullable Money deemedTaxPerMu) {

  public static PerMu of(
      @Nullable Money tax, @Nullable Money rdExpenditure, @Nullable BigDecimal areaMu) {
    Money deemed = tax == null || rdExpenditure == null ? null : tax.plus(rdExpenditure);
    return new PerMu(
        tax, rdExpenditure, per(tax, areaMu), per(rdExpenditure, areaMu), per(deemed, areaMu));
  }

  private static @Nullable Money per(@Nullable Money amount, @Nullable BigDecimal areaMu) {
    if (amount == null || areaMu == null || areaMu.signum() <= 0) {
      return null;
    }
    return Money.yuan(amount.yuan().divide(areaMu, 2, RoundingMode.HALF_UP));
  }
}
