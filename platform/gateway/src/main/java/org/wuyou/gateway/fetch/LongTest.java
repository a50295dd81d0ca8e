package org.wuyou.gateway.fetch;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A {@code LongFilter} on a number that is never missing. */
record LongTest(Map<String, Object> filter) {
  static LongTest of(Map<String, Object> filter) {
    filter.forEach(
        (operator, value) -> {
          if (value == null) {
            throw RequestFault.badRequest(
                "NULL_COMPARISON", operator + " 的值为空。", operator + " is null.");
          }
        });
    return new LongTest(filter);
  }

  boolean holds(long number) {
    return filter.entrySet().stream().allMatch(e -> holds(number, e.getKey(), e.getValue()));
  }

  private static boolean holds(long number, String operator, Object value) {
    return switch (operator) {
      case "eq" -> number == (Long) value;
      case "ne" -> number != (Long) value;
      case "lt" -> number < (Long) value;
      case "le" -> number <= (Long) value;
      case "gt" -> number > (Long) value;
      case "ge" -> number >= (Long) value;
      case "in" -> ((List<?>) value).stream().anyMatch(v -> Objects.equals(v, number));
      case "notIn" -> ((List<?>) value).stream().noneMatch(v -> Objects.equals(v, number));
      case "isNull" -> !((Boolean) value);
      default -> throw new IllegalStateException("no such operator " + operator);
    };
  }
}
