package org.wuyou.runtime.policies;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made once, by whoever first asks for it; others wait. A failure is told to each. */
final class Later<T> implements Supplier<T> {
  private final FutureTask<T> making;

  Later(Supplier<T> maker) {
    this.making = new FutureTask<>(maker::get);
  }

  static <T> Later<T> of(T value) {
    Later<T> made = new Later<>(() -> value);
    made.get();
    return made;
  }

  @Override
  public T get() {
    making.run();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return making.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException(String.valueOf(cause(e).getMessage()), cause(e));
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Throwable cause(ExecutionException e) {
    @Nullable Throwable cause = e.getCause();
    return cause == null ? e : cause;
  }
}
