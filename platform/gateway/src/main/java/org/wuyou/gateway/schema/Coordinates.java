package org.wuyou.gateway.schema;

import graphql.introspection.Introspection;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.ScalarInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  public static Coordinates of(GraphQLSchema schema) {
    Map<String, Part> parts = new LinkedHashMap<>();
    for (GraphQLNamedType type : schema.getAllTypesAsList()) {
      if (!Introspection.isIntrospectionTypes(type)
          && !ScalarInfo.isGraphqlSpecifiedScalar(type.getName())) {
        add(parts, type);
      }
    }
    return new Coordinates(parts);
  }

  private static void add(Map<String, Part> parts, GraphQLNamedType type) {
    String name = type.getName();
    switch (type) {
      case GraphQLObjectType object -> {
        parts.put(name, output("type"));
        fields(parts, name, object.getFieldDefinitions());
      }
      case GraphQLInterfaceType shared -> {
        parts.put(name, output("interface"));
        fields(parts, name, shared.getFieldDefinitions());
      }
      case GraphQLEnumType enumeration -> {
        parts.put(name, output("enum"));
        enumeration
            .getValues()
            .forEach(value -> parts.put(name + "." + value.getName(), output("value")));
      }
      case GraphQLUnionType union -> {
        parts.put(name, output("union"));
        union.getTypes().forEach(m -> parts.put(name + "." + m.getName(), output("member")));
      }
      case GraphQLInputObjectType input -> {
        parts.put(name, output("input"));
        for (GraphQLInputObjectField field : input.getFieldDefinitions()) {
          parts.put(
              name + "." + field.getName(), input(field.getType(), field.hasSetDefaultValue()));
        }
      }
      default -> parts.put(name, output("scalar"));
    }
  }

  private static Part output(String text) {
    return new Part(text, false, false);
  }

  private static Part input(GraphQLType type, boolean hasDefault) {
    boolean wanted = GraphQLTypeUtil.isNonNull(type) && !hasDefault;
    return new Part(GraphQLTypeUtil.simplePrint(type), true, wanted);
  }

  private static void fields(
      Map<String, Part> parts, String type, List<GraphQLFieldDefinition> fields) {
    for (GraphQLFieldDefinition field : fields) {
      String coordinate = type + "." + field.getName();
      parts.put(coordinate, output(GraphQLTypeUtil.simplePrint(field.getType())));
      for (GraphQLArgument argument : field.getArguments()) {
        parts.put(
            coordinate + "(" + argument.getName() + ":)",
            input(argument.getType(), argument.hasSetDefaultValue()));
      }
    }
  }
}
