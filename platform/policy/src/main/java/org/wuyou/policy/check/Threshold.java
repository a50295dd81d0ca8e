package org.wuyou.policy.check;

import java.util.Optional;
import java.util.Set;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.parse.Spot;

/**
 * A bound that a rule holds the figures of its subjects against.
 *
 * @param clause where in the rule
 * @param bound the parameter that sets it, or the figure of the subject's own plan
 * @param needed the sides of it that cases must show: below (-1), at (0), above (1)
 * @param sided on which side a subject lies
 */
record Threshold(String clause, Spot spot, String bound, Set<Integer> needed, Sided sided) {
  /** Tells on which side of a bound a subject lies; empty if it has no such figure. */
  @FunctionalInterface
  interface Sided {
    Optional<Integer> side(Session session, Subject subject);
  }
}
