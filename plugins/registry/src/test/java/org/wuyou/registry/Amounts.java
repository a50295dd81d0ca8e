package org.wuyou.registry;

import java.math.BigDecimal;
import org.wuyou.spi.value.Money;

/** Amounts as the cases write them. */
public final class Amounts {
  private Amounts() {}

  public static Money wan(String amount) {
    return Money.of(new BigDecimal(amount), Money.Unit.WAN_YUAN);
  }
}
