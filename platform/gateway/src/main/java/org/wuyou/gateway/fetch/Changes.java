package org.wuyou.gateway.fetch;

import graphql.schema.DataFetcher;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;
import org.wuyou.gateway.CommitFeed;
import org.wuyou.gateway.values.GlobalId;
import org.wuyou.spi.data.CommitResult.Effect;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.EntityType;

/** Subscriptions to the rows of one entity. */
public final class Changes {
  public static final Light EFFECT = (source, environment) -> ((Event) source).effect.name();
  public static final Light ID = (source, environment) -> ((Event) source).globalId();
  public static final Light ROW = (source, environment) -> ((Event) source).current();

  /** One row changed; the row is as it was before if it is gone. */
  record Event(Effect effect, Row row, Snapshot after) {
    String globalId() {
      return GlobalId.of(row);
    }

    @Nullable Row current() {
      return effect == Effect.REMOVED ? null : row;
    }
  }

  private Changes() {}

  public static DataFetcher<?> of(String entityName) {
    return environment -> {
      RequestContext context = RequestContext.of(environment);
      EntityType entity = context.model().entity(entityName);
      Condition where = new Conditions(context).of(entity, environment.getArgument("where"), null);
      CommitEvents<Event> events = commit -> events(entity, where, commit);
      return FlowAdapters.toPublisher(new ChangeStream<>(context, events));
    };
  }

  private static List<Event> events(EntityType entity, Condition where, CommitFeed.Commit commit) {
    return commit.changes().stream()
        .filter(change -> change.entity().equals(entity.name()))
        .filter(change -> change.effect() != Effect.UNCHANGED)
        .flatMap(change -> event(entity, where, commit, change).stream())
        .toList();
  }

  private static Optional<Event> event(
      EntityType entity, Condition where, CommitFeed.Commit commit, CommitFeed.Changed change) {
    Snapshot snapshot = change.effect() == Effect.REMOVED ? commit.before() : commit.after();
    Predicate<Row> wanted = row -> where instanceof Condition.All || satisfies(entity, where, row);
    return snapshot
        .find(entity.name(), RowKey.id(change.id()))
        .filter(wanted)
        .map(row -> new Event(change.effect(), row, commit.after()));
  }

  /** The key narrows the condition to the one row. */
  private static boolean satisfies(EntityType entity, Condition where, Row row) {
    List<Condition> parts = new java.util.ArrayList<>();
    for (String name : entity.key()) {
      Object value = java.util.Objects.requireNonNull(row.value(name));
      parts.add(Condition.eq(name, value instanceof Row other ? RowKey.id(other.id()) : value));
    }
    parts.add(where);
    return row.table().count(new Condition.And(parts)) > 0;
  }
}
