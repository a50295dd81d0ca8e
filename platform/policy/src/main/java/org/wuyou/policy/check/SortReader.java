package org.wuyou.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.expression.ExpressionCompiler.Wanted;
import org.wuyou.policy.model.SortKey;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Yaml;

/** Reads by what subjects are put in order: {@code {by, direction}}, or the expression alone. */
final class SortReader {
  private static final List<String> DIRECTIONS = List.of("descending", "ascending");

  private final RuleContext context;

  SortReader(RuleContext context) {
    this.context = context;
  }

  List<SortKey> read(Keys keys, String key, Optional<String> entity) {
    List<SortKey> order = new ArrayList<>();
    for (Yaml value : keys.items(key)) {
      entity.flatMap(e -> key(value, e)).ifPresent(order::add);
    }
    return order;
  }

  private Optional<SortKey> key(Yaml value, String entity) {
    if (value instanceof Yaml.Scalar source) {
      return context
          .expressions()
          .compile(source, entity, Wanted.ORDERED)
          .map(by -> new SortKey(by, true));
    }
    Keys keys = context.keys(value);
    Optional<Yaml.Scalar> direction = keys.scalar("direction");
    direction
        .filter(word -> !DIRECTIONS.contains(word.text()))
        .ifPresent(word -> context.unknownValue(word, DIRECTIONS));
    boolean descending = direction.map(word -> !word.text().equals("ascending")).orElse(true);
    var by = context.required(keys, "by", entity, Wanted.ORDERED);
    keys.close();
    return by.map(expression -> new SortKey(expression, descending));
  }
}
