package org.wuyou.gateway.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Selection.Order;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.ValueType;

/** An {@code orderBy} input, {@code [{revenue: DESC}, {enterprise: {uscc: ASC}}]}, as orders. */
final class Orders {
  private Orders() {}

  static List<Order> read(
      RequestContext context, EntityType entity, @Nullable List<Map<String, Object>> orderBy) {
    if (orderBy == null || orderBy.isEmpty()) {
      return List.of();
    }
    List<Order> orders = new ArrayList<>(orderBy.size());
    for (Map<String, Object> one : orderBy) {
      orders.add(read(context, entity, "", one));
    }
    return orders;
  }

  @SuppressWarnings("unchecked")
  private static Order read(
      RequestContext context, EntityType entity, String prefix, Map<String, Object> one) {
    var entry = one.entrySet().iterator().next();
    String name = entry.getKey();
    if (entry.getValue() instanceof Map<?, ?> nested) {
      if (!(Paths.readable(context, entity, name).type()
          instanceof ValueType.Reference(String target))) {
        throw new IllegalStateException(name + " is no reference");
      }
      return read(
          context,
          context.model().entity(target),
          Paths.join(prefix, name),
          (Map<String, Object>) nested);
    }
    if (!name.equals("id")) {
      Paths.readable(context, entity, name);
    }
    return new Order(Paths.join(prefix, name), "DESC".equals(entry.getValue()));
  }
}
