package org.wuyou.policy.model;

import java.time.LocalDate;
import java.util.Optional;

/** Days from and to, both included; without an end it goes on. */
public record Period(LocalDate from, Optional<LocalDate> to) {
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && to.map(end -> !day.isAfter(end)).orElse(true);
  }

  public boolean overlaps(Period other) {
    return to.map(end -> !other.from.isAfter(end)).orElse(true)
        && other.to.map(end -> !from.isAfter(end)).orElse(true);
  }
}
