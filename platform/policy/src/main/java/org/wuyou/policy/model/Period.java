package org.wuyou.policy.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.wuyou.policy.Text;

/** Days from and to, both included; without an end it goes on. */
public record Period(LocalDate from, Optional<LocalDate> to) {
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && to.map(end -> !day.isAfter(end)).orElse(true);
  }

  public boolean overlaps(Period other) {
    return to.map(end -> !other.from.isAfter(end)).orElse(true)
        && other.to.map(end -> !from.isAfter(end)).orElse(true);
  }

  /** The days of both, which must overlap. */
  public Period shared(Period other) {
    LocalDate later = from.isAfter(other.from) ? from : other.from;
    Optional<LocalDate> earlier =
        Stream.of(to, other.to).flatMap(Optional::stream).min(LocalDate::compareTo);
    return new Period(later, earlier);
  }

  /** As a person says it: from such a day, or from one day to another. */
  public Text text() {
    return to.map(end -> new Text("自 " + from + " 至 " + end, "from " + from + " to " + end))
        .orElse(new Text("自 " + from + " 起", "from " + from + " on"));
  }
}
