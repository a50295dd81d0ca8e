package org.wuyou.gateway.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Aggregation.Grain;
import org.wuyou.spi.data.Aggregation.GroupBy;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.ValueType;

/**
 * A {@code groupBy} input, {@code [{industryCode: SECTION}, {enterprise: {divisionCode: CITY}}]}.
 */
final class Grouping {
  private Grouping() {}

  static List<GroupBy> read(
      RequestContext context, EntityType entity, @Nullable List<Map<String, Object>> groupBy) {
    List<GroupBy> groups = new ArrayList<>();
    if (groupBy != null) {
      groupBy.forEach(one -> groups.add(read(context, entity, "", one)));
    }
    return groups;
  }

  @SuppressWarnings("unchecked")
  private static GroupBy read(
      RequestContext context, EntityType entity, String prefix, Map<String, Object> one) {
    var entry = one.entrySet().iterator().next();
    var field = Paths.readable(context, entity, entry.getKey());
    String path = Paths.join(prefix, field.name());
    if (entry.getValue() instanceof Map<?, ?> nested
        && field.type() instanceof ValueType.Reference(String target)) {
      return read(context, context.model().entity(target), path, (Map<String, Object>) nested);
    }
    return new GroupBy(path, Grain.valueOf((String) entry.getValue()));
  }
}
