package org.wuyou.gateway.access;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.Caller;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.value.DivisionCode;

/**
 * Decides what a caller may read and write: by role, by the {@code @role} of a field, and by the
 * region the caller is confined to. Everything that reads or writes for a caller asks here.
 */
public final class AccessRules {
  private static final String ADMIN = "admin";

  private final Model model;

  public AccessRules(Model model) {
    this.model = model;
  }

  /** Whether the caller may change anything at all. */
  public boolean mayMutate(Caller caller) {
    return caller.has(ADMIN);
  }

  /** Whether the caller may see the field, and filter, order and group by it. */
  public boolean mayRead(Caller caller, Field field) {
    return field.readRoles().isEmpty()
        || caller.has(ADMIN)
        || field.readRoles().stream().anyMatch(caller::has);
  }

  /** Which rows of the entity the caller sees. */
  public Condition visible(Caller caller, EntityType entity) {
    if (caller.scope().isEmpty() || entity.scopeField().isEmpty()) {
      return Condition.ALL;
    }
    return Regions.within(entity.scopeField().get(), caller.scope().get());
  }

  /** Whether the caller sees this row. */
  public boolean sees(Caller caller, Row row) {
    if (caller.scope().isEmpty()) {
      return true;
    }
    Optional<String> path = declared(row.entity()).flatMap(EntityType::scopeField);
    return path.isEmpty() || within(caller.scope().get(), division(row, path.get().split("\\.")));
  }

  /** Whether the caller may make this change: the row lies in his region before and after it. */
  public boolean mayWrite(Caller caller, Change change, Snapshot snapshot) {
    if (!mayMutate(caller)) {
      return false;
    }
    Optional<String> scope = declared(change.entity()).flatMap(EntityType::scopeField);
    if (caller.scope().isEmpty() || scope.isEmpty()) {
      return true;
    }
    String[] path = scope.get().split("\\.");
    String region = caller.scope().get();
    return switch (change) {
      case Change.Insert(String entity, var values) ->
          staysWithin(region, path, entity, values, snapshot, true);
      case Change.Update(String entity, RowKey target, var version, var values) ->
          liesWithin(caller, entity, target, snapshot)
              && staysWithin(region, path, entity, values, snapshot, false);
      case Change.Upsert(String entity, var values) -> {
        Optional<Row> row = existing(entity, values, snapshot);
        yield row.map(r -> sees(caller, r)).orElse(true)
            && staysWithin(region, path, entity, values, snapshot, row.isEmpty());
      }
      case Change.Remove(String entity, RowKey target, var version) ->
          liesWithin(caller, entity, target, snapshot);
    };
  }

  private boolean liesWithin(Caller caller, String entity, RowKey target, Snapshot snapshot) {
    return snapshot.find(entity, target).map(row -> sees(caller, row)).orElse(true);
  }

  private Optional<Row> existing(
      String entity, Map<String, @Nullable Object> values, Snapshot snapshot) {
    java.util.List<Object> key = new java.util.ArrayList<>();
    for (String name : model.entity(entity).key()) {
      Object value = values.get(name);
      if (value == null) {
        return Optional.empty();
      }
      key.add(value);
    }
    return snapshot.find(entity, new RowKey.ByKey(key));
  }

  /** Whether the values leave the row in the region; a new row must name its division. */
  private static boolean staysWithin(
      String region,
      String[] path,
      String entity,
      Map<String, @Nullable Object> values,
      Snapshot snapshot,
      boolean wanted) {
    if (!values.containsKey(path[0])) {
      return !wanted;
    }
    Object value = values.get(path[0]);
    if (value instanceof RowKey key
        && snapshot.model().entity(entity).field(path[0]).type()
            instanceof org.wuyou.spi.model.ValueType.Reference(String target)) {
      String[] rest = java.util.Arrays.copyOfRange(path, 1, path.length);
      return snapshot
          .find(target, key)
          .map(row -> within(region, division(row, rest)))
          .orElse(false);
    }
    return value instanceof String code && within(region, code);
  }

  private static @Nullable String division(Row row, String[] path) {
    Row at = row;
    for (int i = 0; i < path.length - 1; i++) {
      Row next = at.reference(path[i]);
      if (next == null) {
        return null;
      }
      at = next;
    }
    return at.text(path[path.length - 1]);
  }

  private static boolean within(String region, @Nullable String code) {
    return code != null && DivisionCode.within(code, region);
  }

  private Optional<EntityType> declared(String entity) {
    return Optional.ofNullable(model.entities().get(entity));
  }
}
