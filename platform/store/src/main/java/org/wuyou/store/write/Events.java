package org.wuyou.store.write;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyou.store.CommitEvent;

/** Tells listeners of commits, in order, on a thread of its own: a slow one delays no commit. */
final class Events implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Events.class);

  private final List<Consumer<CommitEvent>> listeners = new CopyOnWriteArrayList<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("wuyou-store-events").daemon(true).factory());

  void add(Consumer<CommitEvent> listener) {
    listeners.add(listener);
  }

  void tell(CommitEvent event) {
    if (!listeners.isEmpty()) {
      thread.execute(() -> listeners.forEach(listener -> tell(listener, event)));
    }
  }

  private static void tell(Consumer<CommitEvent> listener, CommitEvent event) {
    try {
      listener.accept(event);
    } catch (RuntimeException e) {
      LOG.error(
          "a listener failed on the commit of version {}; the commit stands",
          event.snapshot().version(),
          e);
    }
  }

  /** Tells what waits, then ends. */
  @Override
  public void close() {
    thread.close();
  }
}
