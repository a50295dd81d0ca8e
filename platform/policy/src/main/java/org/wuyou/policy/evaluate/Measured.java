package org.wuyou.policy.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wuyou.policy.Exact;
import org.wuyou.policy.facts.Subject;

/**
 * The value of an indicator, and what it was formed from.
 *
 * @param quantity the value, if there is one
 * @param most for counts and shares: the value if all that is undetermined were true
 * @param numerator above the line: how many, the sum, the later year
 * @param denominator below the line: of how many, the base, the earlier year
 * @param without members that do not satisfy the condition counted
 * @param excluded members left out because they did not report what is needed
 * @param undetermined members of whom it cannot be told
 * @param missing facts to supply
 */
public record Measured(
    State state,
    Optional<Quantity> quantity,
    Optional<Quantity> most,
    Optional<Exact> numerator,
    Optional<Exact> denominator,
    List<Subject> without,
    List<Subject> excluded,
    List<Subject> undetermined,
    Set<String> missing) {

  /** Whether there is a value, and if not, why. */
  public enum State {
    VALUE,
    NO_BASE,
    NO_DATA
  }

  public Measured {
    without = List.copyOf(without);
    excluded = List.copyOf(excluded);
    undetermined = List.copyOf(undetermined);
    missing = Set.copyOf(missing);
  }

  static Measured value(Quantity quantity) {
    return new Measured(
        State.VALUE,
        Optional.of(quantity),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Set.of());
  }

  static Measured none(State state, Set<String> missing) {
    return new Measured(
        state,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        missing);
  }

  Measured of(Exact above, Exact below) {
    return new Measured(
        state,
        quantity,
        most,
        Optional.of(above),
        Optional.of(below),
        without,
        excluded,
        undetermined,
        missing);
  }

  Measured leavingOut(List<Subject> left) {
    return new Measured(
        state, quantity, most, numerator, denominator, without, left, undetermined, missing);
  }
}
