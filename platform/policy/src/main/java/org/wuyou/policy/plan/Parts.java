package org.wuyou.policy.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Rows dealt out to threads in equal parts. */
final class Parts {
  private Parts() {}

  interface Part {
    void run(int part, int from, int to);
  }

  static void run(int size, int threads, Part work) {
    List<Thread> started = new ArrayList<>();
    List<Throwable> failed = new ArrayList<>();
    int share = (size + threads - 1) / threads;
    for (int part = 1; part < threads; part++) {
      int number = part;
      Thread thread =
          new Thread(
              () ->
                  work.run(
                      number,
                      Math.min(size, number * share),
                      Math.min(size, (number + 1) * share)));
      thread.setUncaughtExceptionHandler(
          (t, e) -> {
            synchronized (failed) {
              failed.add(e);
            }
          });
      thread.start();
      started.add(thread);
    }
    try {
      work.run(0, 0, Math.min(size, share));
      for (Thread thread : started) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
    if (!failed.isEmpty()) {
      throw new CompletionException(failed.get(0));
    }
  }
}
