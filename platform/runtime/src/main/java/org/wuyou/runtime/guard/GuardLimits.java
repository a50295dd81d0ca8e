package org.wuyou.runtime.guard;

import java.time.Duration;

/**
 * How far a plugin's code may go.
 *
 * @param deadline of one call that reads
 * @param command deadline of one call that may write; longer, because what is being committed when
 *     it passes may still be committed
 * @param check deadline of one check of a row; short, because it holds up all writing
 * @param threads of its own that a plugin may keep busy at once
 * @param provenAfter prompt calls after which a field runs in the request's thread
 * @param timeouts within the window that quarantine the plugin
 * @param failures within the window that quarantine it, if they are half of its calls or more
 * @param window over which faults are counted
 */
public record GuardLimits(
    Duration deadline,
    Duration command,
    Duration check,
    int threads,
    int provenAfter,
    int timeouts,
    int failures,
    Duration window) {
  /** Ends the coordinate of a check: {@code Enterprise check}. */
  static final String CHECK = " check";

  public static final GuardLimits DEFAULT =
      new GuardLimits(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          16,
          100,
          5,
          100,
          Duration.ofMinutes(1));

  Duration deadline(String coordinate) {
    return coordinate.endsWith(CHECK)
        ? check
        : coordinate.startsWith("Mutation.") ? command : deadline;
  }
}
