package org.wuyou.store.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.model.EntityType;

/**
 * The columns of one table in storage order, and what must be unique.
 *
 * @param type the declaration, or null while the entity's module is absent
 * @param uniques columns that no two rows share; the entity's key comes first
 */
public record Layout(
    String entity,
    @Nullable EntityType type,
    List<Column> columns,
    Map<String, Integer> index,
    List<List<Integer>> uniques) {

  /**
   * @param type null for an entity that the present model lacks
   */
  public static Layout of(String entity, @Nullable EntityType type, List<Column> columns) {
    Map<String, Integer> index = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).declared()) {
        index.put(columns.get(i).name(), i);
      }
    }
    List<List<Integer>> uniques = new ArrayList<>();
    if (type != null) {
      List<List<String>> sets = new ArrayList<>();
      sets.add(type.key());
      sets.addAll(type.uniques());
      for (List<String> fields : sets) {
        if (!fields.isEmpty()) {
          uniques.add(fields.stream().map(field -> required(index, entity, field)).toList());
        }
      }
    }
    return new Layout(entity, type, List.copyOf(columns), index, List.copyOf(uniques));
  }

  private static int required(Map<String, Integer> index, String entity, String field) {
    Integer column = index.get(field);
    if (column == null) {
      throw new IllegalArgumentException(
          "no stored field " + field + " on " + entity + "; it has " + index.keySet());
    }
    return column;
  }

  /** Number of the column; a programming error if there is none of that name. */
  public int column(String field) {
    return required(index, entity, field);
  }

  public Column at(int column) {
    return columns.get(column);
  }

  public EntityType declaration() {
    if (type == null) {
      throw new IllegalStateException("the module of " + entity + " is absent");
    }
    return type;
  }

  /** Whether rows are found by the column's value: declared so, or part of a unique set. */
  public boolean indexed(int column) {
    if (type == null || !at(column).declared() || at(column).reference()) {
      return false;
    }
    org.wuyou.spi.model.ValueType kind = at(column).type();
    boolean small =
        at(column).coded()
            || kind instanceof org.wuyou.spi.model.ValueType.Int
            || kind instanceof org.wuyou.spi.model.ValueType.Bool
            || kind instanceof org.wuyou.spi.model.ValueType.Date
            || kind instanceof org.wuyou.spi.model.ValueType.Month;
    return small
        && (type.field(at(column).name()).indexed()
            || uniques.stream().anyMatch(set -> set.contains(column)));
  }

  /** The unique set that consists of this column alone, or -1. */
  public int uniqueAlone(int column) {
    return uniques.indexOf(List.of(column));
  }

  /** Whether the entity has a key, which then is the first of {@link #uniques}. */
  public boolean keyed() {
    return type != null && !type.key().isEmpty();
  }
}
