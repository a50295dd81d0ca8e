package org.wuyou.gateway.sdl;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of a node's directives; what has the wrong type is left out, as {@link
 * DirectiveRules} has told of it.
 */
final class Directives {
  private Directives() {}

  static Optional<Directive> find(DirectivesContainer<?> node, String name) {
    List<Directive> found = node.getDirectives(name);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
  }

  static Optional<String> text(DirectivesContainer<?> node, String directive, String argument) {
    return switch (value(node, directive, argument)) {
      case StringValue text -> Optional.ofNullable(text.getValue());
      case EnumValue name -> Optional.of(name.getName());
      case null, default -> Optional.empty();
    };
  }

  static Optional<BigDecimal> number(
      DirectivesContainer<?> node, String directive, String argument) {
    return switch (value(node, directive, argument)) {
      case IntValue number -> Optional.of(new BigDecimal(number.getValue()));
      case FloatValue number -> Optional.of(number.getValue());
      case null, default -> Optional.empty();
    };
  }

  static List<String> texts(DirectivesContainer<?> node, String directive, String argument) {
    return texts(value(node, directive, argument));
  }

  static List<List<String>> textLists(
      DirectivesContainer<?> node, String directive, String argument) {
    return value(node, directive, argument) instanceof ArrayValue array
        ? array.getValues().stream().map(Directives::texts).toList()
        : List.of();
  }

  private static List<String> texts(@Nullable Value<?> value) {
    return value instanceof ArrayValue array
        ? array.getValues().stream()
            .filter(StringValue.class::isInstance)
            .map(v -> ((StringValue) v).getValue())
            .filter(Objects::nonNull)
            .toList()
        : List.of();
  }

  private static @Nullable Value<?> value(
      DirectivesContainer<?> node, String directive, String argument) {
    return find(node, directive)
        .map(d -> d.getArgument(argument))
        .map(Argument::getValue)
        .orElse(null);
  }
}
