package org.wuyou.gateway;

import java.util.List;
import java.util.function.Consumer;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.Snapshot;

/** Tells of commits in their order; the source of subscriptions. */
@FunctionalInterface
public interface CommitFeed {
  /**
   * Listens until closed.
   *
   * @param listener called on the committing thread; returns at once
   */
  Listening listen(Consumer<Commit> listener);

  /** Rows changed by one commit; removed rows are to be read in {@code before}. */
  record Commit(Snapshot before, Snapshot after, List<Changed> changes) {
    public Commit {
      changes = List.copyOf(changes);
    }
  }

  record Changed(String entity, CommitResult.Effect effect, long id) {}

  /** Ends the listening. */
  @FunctionalInterface
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  /** Nothing ever happens. */
  CommitFeed SILENT = listener -> () -> {};
}
