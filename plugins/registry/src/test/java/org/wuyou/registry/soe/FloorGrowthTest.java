package org.wuyou.registry.soe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.wuyou.registry.Amounts.wan;

import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyou.registry.soe.FloorGrowth.Result;

@Tag("REG-11")
class FloorGrowthTest {
  private static final BigDecimal FLOOR = BigDecimal.valueOf(20);

  @ParameterizedTest(name = "{0}万 to {1}万 over {2} years: {3}, {4} %")
  @CsvSource({
    "1000, 1200, 1, MET, 20",
    "1000, 1199.999999, 1, NOT_MET, 20",
    "1000, 1440, 2, MET, 20",
    "1000, 1439.999999, 2, NOT_MET, 20",
    "1000, 1728, 3, MET, 20",
    "100, 122, 1, MET, 22",
    "1000, 500, 2, NOT_MET, -29.289322",
  })
  void Compound_growth_is_compared_exactly(
      String base, String value, int years, Result result, String percent) {
    FloorGrowth growth = new FloorGrowth(wan(base), wan(value), years);
    assertEquals(result, growth.test(FLOOR));
    assertEquals(new BigDecimal(percent), growth.percent());
  }

  @Test
  void Growth_without_a_base_or_a_report_or_a_floor_is_told_as_such() {
    assertEquals(Result.NO_BASE, new FloorGrowth(wan("0"), wan("5"), 1).test(FLOOR));
    assertEquals(Result.NOT_REPORTED, new FloorGrowth(null, wan("5"), 1).test(FLOOR));
    assertEquals(Result.NO_FLOOR, new FloorGrowth(wan("4"), wan("5"), 1).test(null));
    assertNull(new FloorGrowth(wan("0"), wan("5"), 1).percent());
  }

  @Test
  void The_first_year_must_lie_before_the_last() {
    assertThrows(IllegalArgumentException.class, () -> new FloorGrowth(wan("1"), wan("1"), 0));
  }
}
