package org.wuyou.gateway.fetch;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.CommitFeed;
import org.wuyou.spi.model.Label;

/**
 * Events of commits to one subscriber: kept while he is slow, up to a bound; one who falls further
 * behind is told so and must ask anew, for a gap in silence would be worse.
 */
final class ChangeStream implements Flow.Publisher<Changes.Event> {
  private static final int MOST_WAITING = 1_024;

  private final CommitFeed feed;
  private final Function<CommitFeed.Commit, List<Changes.Event>> events;
  private final Consumer<Changes.Event> before;

  /**
   * A stream of the events that {@code events} finds in each commit.
   *
   * @param before called with each event before it is delivered
   */
  ChangeStream(
      CommitFeed feed,
      Function<CommitFeed.Commit, List<Changes.Event>> events,
      Consumer<Changes.Event> before) {
    this.feed = feed;
    this.events = events;
    this.before = before;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Changes.Event> subscriber) {
    new Delivery(subscriber).begin();
  }

  private final class Delivery implements Flow.Subscription {
    private final Flow.Subscriber<? super Changes.Event> subscriber;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<CommitFeed.Commit> waiting = new ArrayDeque<>();
    private final ArrayDeque<Changes.Event> ready = new ArrayDeque<>();
    private CommitFeed.@Nullable Listening listening;
    private long wanted;
    private boolean delivering;
    private boolean ended;
    private boolean overrun;

    Delivery(Flow.Subscriber<? super Changes.Event> subscriber) {
      this.subscriber = subscriber;
    }

    void begin() {
      subscriber.onSubscribe(this);
      lock.lock();
      try {
        if (!ended) {
          listening = feed.listen(this::committed);
        }
      } finally {
        lock.unlock();
      }
    }

    /** On the committing thread: only noted, so that no subscriber slows a commit. */
    private void committed(CommitFeed.Commit commit) {
      lock.lock();
      try {
        if (ended || overrun) {
          return;
        }
        if (waiting.size() >= MOST_WAITING) {
          overrun = true;
        } else {
          waiting.add(commit);
        }
        wake();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void request(long more) {
      lock.lock();
      try {
        wanted = more > Long.MAX_VALUE - wanted ? Long.MAX_VALUE : wanted + Math.max(0, more);
        wake();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void cancel() {
      lock.lock();
      try {
        ended = true;
        waiting.clear();
        ready.clear();
        if (listening != null) {
          listening.close();
        }
      } finally {
        lock.unlock();
      }
    }

    private void wake() {
      if (!delivering
          && !ended
          && wanted > 0
          && (!waiting.isEmpty() || !ready.isEmpty() || overrun)) {
        delivering = true;
        Thread.ofVirtual().name("subscription").start(this::deliver);
      }
    }

    private void deliver() {
      while (true) {
        Changes.Event event = next();
        if (event == null) {
          return;
        }
        before.accept(event);
        subscriber.onNext(event);
      }
    }

    /** Null when there is nothing to deliver now; the deliverer then ends. */
    private Changes.@Nullable Event next() {
      boolean tooSlow = false;
      lock.lock();
      try {
        while (ready.isEmpty() && !waiting.isEmpty()) {
          ready.addAll(events.apply(waiting.poll()));
        }
        if (!ended && wanted > 0 && !ready.isEmpty()) {
          wanted--;
          return ready.poll();
        }
        delivering = false;
        tooSlow = overrun && !ended && ready.isEmpty();
      } finally {
        lock.unlock();
      }
      if (tooSlow) {
        cancel();
        subscriber.onError(tooSlow());
      }
      return null;
    }

    private RequestFault tooSlow() {
      return new RequestFault(
          "SUBSCRIBER_TOO_SLOW",
          new Label(
              "接收过慢，已有事件未送达；请重新订阅并重新读取。",
              "Events were missed because they were read too slowly; subscribe anew and read afresh."),
          java.util.Map.of());
    }
  }
}
