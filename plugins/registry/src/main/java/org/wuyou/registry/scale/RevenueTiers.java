package org.wuyou.registry.scale;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.value.Money;

/**
 * Revenue tiers given by their lower bounds, ascending. A tier holds its lower bound and not its
 * upper one, so that every revenue from the lowest bound on lies in exactly one tier.
 */
public record RevenueTiers(List<Money> bounds) {

  /** The tier of one revenue; {@code number} counts from 1, null below the lowest tier. */
  public record Tier(
      @Nullable Money from, @Nullable Money below, @Nullable Integer number, Reason reason) {}

  public enum Reason {
    TIER,
    BELOW_LOWEST,
    REVENUE_MISSING
  }

  public RevenueTiers {
    bounds = List.copyOf(bounds);
    if (bounds.isEmpty()) {
      throw new IllegalArgumentException("no bounds; give the lower bound of each tier");
    }
    for (int i = 1; i < bounds.size(); i++) {
      if (bounds.get(i - 1).compareTo(bounds.get(i)) >= 0) {
        throw new IllegalArgumentException("bounds must ascend: " + bounds);
      }
    }
  }

  public Tier of(@Nullable Money revenue) {
    if (revenue == null) {
      return new Tier(null, null, null, Reason.REVENUE_MISSING);
    }
    int tier = bounds.size();
    while (tier > 0 && revenue.compareTo(bounds.get(tier - 1)) < 0) {
      tier--;
    }
    return tier == 0
        ? new Tier(null, bounds.getFirst(), null, Reason.BELOW_LOWEST)
        : new Tier(bounds.get(tier - 1), upper(tier - 1), tier, Reason.TIER);
  }

  /** First revenue above the tier with that index; null for the highest. */
  public @Nullable Money upper(int index) {
    return index + 1 < bounds.size() ? bounds.get(index + 1) : null;
  }
}
