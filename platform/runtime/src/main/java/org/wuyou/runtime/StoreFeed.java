package org.wuyou.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.wuyou.gateway.CommitFeed;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.store.CommitEvent;
import org.wuyou.store.WuyouStore;

/** The store's commits as the gateway's subscriptions want them: with the state before each. */
final class StoreFeed implements CommitFeed {
  private final WuyouStore store;
  private final Set<Consumer<Commit>> listeners = ConcurrentHashMap.newKeySet();

  /** Touched by the store's one telling thread only. */
  private Snapshot before;

  StoreFeed(WuyouStore store) {
    this.store = store;
    this.before = store.snapshot();
    store.onCommit(this::tell);
  }

  @Override
  public Listening listen(Consumer<Commit> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Tells a commit of nothing, so that listeners look again by rules that have changed. */
  void again() {
    Snapshot now = store.snapshot();
    listeners.forEach(listener -> listener.accept(new Commit(now, now, List.of())));
  }

  private void tell(CommitEvent event) {
    if (!listeners.isEmpty()) {
      List<Changed> changes = new ArrayList<>();
      event
          .rows()
          .forEach(
              (entity, rows) ->
                  rows.forEach(row -> changes.add(new Changed(entity, row.effect(), row.id()))));
      Commit commit = new Commit(before, event.snapshot(), changes);
      listeners.forEach(listener -> listener.accept(commit));
    }
    before = event.snapshot();
  }
}
