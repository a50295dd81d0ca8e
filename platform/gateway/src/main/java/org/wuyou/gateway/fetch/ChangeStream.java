package org.wuyou.gateway.fetch;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.CommitFeed;
import org.wuyou.spi.model.Label;

/**
 * Events of commits to one subscriber: kept while he is slow, up to a bound; one who falls further
 * behind is told so and must ask anew, for a gap in silence would be worse. When the generation
 * that answers retires, what has happened until then is still delivered.
 */
final class ChangeStream<E> implements Flow.Publisher<E> {
  private static final int MOST_WAITING = 1_024;

  private final RequestContext context;
  private final CommitEvents<E> events;

  /** A stream of the events that {@code events} finds in each commit. */
  ChangeStream(RequestContext context, CommitEvents<E> events) {
    this.context = context;
    this.events = events;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super E> subscriber) {
    new Delivery(subscriber).begin();
  }

  private final class Delivery implements Flow.Subscription {
    private final Flow.Subscriber<? super E> subscriber;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<CommitFeed.Commit> waiting = new ArrayDeque<>();
    private final ArrayDeque<E> ready = new ArrayDeque<>();
    private CommitFeed.@Nullable Listening listening;
    private long wanted;
    private boolean delivering;
    private boolean ended;
    private boolean finishing;
    private boolean overrun;

    Delivery(Flow.Subscriber<? super E> subscriber) {
      this.subscriber = subscriber;
    }

    void begin() {
      subscriber.onSubscribe(this);
      lock.lock();
      try {
        if (!ended) {
          listening = context.services().commits().listen(this::committed);
        }
      } finally {
        lock.unlock();
      }
      context.onRetirement(this::finish);
    }

    /** Nothing more will come: delivers what is there, then completes. */
    private void finish() {
      lock.lock();
      try {
        finishing = true;
        stopListening();
        wake();
      } finally {
        lock.unlock();
      }
    }

    private void stopListening() {
      if (listening != null) {
        listening.close();
      }
    }

    /** On the committing thread: only noted, so that no subscriber slows a commit. */
    private void committed(CommitFeed.Commit commit) {
      lock.lock();
      try {
        if (ended || finishing || overrun) {
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
        stopListening();
      } finally {
        lock.unlock();
      }
    }

    private void wake() {
      boolean something = !waiting.isEmpty() || !ready.isEmpty();
      if (!delivering
          && !ended
          && (wanted > 0 ? something || overrun || finishing : !something && finishing)) {
        delivering = true;
        Thread.ofVirtual().name("subscription").start(this::deliver);
      }
    }

    private void deliver() {
      try {
        for (Runnable step = next(); step != null; step = next()) {
          step.run();
        }
      } catch (RuntimeException failure) {
        cancel();
        subscriber.onError(failure);
      }
    }

    /** Null when there is nothing to do now; the deliverer then ends. */
    private @Nullable Runnable next() {
      lock.lock();
      try {
        if (ended) {
          delivering = false;
          return null;
        }
        if (!ready.isEmpty()) {
          if (wanted == 0) {
            delivering = false;
            return null;
          }
          wanted--;
          E event = ready.remove();
          return () -> subscriber.onNext(event);
        }
        if (!waiting.isEmpty()) {
          CommitFeed.Commit commit = waiting.remove();
          return () -> find(commit);
        }
        if (overrun) {
          return () -> end(() -> subscriber.onError(tooSlow()));
        }
        if (finishing) {
          return () -> end(subscriber::onComplete);
        }
        delivering = false;
        return null;
      } finally {
        lock.unlock();
      }
    }

    /** Outside the lock, for a committing thread may wait for that. */
    private void find(CommitFeed.Commit commit) {
      List<E> found = events.of(commit);
      if (!found.isEmpty()) {
        context.follow(commit.after());
      }
      lock.lock();
      try {
        ready.addAll(found);
      } finally {
        lock.unlock();
      }
    }

    private void end(Runnable last) {
      cancel();
      last.run();
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
