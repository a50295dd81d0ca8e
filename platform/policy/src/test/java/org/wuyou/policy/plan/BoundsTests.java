package org.wuyou.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.Exact;

@DisplayName("What is known of a number computed in binary")
class BoundsTests {
  private static final double R = Bounds.ROUNDING;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static Bounds off(double least, double greatest, double absolute) {
    return new Bounds(0, false, least, greatest, 0, absolute);
  }

  @Test
  void whole_numbers_stay_whole_while_binary_holds_them() {
    assertEquals(
        new Bounds(2, true, -2, 9, 0, 0), Bounds.whole(2, -3, 7).plus(Bounds.whole(2, 1, 2)));
    assertEquals(
        new Bounds(0, true, 0, 0x1p53, 0, 0),
        Bounds.whole(0, 0, 0x1p53 - 1).plus(Bounds.whole(0, 0, 1)));
    assertEquals(
        new Bounds(0, false, -1, 0x1p53 + 2, R, 0),
        Bounds.whole(0, 0, 0x1p53).plus(Bounds.whole(0, -1, 2)));
    assertEquals(
        new Bounds(3, true, -15, 21, 0, 0), Bounds.whole(1, -2, 3).times(Bounds.whole(2, -5, 7)));
    assertFalse(Bounds.whole(0, -0x1p54, 0).whole());
  }

  @Test
  void a_sum_is_off_by_as_much_as_both_together_and_one_rounding() {
    assertEquals(
        new Bounds(0, false, -8, 10, R, 10 * R + 6 * R),
        Bounds.near(0, -10, 4).plus(Bounds.near(0, 2, 6)));
    assertEquals(new Bounds(0, false, 2, 5, R, 0.75), off(1, 2, 0.5).plus(off(1, 3, 0.25)));
    assertFalse(Bounds.near(0, 0, 1).plus(Bounds.whole(0, 0, 1)).whole());
    assertFalse(Bounds.whole(0, 0, 1).plus(Bounds.near(0, 0, 1)).whole());
  }

  @Test
  void the_opposite_is_off_by_as_much() {
    assertEquals(
        new Bounds(2, false, -7, 3, 0.5, 0.25), new Bounds(2, false, -3, 7, 0.5, 0.25).negated());
  }

  @Test
  void a_product_is_off_by_the_parts_of_both() {
    assertEquals(
        new Bounds(3, false, -15, 21, R + R + R * R + R, 0),
        Bounds.near(1, -2, 3).times(Bounds.near(2, -5, 7)));
    assertEquals(
        new Bounds(0, false, -15, 21, R, 0.5 * 7 + 0.25 * 3 + 0.5 * 0.25),
        off(-2, 3, 0.5).times(off(-5, 7, 0.25)));
    assertEquals(
        new Bounds(0, false, 0, 0, 2 * R, 0),
        Bounds.near(0, -INFINITY, INFINITY).times(Bounds.whole(0, 0, 0)));
    assertEquals(
        0.5 + 0.25 + 0.125 + R,
        new Bounds(0, false, 1, 1, 0.5, 0).times(new Bounds(0, false, 1, 1, 0.25, 0)).relative());
    assertFalse(Bounds.whole(0, 0, 1).times(Bounds.near(0, 0, 1)).whole());
  }

