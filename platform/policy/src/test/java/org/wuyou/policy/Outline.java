package org.wuyou.policy;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.evaluate.Quantity;
import org.wuyou.policy.evaluate.Shortfall;
import org.wuyou.policy.expression.DerivedFact;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Indicator;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.parse.Spot;

/**
 * Whatever the engine answers as indented text: records by their components, what has a name of its
 * own by that name once it is not what was asked about, and nothing of what is empty or of where it
 * stands in a file.
 */
final class Outline {
  private final StringBuilder text = new StringBuilder();

  private Outline() {}

  static String of(Object value) {
    Outline outline = new Outline();
    outline.line(0, "", value, true);
    return outline.text.toString();
  }

  private void line(int depth, String name, @Nullable Object value, boolean asked) {
    Object shown = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (shown == null
        || shown instanceof Spot
        || shown instanceof Collection<?> all && all.isEmpty()) {
      return;
    }
    String indent = "  ".repeat(depth);
    String plain = plain(shown, asked);
    if (plain != null) {
      text.append(indent).append(name).append(plain).append('\n');
      return;
    }
    text.append(indent).append(name.isEmpty() ? kind(shown) : name + kind(shown)).append('\n');
    parts(depth + 1, shown);
  }

  private static String kind(Object value) {
    return value instanceof Record ? value.getClass().getSimpleName() : "";
  }

  private void parts(int depth, Object value) {
    switch (value) {
      case List<?> list -> list.forEach(item -> line(depth, "- ", item, false));
      case Set<?> set ->
          set.stream()
              .map(Outline::of)
              .map(String::strip)
              .sorted()
              .forEach(item -> line(depth, "- ", item, false));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .sorted((one, other) -> key(one).compareTo(key(other)))
              .forEach(entry -> line(depth, key(entry) + ": ", entry.getValue(), false));
      default -> {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
          line(depth, component.getName() + ": ", read(component, value), false);
        }
      }
    }
  }

  private static String key(Map.Entry<?, ?> entry) {
    return String.valueOf(entry.getKey());
  }

  private static @Nullable Object read(RecordComponent component, Object record) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** One line for what one line tells; null for what has parts. */
  private static @Nullable String plain(Object value, boolean asked) {
    return switch (value) {
      case Rule rule -> asked ? null : rule.id();
      case Parameter parameter -> asked ? null : parameter.id();
      case Indicator indicator -> asked ? null : indicator.id();
      case DerivedFact fact -> fact.entity() + "." + fact.name();
      case Subject subject -> subject.entity() + " " + subject.name();
      case Facts facts -> "facts";
      case Term term -> "";
      case Expression expression -> expression(expression);
      case Shortfall shortfall -> shortfall.say() + " of " + shortfall.relative();
      case Quantity quantity -> quantity.exact() + " over " + quantity.years() + " years";
      case Value.Number number -> number.exact().toString();
      case Value.Item item -> item.subject().name();
      case Text words -> words.toString();
      case OptionalInt number -> number.isPresent() ? "" + number.getAsInt() : "none";
      case Collection<?> all -> null;
      case Map<?, ?> map -> null;
      case Record record ->
          record.getClass().getRecordComponents().length == 0 ? kind(record) : null;
      default -> value.toString();
    };
  }

  private static String expression(Expression expression) {
    String limits =
        expression.limits().stream()
            .map(limit -> limit.figure().orElse("…") + limit.symbol() + limit.bound().orElse("…"))
            .collect(Collectors.joining(", "));
    return expression.source().strip()
        + " | "
        + expression.type()
        + " | "
        + expression.leaves().stream().map(Expression.Leaf::name).toList()
        + " | "
        + limits
        + " | "
        + expression.names().parameters().stream().sorted().toList()
        + expression.uses().parameters().stream().sorted().toList()
        + expression.uses().readings().stream().sorted().toList();
  }
}
