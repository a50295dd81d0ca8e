package org.wuyou.registry.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wuyou.registry.Amounts.wan;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("REG-06")
class SizeClassTest {
  @ParameterizedTest(name = "{0} people and {1}万: {2}")
  @CsvSource({
    "1000, 40000, LARGE",
    "1000, 39999, MEDIUM",
    "999, 40000, MEDIUM",
    "299, 50000, SMALL",
    "300, 2000, MEDIUM",
    "300, 1999.99, SMALL",
    "19, 50000, MICRO",
    "20, 300, SMALL",
    "20, 299.99, MICRO",
    "5000, 299, MICRO",
    "0, 0, MICRO",
  })
  void Both_lower_bounds_must_hold_else_one_class_down(
      int employees, String revenue, SizeClass expected) {
    assertEquals(Optional.of(expected), SizeClass.of(employees, wan(revenue)));
  }

  @Test
  void A_missing_figure_gives_no_class() {
    assertEquals(Optional.empty(), SizeClass.of(null, wan("50000")));
    assertEquals(Optional.empty(), SizeClass.of(1000, null));
  }
}
