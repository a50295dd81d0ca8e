package org.wuyou.gateway.schema;

import graphql.Directives;
import graphql.Scalars;
import graphql.language.Description;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeReference;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Definitions that are known to be sound, as an executable schema. One pass over them: the
 * library's generator walks the whole graph of types five times, which was a third of a start.
 */
final class SchemaTypes {
  private static final Map<String, GraphQLScalarType> STANDARD =
      Stream.of(
              Scalars.GraphQLString,
              Scalars.GraphQLBoolean,
              Scalars.GraphQLInt,
              Scalars.GraphQLFloat,
              Scalars.GraphQLID)
          .collect(Collectors.toUnmodifiableMap(GraphQLScalarType::getName, scalar -> scalar));

  private final Map<String, GraphQLNamedType> types = new LinkedHashMap<>();

  private SchemaTypes() {}

  /**
   * @param definitions closed: every name they use is among them or is a scalar
   */
  static SchemaTypes of(Collection<TypeDefinition<?>> definitions) {
    SchemaTypes made = new SchemaTypes();
    for (TypeDefinition<?> definition : definitions) {
      made.types.put(definition.getName(), made.type(definition));
    }
    return made;
  }

  /** The schema of these types, answered by the code. */
  GraphQLSchema answeredBy(GraphQLCodeRegistry.Builder code) {
    for (GraphQLNamedType type : types.values()) {
      if (type instanceof GraphQLInterfaceType || type instanceof GraphQLUnionType) {
        code.typeResolver(type.getName(), TypeNames.RESOLVER);
      }
    }
    return new GraphQLSchema.FastBuilder(
            code, root("Query").orElseThrow(), orNull("Mutation"), orNull("Subscription"))
        .addTypes(types.values())
        .build();
  }

  private @Nullable GraphQLObjectType orNull(String root) {
    return root(root).orElse(null);
  }

  private Optional<GraphQLObjectType> root(String name) {
    return Optional.ofNullable((GraphQLObjectType) types.get(name));
  }

  private GraphQLNamedType type(TypeDefinition<?> definition) {
    return switch (definition) {
      case ObjectTypeDefinition object -> object(object);
      case InputObjectTypeDefinition input -> input(input);
      case EnumTypeDefinition enumeration -> enumeration(enumeration);
      case InterfaceTypeDefinition shared -> shared(shared);
      case UnionTypeDefinition union -> union(union);
      case ScalarTypeDefinition scalar -> scalar(scalar);
      default -> throw new IllegalStateException(definition.getName() + " is of no known kind");
    };
  }

  private GraphQLObjectType object(ObjectTypeDefinition object) {
    GraphQLObjectType.Builder type =
        GraphQLObjectType.newObject()
            .name(object.getName())
            .description(text(object.getDescription()));
    object.getImplements().forEach(i -> type.withInterface(reference(i)));
    object.getFieldDefinitions().forEach(field -> type.field(field(field)));
    return type.build();
  }

  private GraphQLInterfaceType shared(InterfaceTypeDefinition shared) {
    GraphQLInterfaceType.Builder type =
        GraphQLInterfaceType.newInterface()
            .name(shared.getName())
            .description(text(shared.getDescription()));
    shared.getImplements().forEach(i -> type.withInterface(reference(i)));
    shared.getFieldDefinitions().forEach(field -> type.field(field(field)));
    return type.build();
  }

  private GraphQLUnionType union(UnionTypeDefinition union) {
    GraphQLUnionType.Builder type =
        GraphQLUnionType.newUnionType()
            .name(union.getName())
            .description(text(union.getDescription()));
    union.getMemberTypes().forEach(member -> type.possibleType(reference(member)));
    return type.build();
  }

  private GraphQLFieldDefinition field(FieldDefinition field) {
    GraphQLFieldDefinition.Builder made =
        GraphQLFieldDefinition.newFieldDefinition()
            .name(field.getName())
            .description(text(field.getDescription()))
            .deprecate(deprecation(field))
            .type((GraphQLOutputType) use(field.getType()));
    for (InputValueDefinition input : field.getInputValueDefinitions()) {
      GraphQLArgument.Builder argument =
          GraphQLArgument.newArgument()
              .name(input.getName())
              .description(text(input.getDescription()))
              .deprecate(deprecation(input))
              .type((GraphQLInputType) use(input.getType()));
      if (input.getDefaultValue() != null) {
        argument.defaultValueLiteral(input.getDefaultValue());
      }
      made.argument(argument.build());
    }
    return made.build();
  }

  private GraphQLInputObjectType input(InputObjectTypeDefinition input) {
    GraphQLInputObjectType.Builder type =
        GraphQLInputObjectType.newInputObject()
            .name(input.getName())
            .description(text(input.getDescription()));
    if (input.hasDirective(Directives.OneOfDirective.getName())) {
      type.withAppliedDirective(Directives.OneOfDirective.toAppliedDirective());
    }
    for (InputValueDefinition value : input.getInputValueDefinitions()) {
      GraphQLInputObjectField.Builder field =
          GraphQLInputObjectField.newInputObjectField()
              .name(value.getName())
              .description(text(value.getDescription()))
              .deprecate(deprecation(value))
              .type((GraphQLInputType) use(value.getType()));
      if (value.getDefaultValue() != null) {
        field.defaultValueLiteral(value.getDefaultValue());
      }
      type.field(field.build());
    }
    return type.build();
  }

  private static GraphQLEnumType enumeration(EnumTypeDefinition enumeration) {
    List<GraphQLEnumValueDefinition> values = new ArrayList<>();
    for (EnumValueDefinition value : enumeration.getEnumValueDefinitions()) {
      values.add(
          GraphQLEnumValueDefinition.newEnumValueDefinition()
              .name(value.getName())
              .value(value.getName())
              .description(text(value.getDescription()))
              .deprecationReason(deprecation(value))
              .build());
    }
    return GraphQLEnumType.newEnum()
        .name(enumeration.getName())
        .description(text(enumeration.getDescription()))
        .replaceValues(values)
        .build();
  }

  private GraphQLType use(Type<?> type) {
    return switch (type) {
      case NonNullType present -> graphql.schema.GraphQLNonNull.nonNull(use(present.getType()));
      case ListType list -> graphql.schema.GraphQLList.list(use(list.getType()));
      case TypeName name -> named(name);
      default -> throw new IllegalStateException("a type of no known kind: " + type);
    };
  }

  private GraphQLTypeReference named(TypeName name) {
    GraphQLScalarType standard = STANDARD.get(name.getName());
    if (standard != null) {
      types.putIfAbsent(standard.getName(), standard);
    }
    return reference(name);
  }

  private static GraphQLScalarType scalar(ScalarTypeDefinition declared) {
    return Objects.requireNonNull(org.wuyou.gateway.values.Scalars.ALL.get(declared.getName()))
        .transform(type -> type.description(text(declared.getDescription())).definition(declared));
  }

  private static GraphQLTypeReference reference(Type<?> name) {
    return GraphQLTypeReference.typeRef(((TypeName) name).getName());
  }

  private static @Nullable String text(@Nullable Description description) {
    return description == null ? null : description.getContent();
  }

  private static @Nullable String deprecation(DirectivesContainer<?> element) {
    List<Directive> found = element.getDirectives(Directives.DeprecatedDirective.getName());
    if (found.isEmpty()) {
      return null;
    }
    return found.getFirst().getArgument("reason") instanceof graphql.language.Argument reason
            && reason.getValue() instanceof StringValue text
        ? text.getValue()
        : Directives.NO_LONGER_SUPPORTED;
  }
}
