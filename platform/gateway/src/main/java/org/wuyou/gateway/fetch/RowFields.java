package org.wuyou.gateway.fetch;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.values.GlobalId;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.ValueType;

/** Fetchers of the fields that every row has as data. */
public final class RowFields {
  public static final Light ID = (source, environment) -> GlobalId.of((Row) source);
  public static final Light VERSION = (source, environment) -> ((Row) source).version();

  private RowFields() {}

  /** The stored field, behind the caller's roles if the field names any. */
  public static DataFetcher<?> stored(EntityType entity, Field field) {
    Column column = new Column(field.name());
    Light fetcher =
        switch (field.type()) {
          case ValueType.MoneyAmount() ->
              (source, environment) -> Units.shown(column.read((Row) source), environment);
          case ValueType.Reference reference ->
              (source, environment) -> visible(column.read((Row) source), environment.get());
          default -> (source, environment) -> column.read((Row) source);
        };
    if (field.readRoles().isEmpty()) {
      return fetcher;
    }
    return (DataFetcher<Object>)
        environment -> {
          Paths.readable(RequestContext.of(environment), entity, field.name());
          return fetcher.get(environment);
        };
  }

  /** The rows the caller does not see are left out. */
  static @Nullable Object visible(@Nullable Object value, DataFetchingEnvironment environment) {
    RequestContext context = RequestContext.of(environment);
    if (value == null || context.caller().scope().isEmpty()) {
      return value;
    }
    return switch (value) {
      case Row row -> context.access().sees(context.caller(), row) ? row : null;
      case List<?> list ->
          list.stream()
              .filter(v -> !(v instanceof Row row) || context.access().sees(context.caller(), row))
              .toList();
      default -> value;
    };
  }

  /** The rows that refer to this one, by pages. */
  public static DataFetcher<?> inverse(EntityType owner, Field field) {
    ValueType.Inverse inverse = (ValueType.Inverse) field.type();
    return environment -> {
      RequestContext context = RequestContext.of(environment);
      context.checkDeadline();
      Paths.readable(context, owner, field.name());
      EntityType entity = context.model().entity(inverse.entity());
      Row row = java.util.Objects.requireNonNull(environment.getSource());
      return Connection.ofInverse(context, entity, row, field.name(), inverse.field(), environment);
    };
  }

  /** The row of the global id, of whatever entity. */
  public static DataFetcher<?> node() {
    return environment -> {
      RequestContext context = RequestContext.of(environment);
      String text = environment.getArgument("id");
      GlobalId id = GlobalId.parse(text == null ? "" : text).orElseThrow(Keys::badId);
      if (!context.snapshot().model().entities().containsKey(id.entity())) {
        return null;
      }
      return context
          .snapshot()
          .find(id.entity(), new org.wuyou.spi.data.RowKey.ById(id.id()))
          .filter(row -> context.access().sees(context.caller(), row))
          .orElse(null);
    };
  }

  /** The row whose key the arguments give. */
  public static DataFetcher<?> byKey(String entityName) {
    return environment -> {
      RequestContext context = RequestContext.of(environment);
      EntityType entity = context.model().entity(entityName);
      Map<String, Object> arguments = environment.getArguments();
      if (!context.snapshot().model().entities().containsKey(entityName)) {
        return null;
      }
      return context
          .snapshot()
          .find(entityName, Keys.ofFields(context.model(), entity, arguments))
          .filter(row -> context.access().sees(context.caller(), row))
          .orElse(null);
    };
  }

  /** Rows of the entity, by pages. */
  public static DataFetcher<?> many(String entityName) {
    return environment -> {
      RequestContext context = RequestContext.of(environment);
      context.checkDeadline();
      return Connection.ofAll(context, context.model().entity(entityName), environment);
    };
  }
}
