package org.wuyou.spi.data;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The moment by which a request's answer is wanted, for whatever reads much on its thread: the
 * store asks between pieces of a scan, and a plugin may in a long loop of its own.
 */
public final class Deadline {
  private static final ThreadLocal<@Nullable Long> NANOS = new ThreadLocal<>();

  private Deadline() {}

  /**
   * Does the work on this thread under a deadline.
   *
   * @param nanos as {@link System#nanoTime} tells it
   */
  public static <T> T until(long nanos, Supplier<T> work) {
    Long outer = NANOS.get();
    NANOS.set(nanos);
    try {
      return work.get();
    } finally {
      if (outer == null) {
        NANOS.remove();
      } else {
        NANOS.set(outer);
      }
    }
  }

  /**
   * Goes on, if there is still time or no deadline holds on this thread.
   *
   * @throws Passed if there is none
   */
  public static void check() {
    Long nanos = NANOS.get();
    if (nanos != null && System.nanoTime() - nanos > 0) {
      throw new Passed();
    }
  }

  /** Whoever asked waits no longer; what was read so far is of no use. */
  public static final class Passed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Passed() {
      super("the deadline of the request has passed", null, false, false);
    }
  }
}
