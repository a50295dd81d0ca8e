package org.wuyou.gateway;

import java.time.Duration;

/** The end of a generation that was replaced. */
public interface Retirement {
  /**
   * Waits until no request leases the old generation, then forgets what was kept of its classes.
   *
   * @return false if requests still ran when the time was over; the generation then stays usable
   *     for them
   */
  boolean awaitDrained(Duration atMost) throws InterruptedException;
}
