package org.wuyou.policy.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;

/**
 * An amount with its working.
 *
 * @param due what is to be paid, in yuan: zero for one known not to be entitled, absent where
 *     nobody has set the amount or facts are missing
 * @param potential what one who meets all conditions would get with the same figures, in yuan
 * @param unit in which it is shown
 * @param parts the figures it is made of, in order
 * @param unset parameters that have no value on the day
 * @param missing facts to supply
 */
public record Payment(
    State state,
    Optional<Exact> due,
    Optional<Exact> potential,
    Unit unit,
    List<Part> parts,
    List<String> unset,
    Set<String> missing) {
  public Payment {
    parts = List.copyOf(parts);
    unset = List.copyOf(unset);
    missing = Set.copyOf(missing);
  }

  /** Whether there is an amount, and if not, why. */
  public enum State {
    SET,
    /** The document promises it and nobody has said how much. */
    AMOUNT_NOT_SET,
    /** Facts are missing. */
    UNDETERMINED,
    /** The conditions are known not to be met. */
    NOT_ENTITLED
  }

  /**
   * One figure of the working.
   *
   * @param value as shown with its unit
   */
  public record Part(String id, Text name, String value) {}

  public Optional<String> shown() {
    return due.map(unit::shown);
  }
}
