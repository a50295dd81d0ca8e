package org.wuyou.registry.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wuyou.registry.Amounts.wan;

import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyou.registry.figure.Growth.Result;

@Tag("REG-04")
class GrowthTest {
  @ParameterizedTest(name = "{0} to {1} grows by {2} %, shown {3}")
  @CsvSource({
    "1000, 1200, 20, 20.00",
    "1000, 1199.9, 19.99, 19.99",
    "400, 499, 24.75, 24.75",
    "25000, 29999, 19.996, 20.00",
    "30, 0, -100, -100.00",
    "3, 4, 33.333333, 33.33",
  })
  void Growth_is_exact_to_six_decimals_and_shown_with_two(
      String base, String value, String percent, String shown) {
    Growth growth = Growth.of(wan(base), wan(value));
    assertEquals(new BigDecimal(percent), growth.percent());
    assertEquals(shown, growth.shown());
    assertEquals(Result.KNOWN, growth.result());
  }

  @Test
  void Growth_from_zero_has_no_base() {
    Growth growth = Growth.of(wan("0"), wan("60"));
    assertEquals(Result.NO_BASE, growth.result());
    assertNull(growth.percent());
  }

  @Test
  void Growth_from_or_to_a_blank_is_not_reported() {
    assertEquals(Result.NOT_REPORTED, Growth.of(null, wan("60")).result());
    assertEquals(Result.NOT_REPORTED, Growth.of(wan("60"), null).result());
  }

  @Test
  void What_is_shown_as_20_percent_need_not_reach_it() {
    Quotient growth = Quotient.of(4999, 25000);
    assertEquals("20.00", growth.shown());
    assertFalse(growth.reaches(BigDecimal.valueOf(20)));
    assertTrue(growth.reaches(new BigDecimal("19.996")));
  }

  @Test
  void A_share_of_nothing_has_no_percentage() {
    assertNull(Proportion.of(0, 0).percent());
    assertEquals("49.17", Proportion.of(59, 120).shown());
    assertEquals("50.00", Proportion.of(60, 120).shown());
  }

  @Test
  void A_sum_of_nothing_is_missing_and_not_zero() {
    Total total = new Total();
    total.add(null);
    assertNull(total.sum());
    total.add(wan("0"));
    assertEquals(wan("0"), total.sum());
  }
}
