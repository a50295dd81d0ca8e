package org.wuyou.policy.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.Expression.Comparison;
import org.wuyou.policy.expression.Frame;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.model.Item;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.Target;

/** Says how a clause came out, with the figures found and required. */
final class Findings {
  private Findings() {}

  static Finding of(Rule rule, Item item, Frame frame, PolicyBundle bundle) {
    Expression condition = item.condition();
    Value value = condition.in(frame);
    Finding.State state = state(value);
    Optional<Unit> unit =
        condition.names().parameters().stream()
            .sorted()
            .map(bundle.parameters()::get)
            .map(Parameter::unit)
            .findFirst();
    Optional<Comparison> comparison = condition.comparison();
    Optional<Comparison> failed =
        state == Finding.State.NOT_MET
            ? condition.limits().stream()
                .filter(limit -> limit.term().in(frame).equals(Value.FALSE))
                .findFirst()
            : Optional.empty();
    return new Finding(
        item.id(),
        item.name(),
        item.say(),
        state,
        comparison.flatMap(c -> shown(c.left().in(frame), unit, c.dimension())),
        comparison.flatMap(
            c -> shown(c.right().in(frame), unit, c.dimension()).map(s -> c.symbol() + " " + s)),
        rule.head().citation(),
        condition.names().parameters().stream().sorted().toList(),
        value instanceof Value.Missing missing ? missing.facts() : Set.of(),
        failed.flatMap(limit -> Shortfalls.of(limit, frame, item.name(), unit)));
  }

  /** Whether the rule speaks of the subject at all. */
  static Finding scope(Rule rule, Value applies) {
    return scope(rule, rule.head().name(), applies);
  }

  /** Why a target does not speak of a subject, or cannot be told to. */
  static List<Finding> scope(Target target, Frame frame, Value applies) {
    Text say =
        target
            .band()
            .map(Target.BandOf::tier)
            .map(tier -> tier.head().name())
            .orElse(target.head().name());
    return List.of(scope(target, say, applies));
  }

  private static Finding scope(Rule rule, Text say, Value applies) {
    return plain("scope", new Text("适用范围", "scope"), say, rule, applies);
  }

  /** A clause without figures. */
  static Finding plain(String id, Text name, Text say, Rule rule, Value value) {
    return new Finding(
        id,
        name,
        say,
        state(value),
        Optional.empty(),
        Optional.empty(),
        rule.head().citation(),
        List.of(),
        value instanceof Value.Missing missing ? missing.facts() : Set.of());
  }

  private static Finding.State state(Value value) {
    return switch (value) {
      case Value.Truth truth -> truth.holds() ? Finding.State.MET : Finding.State.NOT_MET;
      case Value.Missing missing -> Finding.State.UNDETERMINED;
      case Value other -> throw new IllegalStateException("a condition gave " + other);
    };
  }

  private static Optional<String> shown(
      Value value, Optional<Unit> unit, Unit.Dimension dimension) {
    if (!(value instanceof Value.Number number)) {
      return Optional.empty();
    }
    return unit.filter(u -> u.dimension() == dimension)
        .map(u -> u.shown(number.exact()))
        .or(
            () ->
                Optional.of(
                    switch (dimension) {
                      case MONEY -> Unit.WAN_YUAN.shown(number.exact());
                      case RATIO -> Unit.PERCENT.shown(number.exact());
                      default -> number.exact().toString();
                    }));
  }
}
