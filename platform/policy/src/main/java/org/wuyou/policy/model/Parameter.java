package org.wuyou.policy.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.parse.Spot;

/**
 * A figure of the policy, with the days from which each value holds.
 *
 * @param locked whether a bundle below may not set it
 * @param values in {@code unit}; an empty value ends the one before
 */
public record Parameter(
    String id,
    Text name,
    Unit unit,
    Citation citation,
    boolean locked,
    NavigableMap<LocalDate, Optional<Exact>> values,
    Spot spot) {
  public Parameter {
    values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
  }

  /** The value in force on the day, in the base unit. */
  public Optional<Exact> on(LocalDate day) {
    var entry = values.floorEntry(day);
    return entry == null ? Optional.empty() : entry.getValue().map(unit::toBase);
  }
}