  @Test
  void a_quotient_is_off_by_more_the_nearer_the_divisor_is_to_zero() {
    assertEquals(
        new Bounds(1, false, -3, 6, R + R, 0), Bounds.near(2, -6, 12).over(Bounds.whole(1, 2, 3)));
    assertEquals(
        new Bounds(0, false, -2, -0.25, 2 * R + R, 0),
        Bounds.whole(0, 1, 4).over(Bounds.near(0, -4, -2)));
    assertEquals(
        new Bounds(0, false, -3, 6, R, (0.5 + 6 * 0.5) / 1.5),
        off(-6, 12, 0.5).over(off(2, 3, 0.5)));
    assertEquals(
        new Bounds(0, false, -6, 3, R, 0.5 / 2), off(-6, 12, 0.5).over(Bounds.whole(0, -4, -2)));
    assertEquals(
        new Bounds(0, false, -12, 12, R, 0), Bounds.whole(0, -6, 12).over(Bounds.whole(0, -2, 2)));
    assertEquals(
        new Bounds(0, false, -INFINITY, INFINITY, 2 * R + R, 0),
        Bounds.whole(0, -6, 12).over(Bounds.near(0, -2, 2)));
    assertEquals(INFINITY, off(-6, 12, 0.5).over(off(2, 3, 2)).absolute());
    assertEquals(INFINITY, Bounds.whole(0, -6, 12).over(off(2, 3, 3)).absolute());
  }

  @Test
  void either_of_two_is_off_by_the_larger_error() {
    assertEquals(
        new Bounds(0, false, -3, 9, 0.5, 0.75),
        new Bounds(0, true, -3, 4, 0.5, 0.25).or(new Bounds(0, false, 1, 9, 0.125, 0.75)));
    assertTrue(Bounds.whole(0, 0, 1).or(Bounds.whole(0, 2, 3)).whole());
    assertFalse(Bounds.near(0, 0, 1).or(Bounds.whole(0, 2, 3)).whole());
  }

  @Test
  void two_numbers_are_told_apart_beyond_four_times_their_errors() {
    Bounds one = new Bounds(0, false, 0, 9, 0.5, 0.25);
    Bounds other = new Bounds(0, false, 0, 9, 0.125, 0.75);
    assertEquals(4 * 0.625, one.relativeTo(other));
    assertEquals(4.0, one.absoluteTo(other));
    Bounds rough = new Bounds(0, false, 0, 9, 0x1p-6, 0.25);
    assertFalse(rough.apart(11, 8), "exactly as close");
    assertTrue(rough.apart(11.5, 8));
    assertTrue(rough.apart(-11, -8) == rough.apart(11, 8));
    assertTrue(rough.apart(2, 90));
    assertFalse(rough.apart(80, 90));
    assertFalse(Bounds.whole(0, 0, 9).apart(5, 5));
    assertTrue(Bounds.whole(0, 0, 9).apart(5, 6));
  }

  /** Chains of operations made up from a seed never stray further than their bounds say. */
  @RepeatedTest(300)
  @Tag("seeded")
  void holds_for_what_binary_arithmetic_really_gives(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    double found = random.nextInt(2000) - 1000;
    Exact exact = exact(found);
    Bounds bounds = Bounds.whole(0, -1000, 1000);
    for (int step = 0; step < 6; step++) {
      double other = 1 + random.nextInt(999);
      Bounds more = Bounds.whole(0, 1, 1000);
      switch (random.nextInt(4)) {
        case 0 -> {
          found += other;
          exact = exact.plus(exact(other));
          bounds = bounds.plus(more);
        }
        case 1 -> {
          found *= other;
          exact = exact.times(exact(other));
          bounds = bounds.times(more);
        }
        case 2 -> {
          found /= other;
          exact = exact.dividedBy(exact(other));
          bounds = bounds.over(more);
        }
        default -> {
          found = -found;
          exact = exact.negated();
          bounds = bounds.negated();
        }
      }
    }
    double truth = exact.decimal().doubleValue();
    assertTrue(bounds.least() <= found && found <= bounds.greatest(), found + " in " + bounds);
    Exact off = exact(found).minus(exact);
    double error = Math.abs(off.decimal().doubleValue());
    assertTrue(
        error <= bounds.relative() * Math.abs(truth) + bounds.absolute(), error + " in " + bounds);
    assertTrue(bounds.relative() < 1e-12 && bounds.absolute() < 1e6, "uselessly wide: " + bounds);
  }

  private static Exact exact(double value) {
    return Exact.of(new BigDecimal(value));
  }
}
