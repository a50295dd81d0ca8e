package org.wuyou.gateway.schema;

import graphql.language.Description;
import graphql.language.Directive;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValue;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import java.util.Collection;
import java.util.List;
import org.wuyou.gateway.sdl.SdlTypes;

/**
 * Declarations as clients see them: without our directives, which speak to the platform, and with
 * {@code unit} on every field of money.
 */
final class Undirected {
  private Undirected() {}

  static TypeDefinition<?> of(TypeDefinition<?> type) {
    return switch (type) {
      case EnumTypeDefinition enumeration ->
          enumeration.transform(
              b ->
                  b.directives(standard(enumeration.getDirectives()))
                      .enumValueDefinitions(
                          enumeration.getEnumValueDefinitions().stream()
                              .map(v -> v.transform(w -> w.directives(standard(v.getDirectives()))))
                              .toList()));
      case InputObjectTypeDefinition input ->
          input.transform(
              b ->
                  b.directives(standard(input.getDirectives()))
                      .inputValueDefinitions(inputs(input.getInputValueDefinitions())));
      case InterfaceTypeDefinition shared ->
          shared.transform(
              b ->
                  b.directives(standard(shared.getDirectives()))
                      .definitions(
                          shared.getFieldDefinitions().stream().map(Undirected::of).toList()));
      case UnionTypeDefinition union ->
          union.transform(b -> b.directives(standard(union.getDirectives())));
      default -> type;
    };
  }

  static ObjectTypeDefinition of(ObjectTypeDefinition object, Collection<FieldDefinition> fields) {
    return object.transform(
        b ->
            b.directives(standard(object.getDirectives()))
                .fieldDefinitions(fields.stream().map(Undirected::of).toList()));
  }

  static FieldDefinition of(FieldDefinition field) {
    return field.transform(
        b -> {
          b.directives(standard(field.getDirectives()))
              .inputValueDefinitions(inputs(field.getInputValueDefinitions()));
          if (takesUnit(field)) {
            b.inputValueDefinition(
                InputValueDefinition.newInputValueDefinition()
                    .name("unit")
                    .type(TypeName.newTypeName("MoneyUnit").build())
                    .defaultValue(EnumValue.of("YUAN"))
                    .description(new Description("金额单位 | Unit of the amount", null, false))
                    .build());
          }
        });
  }

  static boolean takesUnit(FieldDefinition field) {
    return SdlTypes.innermost(field.getType()).getName().equals("Money")
        && field.getInputValueDefinitions().stream().noneMatch(i -> i.getName().equals("unit"));
  }

  private static List<InputValueDefinition> inputs(List<InputValueDefinition> inputs) {
    return inputs.stream()
        .map(i -> i.transform(b -> b.directives(standard(i.getDirectives()))))
        .toList();
  }

  private static List<Directive> standard(List<Directive> directives) {
    return directives.stream()
        .filter(d -> d.getName().equals("deprecated") || d.getName().equals("oneOf"))
        .toList();
  }
}
