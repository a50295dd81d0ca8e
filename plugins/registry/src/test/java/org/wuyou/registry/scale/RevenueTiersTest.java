package org.wuyou.registry.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wuyou.registry.Amounts.wan;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyou.registry.scale.RevenueTiers.Reason;
import org.wuyou.registry.scale.RevenueTiers.Tier;
import org.wuyou.spi.value.Money;

@Tag("REG-05")
class RevenueTiersTest {
  private final RevenueTiers tiers =
      new RevenueTiers(List.of(wan("2000"), wan("10000"), wan("40000")));

  @ParameterizedTest(name = "{0}万 lies in tier {1}")
  @CsvSource({
    "40000, 3",
    "39999.99, 2",
    "10000, 2",
    "9999.99, 1",
    "2000, 1",
    "2000000, 3",
  })
  void A_tier_holds_its_lower_bound_and_not_its_upper_one(String revenue, int number) {
    assertEquals(number, tiers.of(wan(revenue)).number());
  }

  @Test
  void Below_the_lowest_tier_there_is_none() {
    Tier tier = tiers.of(wan("1999.99"));
    assertNull(tier.number());
    assertEquals(Reason.BELOW_LOWEST, tier.reason());
  }

  @Test
  void A_missing_revenue_is_told_as_missing() {
    assertEquals(Reason.REVENUE_MISSING, tiers.of(null).reason());
  }

  @Test
  void Every_revenue_from_2000_wan_on_lies_in_exactly_one_tier() {
    Random random = new Random(20211231);
    for (int i = 0; i < 10_000; i++) {
      Money revenue = new Money(wan("2000").fen() + random.nextLong(wan("100000").fen()));
      long holding =
          java.util.stream.IntStream.range(0, 3)
              .filter(
                  t -> {
                    Money upper = tiers.upper(t);
                    return revenue.compareTo(tiers.bounds().get(t)) >= 0
                        && (upper == null || revenue.compareTo(upper) < 0);
                  })
              .count();
      assertEquals(1, holding);
      Tier tier = tiers.of(revenue);
      assertTrue(tier.from() != null && revenue.compareTo(tier.from()) >= 0);
      assertTrue(tier.below() == null || revenue.compareTo(tier.below()) < 0);
    }
  }

  @Test
  void Bounds_that_do_not_ascend_are_refused() {
    assertThrows(
        IllegalArgumentException.class, () -> new RevenueTiers(List.of(wan("2"), wan("2"))));
    assertThrows(IllegalArgumentException.class, () -> new RevenueTiers(List.of()));
  }
}
