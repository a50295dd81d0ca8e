package org.wuyou.policy.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wuyou.policy.Exact;
import org.wuyou.policy.facts.Subject;

/**
 * The value of an indicator, and what it was formed from.
 *
 * @param quantity the value by what is known, if there is one
 * @param range where counts are part of it: what it can be, whatever is undetermined
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
    Optional<Range> range,
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

  /** The least and the most that a figure can be. */
  public record Range(Quantity least, Quantity most) {
    static Range of(Exact least, Exact most) {
      return new Range(Quantity.of(least), Quantity.of(most));
    }

    Range plus(Range other) {
      return of(least.number().plus(other.least.number()), most.number().plus(other.most.number()));
    }
  }

  public Measured {
    without = List.copyOf(without);
    excluded = List.copyOf(excluded);
    undetermined = List.copyOf(undetermined);
    missing = Set.copyOf(missing);
  }

  /** What the figure can be: one value where nothing is undetermined. */
  Optional<Range> possible() {
    return range.or(() -> quantity.map(value -> new Range(value, value)));
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
        range,
        Optional.of(above),
        Optional.of(below),
        without,
        excluded,
        undetermined,
        missing);
  }

  Measured leavingOut(List<Subject> left) {
    return new Measured(
        state, quantity, range, numerator, denominator, without, left, undetermined, missing);
  }
}
