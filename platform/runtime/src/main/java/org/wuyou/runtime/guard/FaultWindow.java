package org.wuyou.runtime.guard;

import java.util.concurrent.atomic.LongAdder;

/** Counts calls and faults over a window of time, begun anew when it has passed. */
final class FaultWindow {
  private final GuardLimits limits;
  private final LongAdder succeeded = new LongAdder();
  private long begun = System.nanoTime();
  private int timeouts;
  private int failures;

  FaultWindow(GuardLimits limits) {
    this.limits = limits;
  }

  void succeeded() {
    succeeded.increment();
  }

  /** Counts a fault; true if there are now too many. */
  synchronized boolean failed(PluginGuard.Fault fault) {
    if (System.nanoTime() - begun > limits.window().toNanos()) {
      clear();
    }
    switch (fault) {
      case TIMEOUT -> timeouts++;
      case ERROR -> failures++;
      case BUSY -> {
        // a consequence of slow calls, which are counted themselves
      }
    }
    return timeouts >= limits.timeouts()
        || (failures >= limits.failures() && failures >= succeeded.sum());
  }

  synchronized void clear() {
    begun = System.nanoTime();
    timeouts = 0;
    failures = 0;
    succeeded.reset();
  }
}
