package org.wuyou.registry.scale;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.value.Money;

/**
 * Size of an industrial enterprise by the statistical classification of 2017: large, medium and
 * small must reach both lower bounds, else the enterprise steps down until both hold.
 */
public enum SizeClass {
  LARGE(1000, 40_000),
  MEDIUM(300, 2_000),
  SMALL(20, 300),
  MICRO(0, 0);

  private final int employees;
  private final long revenueWan;

  SizeClass(int employees, long revenueWan) {
    this.employees = employees;
    this.revenueWan = revenueWan;
  }

  private Money revenue() {
    return Money.of(BigDecimal.valueOf(revenueWan), Money.Unit.WAN_YUAN);
  }

  /** Empty if either figure is missing. */
  public static Optional<SizeClass> of(@Nullable Integer employees, @Nullable Money revenue) {
    if (employees == null || revenue == null) {
      return Optional.empty();
    }
    for (SizeClass size : values()) {
      if (employees >= size.employees && revenue.compareTo(size.revenue()) >= 0) {
        return Optional.of(size);
      }
    }
    return Optional.of(MICRO);
  }
}
