package org.wuyou.runtime.guard;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.fetch.RequestFault;
import org.wuyou.spi.data.Deadline;
import org.wuyou.spi.model.Label;

/**
 * The bounds of one field of a plugin.
 *
 * <p>A field begins on the plugin's own threads, where a call that never ends can be abandoned.
 * After a number of prompt calls in a row it is proven and runs in the request's thread under the
 * {@link Watchdog}, which spares two thread switches a call; one late answer sends it back.
 */
final class BoundedCall {
  private final PluginGuard guard;
  private final String coordinate;
  private final long deadline;

  /** Prompt calls in a row; at the limit the field is proven. */
  private final AtomicInteger prompt = new AtomicInteger();

  BoundedCall(PluginGuard guard, String coordinate) {
    this.guard = guard;
    this.coordinate = coordinate;
    this.deadline = guard.limits().deadline(coordinate).toNanos();
  }

  <T> @Nullable T call(Callable<@Nullable T> code) throws Exception {
    Label quarantined = guard.quarantined();
    if (quarantined != null) {
      throw guard.unavailable(quarantined);
    }
    return prompt.get() >= guard.limits().provenAfter() ? inline(code) : apart(code);
  }

  private <T> @Nullable T inline(Callable<@Nullable T> code) throws Exception {
    long begun = System.nanoTime();
    Watchdog.Watch watch = guard.watchdog().begin(deadline);
    T value = null;
    Throwable failure = null;
    try {
      value = code.call();
    } catch (Throwable thrown) { // LinkageErrors and the like are a plugin's faults too
      failure = thrown;
    }
    if (watch.end()) {
      prompt.set(0);
      guard.failed(PluginGuard.Fault.TIMEOUT, coordinate);
      throw guard.late(coordinate);
    }
    if (failure != null) {
      throw failed(failure);
    }
    guard.succeeded(System.nanoTime() - begun);
    return value;
  }

  private <T> @Nullable T apart(Callable<@Nullable T> code) throws Exception {
    long begun = System.nanoTime();
    Future<@Nullable T> future;
    try {
      future = guard.submit(code);
    } catch (RejectedExecutionException e) {
      guard.failed(PluginGuard.Fault.BUSY, coordinate);
      throw guard.unavailable(guard.quarantined());
    }
    try {
      T value = future.get(deadline, TimeUnit.NANOSECONDS);
      long took = System.nanoTime() - begun;
      if (took < deadline / 4) {
        prompt.incrementAndGet();
      } else {
        prompt.set(0);
      }
      guard.succeeded(took);
      return value;
    } catch (TimeoutException e) {
      future.cancel(true);
      prompt.set(0);
      guard.failed(PluginGuard.Fault.TIMEOUT, coordinate);
      throw guard.late(coordinate);
    } catch (ExecutionException e) {
      throw failed(java.util.Objects.requireNonNull(e.getCause()));
    } catch (InterruptedException e) {
      future.cancel(true);
      throw e;
    }
  }

  /** What a failure of the plugin's code is to the gateway. */
  private Exception failed(Throwable failure) {
    if (failure instanceof RequestFault request) {
      return request; // the platform refused what the caller asked; the code only passed it on
    }
    if (failure instanceof Deadline.Passed passed) {
      return passed; // the whole request is late; the field asked last is not to blame
    }
    guard.failed(PluginGuard.Fault.ERROR, coordinate);
    return failure instanceof Exception exception
        ? exception
        : new ExecutionException(coordinate + " failed", failure);
  }
}
