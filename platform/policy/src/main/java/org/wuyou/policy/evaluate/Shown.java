package org.wuyou.policy.evaluate;

import java.util.Optional;
import org.wuyou.policy.Unit;
import org.wuyou.policy.expression.Value;

/** Values as a screen shows them. */
final class Shown {
  private Shown() {}

  /** Empty where the value is missing. */
  static Optional<String> of(Value value, Optional<Unit> unit) {
    return switch (value) {
      case Value.Number number ->
          Optional.of(
              unit.map(u -> u.shown(number.exact())).orElseGet(() -> number.exact().toString()));
      case Value.Words words -> Optional.of(words.text());
      case Value.Truth truth -> Optional.of(String.valueOf(truth.holds()));
      case Value.Day day -> Optional.of(day.date().toString());
      case Value.Item item -> Optional.of(item.subject().name());
      case Value.Items items -> Optional.of(String.valueOf(items.values().size()));
      case Value.Missing missing -> Optional.empty();
    };
  }

  /** To the last digit, for comparing. */
  static Optional<String> exact(Value value, Optional<Unit> unit) {
    return value instanceof Value.Number number && unit.isPresent()
        ? Optional.of(unit.get().written(number.exact()))
        : of(value, unit);
  }
}
