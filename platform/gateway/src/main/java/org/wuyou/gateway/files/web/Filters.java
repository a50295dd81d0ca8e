package org.wuyou.gateway.files.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.Caller;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Selection;
import org.wuyou.spi.model.EntityType;

/** Reads the filters of an export exactly as the list query of the entity does. */
@FunctionalInterface
public interface Filters {
  /** Which rows, in which order. */
  record Wanted(Condition where, List<Selection.Order> order) {
    public Wanted {
      order = List.copyOf(order);
    }
  }

  /**
   * @param where as in {@code where:} of the list query, read from JSON
   * @param orderBy as in {@code orderBy:}
   * @throws org.wuyou.gateway.http.HttpRefusal if the query would be refused
   */
  Wanted read(
      EntityType entity,
      Map<String, @Nullable Object> where,
      Optional<String> search,
      List<Map<String, @Nullable Object>> orderBy,
      Caller caller);
}
