package org.wuyou.gateway;

import graphql.schema.PropertyDataFetcher;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the requests that run on one generation. The gateway holds one count itself until it
 * publishes the next generation; at zero the generation is drained for good.
 */
final class Lease implements Retirement {
  private final AtomicInteger holders = new AtomicInteger(1);
  private final CountDownLatch drained = new CountDownLatch(1);
  private final Engine engine;

  Lease(Engine engine) {
    this.engine = engine;
  }

  Engine engine() {
    return engine;
  }

  /** False if the generation is drained already: the caller takes the current one then. */
  boolean acquire() {
    while (true) {
      int now = holders.get();
      if (now == 0) {
        return false;
      }
      if (holders.compareAndSet(now, now + 1)) {
        return true;
      }
    }
  }

  void release() {
    if (holders.decrementAndGet() == 0) {
      drained.countDown();
    }
  }

  /** Gives up the gateway's own count; subscriptions are completed and ask the next generation. */
  void retire() {
    engine.endSubscriptions();
    release();
  }

  @Override
  public boolean awaitDrained(Duration atMost) throws InterruptedException {
    if (!drained.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      return false;
    }
    // graphql-java keeps methods of classes it has looked at, ours not among them.
    PropertyDataFetcher.clearReflectionCache();
    return true;
  }
}
