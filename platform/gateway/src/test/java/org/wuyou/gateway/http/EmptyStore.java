package org.wuyou.gateway.http;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.wuyou.gateway.CommitFeed;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.EntityStore;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.data.Transaction;
import org.wuyou.spi.model.Model;

/** A store in which nothing is; enough for modules that only compute. */
final class EmptyStore implements EntityStore {
  private static final Snapshot NOTHING = new Nothing();

  @Override
  public Snapshot snapshot() {
    return NOTHING;
  }

  @Override
  public CommitResult commit(Transaction transaction) {
    return new CommitResult.Committed(NOTHING, List.of(), List.of());
  }

  @Override
  public CommitResult rehearse(Transaction transaction) {
    return commit(transaction);
  }

  /** Tells that a row was created, of which nothing can be read but that. */
  static CommitFeed.Commit created(String entity, long id) {
    return new CommitFeed.Commit(
        NOTHING, NOTHING, List.of(new CommitFeed.Changed(entity, CommitResult.Effect.CREATED, id)));
  }

  private static final class Nothing implements Snapshot {
    private static final Table UNREADABLE =
        (Table)
            Proxy.newProxyInstance(
                Table.class.getClassLoader(),
                new Class<?>[] {Table.class},
                (proxy, method, arguments) -> {
                  throw new UnsupportedOperationException(method.getName());
                });

    @Override
    public long version() {
      return 1;
    }

    @Override
    public Model model() {
      return Model.EMPTY;
    }

    @Override
    public Table table(String entity) {
      return UNREADABLE;
    }

    @Override
    public Optional<Row> find(String entity, RowKey key) {
      return Optional.of(new Row(UNREADABLE, 0));
    }
  }
}
