package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.evaluate.Quantity;

class ExactTests {
  @Test
  void a_figure_that_rounds_to_the_target_does_not_reach_it() {
    Exact growth = Exact.of(29999).minus(Exact.of(25000)).dividedBy(Exact.of(25000));
    assertEquals("20.00 %", Unit.PERCENT.shown(growth));
    assertEquals("19.996", Unit.PERCENT.fromBase(growth).toString());
    assertFalse(Operator.AT_LEAST.holds(growth, Exact.of("0.2")));
  }

  @RepeatedTest(200)
  @Tag("seeded")
  void whole_amounts_exactly_on_a_percentage_always_reach_it(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    long base = 100L * (1 + random.nextInt(10_000_000));
    int percent = 1 + random.nextInt(99);
    Exact growth =
        Exact.of(base + base / 100 * percent).minus(Exact.of(base)).dividedBy(Exact.of(base));
    Exact target = Unit.PERCENT.toBase(Exact.of(percent));
    assertTrue(Operator.AT_LEAST.holds(growth, target));
    assertFalse(Operator.ABOVE.holds(growth, target));
  }

  @RepeatedTest(100)
  @Tag("seeded")
  void sums_of_quotients_do_not_depend_on_the_order(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Exact[] parts = new Exact[40];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Exact.of(random.nextInt(9999)).dividedBy(Exact.of(1 + random.nextInt(9999)));
    }
    Exact forward = Exact.ZERO;
    Exact backward = Exact.ZERO;
    for (int i = 0; i < parts.length; i++) {
      forward = forward.plus(parts[i]);
      backward = backward.plus(parts[parts.length - 1 - i]);
    }
    assertEquals(0, forward.compareTo(backward));
  }

  @Test
  void a_compound_rate_is_compared_without_drawing_the_root() {
    Quantity threeYears = new Quantity(Exact.of("1.728"), 3);
    assertEquals(0, threeYears.compareTo(Exact.of("0.2")));
    assertEquals("20.00 %", threeYears.shown(Unit.PERCENT));
    assertTrue(new Quantity(Exact.of("1.727999"), 3).compareTo(Exact.of("0.2")) < 0);
  }

  @Test
  void units_are_converted_without_loss() {
    assertEquals("40000", Unit.WAN_YUAN.fromBase(Unit.YI_YUAN.toBase(Exact.of(4))).toString());
    assertEquals(
        "123.45", Unit.WAN_YUAN.fromBase(Unit.THOUSAND_YUAN.toBase(Exact.of("1234.5"))).toString());
  }

  private static final Exact THIRD = Exact.of(1).dividedBy(Exact.of(3));

  @Test
  void quotients_are_added_multiplied_and_raised_without_loss() {
    assertEquals(Exact.ONE, THIRD.plus(THIRD).plus(THIRD));
    assertEquals(Exact.of(5).dividedBy(Exact.of(6)), THIRD.plus(Exact.of("0.5")));
    assertEquals(Exact.of(-1).dividedBy(Exact.of(6)), THIRD.minus(Exact.of("0.5")));
    assertEquals(Exact.of(2), THIRD.times(Exact.of(6)));
    assertEquals(Exact.of(1).dividedBy(Exact.of(27)), THIRD.power(3));
    assertEquals(Exact.ONE, THIRD.dividedBy(THIRD));
    assertEquals(Exact.of(-3), Exact.ONE.dividedBy(THIRD.negated()));
    assertEquals(Exact.of(3), Exact.of(-1).dividedBy(THIRD.negated()));
    assertTrue(THIRD.compareTo(Exact.of("0.3333333333333333333333333333333333333333")) > 0);
    assertTrue(THIRD.negated().compareTo(THIRD) < 0);
    assertTrue(Exact.of("0.30").compareTo(Exact.of("0.3")) == 0);
  }

  @Test
  void signs_and_zero_are_told() {
    assertEquals(-1, THIRD.negated().signum());
    assertEquals(1, THIRD.signum());
    assertEquals(0, THIRD.minus(THIRD).signum());
    assertTrue(THIRD.minus(THIRD).isZero());
    assertFalse(THIRD.isZero());
    assertThrows(ArithmeticException.class, () -> THIRD.dividedBy(Exact.of("0.00")));
  }

  @Test
  void equal_numbers_are_equal_however_they_came_about() {
    assertEquals(Exact.of("0.50"), Exact.of(2).dividedBy(Exact.of(4)));
    assertEquals(Exact.of("0.50").hashCode(), Exact.of(2).dividedBy(Exact.of(4)).hashCode());
    assertFalse(THIRD.equals(Exact.of("0.3333333333")));
    assertFalse(THIRD.equals(null));
    assertTrue(THIRD.hashCode() != Exact.of("0.5").hashCode());
  }

  @Test
  void people_read_them_rounded_half_up_or_without_needless_zeros() {
    assertEquals("0.33", THIRD.rounded(2).toPlainString());
    assertEquals("0.13", Exact.of("0.125").rounded(2).toPlainString());
    assertEquals("-0.13", Exact.of("-0.125").rounded(2).toPlainString());
    assertEquals("1200", Exact.of("1200.00").toString());
    assertEquals("0.25", Exact.of(1).dividedBy(Exact.of(4)).toString());
    assertEquals("0.3333333333333333333333333333333333", THIRD.toString());
    assertEquals(
        "12345678901234567890123456789012345.678",
        Exact.of("12345678901234567890123456789012345.678").toString());
  }

  /** Denominators do not grow without end: a long chain still comes out at once, and right. */
  @Test
  void long_chains_of_quotients_are_brought_to_lowest_terms() {
    Exact product = Exact.ONE;
    for (int i = 1; i <= 400; i++) {
      product = product.times(Exact.of("0.7").dividedBy(Exact.of(i % 13 + 3)));
    }
    for (int i = 1; i <= 400; i++) {
      product = product.times(Exact.of(i % 13 + 3).dividedBy(Exact.of("0.7")));
    }
    assertEquals(Exact.ONE, product);
    assertEquals(1, product.dividedBy(Exact.of(3)).compareTo(Exact.of("0.333")));
  }

  @Test
  void roots_are_drawn_to_thirty_four_digits() {
    assertEquals(
        "0.414213562373095048801688724209698",
        new Quantity(Exact.of(2), 2).decimal().toPlainString());
    assertEquals("0.1", new Quantity(Exact.of("1.331"), 3).number().toString());
    assertEquals("0.5", new Quantity(Exact.of("1.5"), 1).number().toString());
    assertEquals("-1", new Quantity(Exact.ZERO, 3).number().toString());
    assertEquals("-1", new Quantity(Exact.of(-5), 2).number().toString());
    assertEquals("7", Quantity.of(Exact.of(7)).number().toString());
    assertEquals(1, new Quantity(Exact.of("1.2101"), 2).compareTo(Exact.of("0.1")));
  }

  @Test
  void units_show_figures_as_people_write_them() {
    assertEquals("20.00 %", Unit.PERCENT.shown(Exact.of("0.2")));
    assertEquals("0.33 百分点", Unit.POINT.shown(THIRD.dividedBy(Exact.of(100))));
    assertEquals("1.23 万元", Unit.WAN_YUAN.shown(Exact.of(12345)));
    assertEquals("1.2345 万人", Unit.WAN_PERSON.shown(Exact.of(12345)));
    assertEquals("1.2345 万元", Unit.WAN_YUAN.written(Exact.of(12345)));
    assertEquals(new Text("家", "enterprises"), Unit.ENTERPRISE.label());
  }

  @Test
  void figures_are_read_with_or_without_a_unit() {
    assertEquals(Optional.of(Exact.of(150_000_000)), Unit.figure("1.5亿元"));
    assertEquals(Optional.of(Exact.of("0.2")), Unit.figure(" 20 % "));
    assertEquals(Optional.of(Exact.of("12.5")), Unit.figure("12.5"));
    assertEquals(Optional.empty(), Unit.figure("12.5斤"));
    assertEquals(Optional.empty(), Unit.figure("一亿元"));
    assertEquals(Optional.empty(), Unit.figure(""));
    assertEquals(Optional.of(Unit.WAN_YUAN), Unit.find("WAN_YUAN"));
    assertEquals(Optional.of(Unit.WAN_YUAN), Unit.find("10,000 CNY"));
    assertEquals(Optional.of(Unit.MU), Unit.find("亩"));
    assertEquals(Optional.empty(), Unit.find("斤"));
    assertEquals(Unit.values().length, Unit.spellings().size());
    assertTrue(Unit.spellings().contains("万元"));
  }

  @Test
  void unlike_quantities_are_not_compared() {
    assertTrue(Unit.compatible(Unit.Dimension.MONEY, Unit.Dimension.MONEY));
    assertTrue(Unit.compatible(Unit.Dimension.ANY, Unit.Dimension.MONEY));
    assertTrue(Unit.compatible(Unit.Dimension.MONEY, Unit.Dimension.ANY));
    assertFalse(Unit.compatible(Unit.Dimension.MONEY, Unit.Dimension.COUNT));
  }

  @Test
  void operators_hold_below_at_or_above_their_bound() {
    assertEquals(List.of(false, true, true), holds(Operator.AT_LEAST));
    assertEquals(List.of(false, false, true), holds(Operator.ABOVE));
    assertEquals(List.of(true, true, false), holds(Operator.AT_MOST));
    assertEquals(List.of(true, false, false), holds(Operator.BELOW));
    assertEquals(List.of(false, true, false), holds(Operator.EQUAL));
    assertEquals(">=", Operator.AT_LEAST.symbol());
  }

  private static List<Boolean> holds(Operator operator) {
    return List.of(operator.holds(-1), operator.holds(0), operator.holds(1));
  }
}
