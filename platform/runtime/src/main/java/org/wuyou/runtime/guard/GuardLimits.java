package org.wuyou.runtime.guard;

import java.time.Duration;

/**
 * How far a plugin's code may go.
 *
 * @param deadline of one call
 * @param threads of its own that a plugin may keep busy at once
 * @param provenAfter prompt calls after which a field runs in the request's thread
 * @param timeouts within the window that quarantine the plugin
 * @param failures within the window that quarantine it, if they are half of its calls or more
 * @param window over which faults are counted
 */
public record GuardLimits(
    Duration deadline,
    int threads,
    int provenAfter,
    int timeouts,
    int failures,
    Duration window) {
  public static final GuardLimits DEFAULT =
      new GuardLimits(Duration.ofSeconds(5), 16, 100, 5, 100, Duration.ofMinutes(1));
}
