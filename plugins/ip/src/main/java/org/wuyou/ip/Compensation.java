package org.wuyou.ip;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.value.Money;

/**
 * What a fund owes for a loan: lost principal times the share secured by IP times the agreed rate.
 */
record Compensation(@Nullable Money amount, Result result) {
  enum Result {
    KNOWN,
    NO_LOSS,
    AMOUNT_NOT_SET,
    LOSS_MISSING
  }

  static Compensation of(Row loan) {
    Money lost = loan.money("lostPrincipal");
    BigDecimal share = loan.decimal("securedShare");
    if (!"DEFAULTED".equals(loan.text("state")) || Money.ZERO.equals(lost)) {
      return new Compensation(null, Result.NO_LOSS);
    }
    if (lost == null || share == null) {
      return new Compensation(null, Result.LOSS_MISSING);
    }
    Row fund = loan.reference("fund");
    BigDecimal rate = fund == null ? null : fund.decimal("compensationRate");
    return rate == null
        ? new Compensation(null, Result.AMOUNT_NOT_SET)
        : new Compensation(due(lost, share, rate), Result.KNOWN);
  }

  private static Money due(Money lost, BigDecimal share, BigDecimal rate) {
    BigDecimal yuan = lost.yuan().multiply(share).multiply(rate).movePointLeft(4);
    return Money.yuan(yuan.setScale(2, RoundingMode.HALF_UP));
  }
}
