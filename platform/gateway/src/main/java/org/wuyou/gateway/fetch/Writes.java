package org.wuyou.gateway.fetch;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.values.GlobalId;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.ValueType;

/** The generated mutations: each field is one transaction, answered from what it committed. */
public final class Writes {
  private static final String INPUT = "input";

  private Writes() {}

  public static DataFetcher<?> create(String entity) {
    return one(
        entity,
        (context, type, environment) ->
            new Change.Insert(entity, values(context, type, input(environment))));
  }

  public static DataFetcher<?> update(String entity) {
    return one(
        entity,
        (context, type, environment) ->
            new Change.Update(
                entity,
                key(context, type, environment),
                environment.getArgument("expectedVersion"),
                values(context, type, input(environment))));
  }

  public static DataFetcher<?> remove(String entity) {
    return environment -> {
      RequestContext context = writing(environment);
      EntityType type = context.model().entity(entity);
      RowKey key = key(context, type, environment);
      Change change = new Change.Remove(entity, key, environment.getArgument("expectedVersion"));
      return Written.of(
          context.commit(List.of(change), coordinate(environment)),
          entity,
          List.of(List.of()),
          (outcome, snapshot) -> new GlobalId(entity, outcome.id()).text());
    };
  }

  /** Many rows at once: all or none. */
  public static DataFetcher<?> upsert(String entity) {
    return environment -> {
      RequestContext context = writing(environment);
      EntityType type = context.model().entity(entity);
      List<Map<String, Object>> inputs = Objects.requireNonNull(environment.getArgument(INPUT));
      int most = context.services().limits().batch();
      if (inputs.size() > most) {
        throw new RequestFault(
            "LIMIT_BATCH",
            new Label(
                "一次最多写入 " + most + " 行；请分批，或用文件导入。",
                "At most " + most + " rows are written at once; send batches, or import a file."),
            Map.of("limit", most));
      }
      List<Change> changes = new ArrayList<>(inputs.size());
      List<List<String>> paths = new ArrayList<>(inputs.size());
      for (int i = 0; i < inputs.size(); i++) {
        changes.add(new Change.Upsert(entity, values(context, type, inputs.get(i))));
        paths.add(List.of(INPUT, Integer.toString(i)));
      }
      return Written.of(
          context.commit(changes, coordinate(environment)),
          entity,
          paths,
          (outcome, snapshot) -> row(entity, outcome, snapshot));
    };
  }

  private interface OneChange {
    Change make(RequestContext context, EntityType type, DataFetchingEnvironment environment);
  }

  private static DataFetcher<?> one(String entity, OneChange maker) {
    return environment -> {
      RequestContext context = writing(environment);
      Change change = maker.make(context, context.model().entity(entity), environment);
      return Written.of(
          context.commit(List.of(change), coordinate(environment)),
          entity,
          List.of(List.of(INPUT)),
          (outcome, snapshot) -> row(entity, outcome, snapshot));
    };
  }

  static RequestContext writing(DataFetchingEnvironment environment) {
    RequestContext context = RequestContext.of(environment);
    context.checkDeadline();
    if (!context.access().mayMutate(context.caller())) {
      throw RequestFault.forbidden(
          "此令牌只可读取；写入需要 admin 角色。", "This token may only read; to write takes the role admin.");
    }
    return context;
  }

  private static String coordinate(DataFetchingEnvironment environment) {
    return "Mutation." + environment.getField().getName();
  }

  private static @Nullable Row row(String entity, CommitResult.Outcome outcome, Snapshot snapshot) {
    return snapshot.find(entity, RowKey.id(outcome.id())).orElse(null);
  }

  private static Map<String, Object> input(DataFetchingEnvironment environment) {
    return Objects.requireNonNull(environment.getArgument(INPUT));
  }

  private static RowKey key(
      RequestContext context, EntityType type, DataFetchingEnvironment environment) {
    Map<String, Object> key = Objects.requireNonNull(environment.getArgument("key"));
    return Keys.read(context.model(), type, key);
  }

  /** References become keys; what the caller may not read he may not write either. */
  private static Map<String, @Nullable Object> values(
      RequestContext context, EntityType type, Map<String, Object> input) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    input.forEach(
        (name, value) -> {
          Field field = Paths.readable(context, type, name);
          values.put(name, value == null ? null : value(context, field, value));
        });
    return values;
  }

  @SuppressWarnings("unchecked")
  private static Object value(RequestContext context, Field field, Object value) {
    if (!(field.type() instanceof ValueType.Reference(String target))) {
      return value;
    }
    EntityType entity = context.model().entity(target);
    if (value instanceof List<?> list) {
      return list.stream()
          .map(one -> Keys.read(context.model(), entity, (Map<String, Object>) one))
          .toList();
    }
    return Keys.read(context.model(), entity, (Map<String, Object>) value);
  }
}
