package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
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
}
