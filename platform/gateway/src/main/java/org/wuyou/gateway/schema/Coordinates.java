package org.wuyou.gateway.schema;

import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wuyou.gateway.sdl.SdlTypes;

/** A schema as a flat list of all that clients can name, whether a root leads there or not. */
public record Coordinates(Map<String, Part> parts) {
  /**
   * What stands at a coordinate.
   *
   * @param text its type as written, or its kind
   * @param input whether clients write it, not read it
   * @param wanted whether clients must give it
   */
  public record Part(String text, boolean input, boolean wanted) {}

  public static Coordinates of(Collection<TypeDefinition<?>> definitions) {
    Map<String, Part> parts = new LinkedHashMap<>();
    definitions.forEach(type -> add(parts, type));
    return new Coordinates(parts);
  }

  private static void add(Map<String, Part> parts, TypeDefinition<?> type) {
    String name = type.getName();
    switch (type) {
      case ObjectTypeDefinition object -> {
        parts.put(name, output("type"));
        fields(parts, name, object.getFieldDefinitions());
      }
      case InterfaceTypeDefinition shared -> {
        parts.put(name, output("interface"));
        fields(parts, name, shared.getFieldDefinitions());
      }
      case EnumTypeDefinition enumeration -> {
        parts.put(name, output("enum"));
        enumeration
            .getEnumValueDefinitions()
            .forEach(value -> parts.put(name + "." + value.getName(), output("value")));
      }
      case UnionTypeDefinition union -> {
        parts.put(name, output("union"));
        union
            .getMemberTypes()
            .forEach(m -> parts.put(name + "." + SdlTypes.print(m), output("member")));
      }
      case InputObjectTypeDefinition input -> {
        parts.put(name, output("input"));
        inputs(parts, name + ".%s", input.getInputValueDefinitions());
      }
      default -> parts.put(name, output("scalar"));
    }
  }

  private static Part output(String text) {
    return new Part(text, false, false);
  }

  private static void fields(Map<String, Part> parts, String type, List<FieldDefinition> fields) {
    for (FieldDefinition field : fields) {
      String coordinate = type + "." + field.getName();
      parts.put(coordinate, output(SdlTypes.print(field.getType())));
      inputs(parts, coordinate + "(%s:)", field.getInputValueDefinitions());
    }
  }

  private static void inputs(
      Map<String, Part> parts, String pattern, List<InputValueDefinition> inputs) {
    for (InputValueDefinition input : inputs) {
      boolean wanted = input.getType() instanceof NonNullType && input.getDefaultValue() == null;
      parts.put(
          pattern.formatted(input.getName()),
          new Part(SdlTypes.print(input.getType()), true, wanted));
    }
  }
}
