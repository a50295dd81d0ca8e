package org.wuyou.runtime.guard;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Interrupts calls that outlive their deadline while they run in the request's own thread. One
 * thread looks at all calls under way, so a call costs an entry in a set and no thread switch.
 */
public final class Watchdog implements AutoCloseable {
  private static final Duration ROUND = Duration.ofMillis(20);

  private final Set<Watch> underWay = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean open = true;

  public Watchdog() {
    thread = Thread.ofPlatform().daemon().name("plugin-watchdog").start(this::rounds);
  }

  /** Begins to watch the calling thread. */
  Watch begin(long nanos) {
    Watch watch = new Watch(Thread.currentThread(), System.nanoTime() + nanos);
    underWay.add(watch);
    return watch;
  }

  private void rounds() {
    while (open) {
      try {
        Thread.sleep(ROUND);
      } catch (InterruptedException e) {
        continue; // only close() interrupts, and it has cleared `open`
      }
      long now = System.nanoTime();
      for (Watch watch : underWay) {
        if (now - watch.deadline > 0) {
          watch.late();
        }
      }
    }
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
  }

  /** One call under way. */
  final class Watch {
    private static final int RUNNING = 0;
    private static final int ENDED = 1;
    private static final int LATE = 2;

    private final Thread caller;
    private final long deadline;
    private final AtomicInteger state = new AtomicInteger(RUNNING);
    private volatile boolean interrupted;

    private Watch(Thread caller, long deadline) {
      this.caller = caller;
      this.deadline = deadline;
    }

    private void late() {
      if (state.compareAndSet(RUNNING, LATE)) {
        caller.interrupt();
        interrupted = true;
      }
    }

    /**
     * Ends the watch and tells whether the call was late; the thread is left uninterrupted then.
     */
    boolean end() {
      underWay.remove(this);
      if (state.compareAndSet(RUNNING, ENDED)) {
        return false;
      }
      while (!interrupted) {
        Thread.onSpinWait(); // the interrupt is on its way; it must not hit what comes next
      }
      Thread.interrupted();
      return true;
    }
  }
}
