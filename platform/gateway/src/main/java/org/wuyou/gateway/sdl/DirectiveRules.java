package org.wuyou.gateway.sdl;

import graphql.introspection.Introspection.DirectiveLocation;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectivesContainer;
import graphql.language.EnumValue;
import graphql.language.FieldDefinition;
import graphql.language.FloatValue;
import graphql.language.InputValueDefinition;
import graphql.language.IntValue;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.Value;
import java.util.List;
import org.wuyou.spi.model.Label;

/** Directives are known, stand where they may, and have the arguments they are declared with. */
final class DirectiveRules {
  private final Declarations declarations;
  private final Faults faults;

  DirectiveRules(Declarations declarations, Faults faults) {
    this.declarations = declarations;
    this.faults = faults;
  }

  void check(DirectivesContainer<?> node) {
    for (Directive directive : node.getDirectives()) {
      if (BuiltIn.DIRECTIVES.contains(directive.getName())) {
        continue;
      }
      DirectiveDefinition definition = declarations.directives().get(directive.getName());
      if (definition == null) {
        unknown(directive);
      } else {
        place(node, directive, definition);
        arguments(directive, definition);
      }
    }
  }

  private void unknown(Directive directive) {
    String nearest = Nearest.of(directive.getName(), declarations.directives().keySet());
    faults.add(
        directive,
        "UNKNOWN_DIRECTIVE",
        new Label(
            "没有指令 @" + directive.getName() + "。",
            "There is no directive @" + directive.getName() + "."),
        Faults.didYouMean(
            nearest == null ? null : "@" + nearest,
            new Label("可用的指令见 base.graphqls。", "See base.graphqls for the directives there are.")));
  }

  private void place(
      DirectivesContainer<?> node, Directive directive, DirectiveDefinition definition) {
    DirectiveLocation here =
        switch (node) {
          case ObjectTypeDefinition object -> DirectiveLocation.OBJECT;
          case FieldDefinition field -> DirectiveLocation.FIELD_DEFINITION;
          case InputValueDefinition input -> DirectiveLocation.ARGUMENT_DEFINITION;
          case graphql.language.EnumValueDefinition value -> DirectiveLocation.ENUM_VALUE;
          default -> DirectiveLocation.SCHEMA;
        };
    List<String> allowed =
        definition.getDirectiveLocations().stream().map(l -> l.getName()).toList();
    if (!allowed.contains(here.name())) {
      faults.add(
          directive,
          "DIRECTIVE_PLACE",
          new Label(
              "@" + directive.getName() + " 不能用在此处。",
              "@" + directive.getName() + " may not stand here."),
          new Label(
              "可用于：" + String.join("、", allowed),
              "It stands on " + String.join(", ", allowed) + "."));
    }
  }

  private void arguments(Directive directive, DirectiveDefinition definition) {
    for (Argument argument : directive.getArguments()) {
      InputValueDefinition declared =
          definition.getInputValueDefinitions().stream()
              .filter(d -> d.getName().equals(argument.getName()))
              .findFirst()
              .orElse(null);
      String name = "@" + directive.getName() + "(" + argument.getName() + ":)";
      if (declared == null) {
        List<String> names =
            definition.getInputValueDefinitions().stream()
                .map(InputValueDefinition::getName)
                .toList();
        faults.add(
            argument,
            "DIRECTIVE_ARGUMENT",
            new Label("没有参数 " + name + "。", "There is no argument " + name + "."),
            Faults.didYouMean(
                Nearest.of(argument.getName(), names),
                new Label(
                    "可用参数：" + String.join("、", names),
                    "It takes " + String.join(", ", names) + ".")));
      } else if (!fits(argument.getValue(), declared.getType())) {
        String type = SdlTypes.print(declared.getType());
        faults.add(
            argument,
            "DIRECTIVE_ARGUMENT",
            new Label(
                name + " 的值应为 " + type + "。", "The value of " + name + " must be " + type + "."),
            new Label("请改写该值。", "Write the value so."));
      }
    }
    for (InputValueDefinition declared : definition.getInputValueDefinitions()) {
      if (declared.getType() instanceof NonNullType
          && declared.getDefaultValue() == null
          && directive.getArgument(declared.getName()) == null) {
        String name = "@" + directive.getName() + "(" + declared.getName() + ":)";
        faults.add(
            directive,
            "DIRECTIVE_ARGUMENT",
            new Label("缺少参数 " + name + "。", "The argument " + name + " is missing."),
            new Label("请补上。", "Add it."));
      }
    }
  }

  private boolean fits(Value<?> value, Type<?> type) {
    if (type instanceof NonNullType nonNull) {
      return fits(value, nonNull.getType());
    }
    if (type instanceof ListType list) {
      return value instanceof ArrayValue array
          && array.getValues().stream().allMatch(v -> fits(v, list.getType()));
    }
    return switch (SdlTypes.innermost(type).getName()) {
      case "String" -> value instanceof StringValue;
      case "Int" -> value instanceof IntValue;
      case "Float" -> value instanceof IntValue || value instanceof FloatValue;
      case "Boolean" -> value instanceof BooleanValue;
      default ->
          value instanceof EnumValue name
              && declarations.others().get(SdlTypes.innermost(type).getName())
                  instanceof graphql.language.EnumTypeDefinition known
              && known.getEnumValueDefinitions().stream()
                  .anyMatch(v -> v.getName().equals(name.getName()));
    };
  }
}
