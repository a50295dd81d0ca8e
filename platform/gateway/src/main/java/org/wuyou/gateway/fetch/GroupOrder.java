package org.wuyou.gateway.fetch;

import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Aggregation.Kind;
import org.wuyou.spi.data.Group;

/** Which groups are shown, in which order. Groups without an order stay as the keys have them. */
final class GroupOrder {
  private final @Nullable Predicate<Group> having;
  private final List<Comparator<Group>> orders = new ArrayList<>();
  private final int first;

  private GroupOrder(@Nullable Predicate<Group> having, @Nullable Integer first) {
    this.having = having;
    this.first = first == null ? Integer.MAX_VALUE : first;
  }

  static GroupOrder of(FigurePlan plan, DataFetchingEnvironment environment) {
    Integer first = environment.getArgument("first");
    if (first != null && first < 0) {
      throw RequestFault.badRequest(
          "NEGATIVE_PAGE_SIZE", "first 不得为负。", "first may not be negative.");
    }
    GroupOrder order = new GroupOrder(having(plan, environment.getArgument("having")), first);
    List<Map<String, Object>> orderBy = environment.getArgument("orderBy");
    if (orderBy != null) {
      orderBy.forEach(one -> order.orders.add(order(plan, one)));
    }
    return order;
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Predicate<Group> having(
      FigurePlan plan, @Nullable Map<String, Object> having) {
    if (having == null || !(having.get("count") instanceof Map<?, ?> filter)) {
      return null;
    }
    int place = plan.place(Kind.COUNT, null);
    LongTest test = LongTest.of((Map<String, Object>) filter);
    return group -> group.values().get(place) instanceof Long count && test.holds(count);
  }

  private static Comparator<Group> order(FigurePlan plan, Map<String, Object> one) {
    var entry = one.entrySet().iterator().next();
    if (entry.getKey().equals("keys")) {
      return entry.getValue().equals("DESC") ? byKeys().reversed() : byKeys();
    }
    Kind kind = java.util.Objects.requireNonNull(Figures.KINDS.get(entry.getKey()));
    if (entry.getValue() instanceof Map<?, ?> member) {
      var field = member.entrySet().iterator().next();
      return byFigure(plan.place(kind, (String) field.getKey()), "DESC".equals(field.getValue()));
    }
    return byFigure(plan.place(kind, null), "DESC".equals(entry.getValue()));
  }

  private static Comparator<Group> byKeys() {
    return (a, b) -> {
      for (int i = 0; i < a.keys().size(); i++) {
        int order = compare(a.keys().get(i), b.keys().get(i), false);
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }

  private static Comparator<Group> byFigure(int place, boolean descending) {
    return (a, b) -> compare(a.values().get(place), b.values().get(place), descending);
  }

  /** Missing values come last in both directions. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int compare(@Nullable Object a, @Nullable Object b, boolean descending) {
    if (a == null || b == null) {
      return a == b ? 0 : a == null ? 1 : -1;
    }
    if (!(a instanceof Comparable comparable)) {
      return 0;
    }
    int order = comparable.compareTo(b);
    return descending ? -order : order;
  }

  List<Group> apply(List<Group> groups) {
    if (having == null && orders.isEmpty() && first >= groups.size()) {
      return groups;
    }
    var kept = groups.stream();
    if (having != null) {
      kept = kept.filter(having);
    }
    var order = orders.stream().reduce(Comparator::thenComparing);
    if (order.isPresent()) {
      kept = kept.sorted(order.get());
    }
    return kept.limit(first).toList();
  }
}
