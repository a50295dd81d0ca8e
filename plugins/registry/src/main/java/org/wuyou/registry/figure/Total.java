package org.wuyou.registry.figure;

import org.jspecify.annotations.Nullable;
import org.wuyou.spi.value.Money;

/** A running sum that stays missing until the first amount is added. */
public final class Total {
  private @Nullable Money sum;

  public void add(@Nullable Money amount) {
    if (amount != null) {
      sum = sum == null ? amount : sum.plus(amount);
    }
  }

  public @Nullable Money sum() {
    return sum;
  }
}
