package org.wuyou.gateway.http;

import java.util.List;
import org.wuyou.spi.model.Label;

/** What {@code /health/live} and {@code /health/ready} answer; asked anew each time. */
public interface Health {
  /** Whether the process works at all; false means: restart it. */
  Report live();

  /** Whether queries will succeed now; false means: send no requests. */
  Report ready();

  /** All checks; good only if there is at least one and every one passes. */
  record Report(List<Check> checks) {
    public Report {
      checks = List.copyOf(checks);
    }

    public static Report of(Check... checks) {
      return new Report(List.of(checks));
    }

    public boolean good() {
      return !checks.isEmpty() && checks.stream().allMatch(Check::good);
    }
  }

  /**
   * One thing looked at. Shown without a token, so it tells nothing secret.
   *
   * @param name stable, lower case: {@code store}, {@code schema}
   * @param message what was found and, if bad, what to do
   */
  record Check(String name, boolean good, Label message) {}
}
