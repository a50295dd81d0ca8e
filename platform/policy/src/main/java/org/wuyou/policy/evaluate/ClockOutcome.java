package org.wuyou.policy.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Clock;

/** How the limits of a clock stand for one subject on a day. */
public record ClockOutcome(Clock clock, Subject subject, List<Limit> limits) {
  public ClockOutcome {
    limits = List.copyOf(limits);
  }

  /**
   * One limit.
   *
   * @param due absent if the start is not known
   * @param done when it was done, if it was by then
   */
  public record Limit(
      Clock.Step step, Optional<LocalDate> due, Optional<LocalDate> done, Timeliness status) {}

  /** The worst of all. */
  public Timeliness worst() {
    return limits.stream().map(Limit::status).max(Timeliness::compareTo).orElse(Timeliness.ON_TIME);
  }
}
