package org.wuyou.gateway.sdl;

import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Definition;
import graphql.language.Description;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectiveLocation;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValue;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.FloatValue;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.IntValue;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.ObjectValue;
import graphql.language.ScalarTypeDefinition;
import graphql.language.SourceLocation;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.language.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads SDL that is known to be well formed: what the platform derives, and what the library's
 * parser has accepted before. A start reads two megabytes of it, and the parser of the whole
 * language, which explains what is wrong, takes five times as long.
 */
public final class SdlText {
  private final SdlScanner in;

  private SdlText(SdlScanner in) {
    this.in = in;
  }

  /** The text is of a form that is not read here; the library's parser may know it. */
  public static final class UnreadException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    UnreadException(String message) {
      super(message);
    }
  }

  /**
   * The definitions of the text, in its order.
   *
   * @param source the name that places bear; null for definitions without places
   * @throws UnreadException if the text holds anything but type definitions in their usual form
   */
  public static List<Definition<?>> read(String text, @Nullable String source) {
    return new SdlText(new SdlScanner(text, source)).definitions();
  }

  private List<Definition<?>> definitions() {
    List<Definition<?>> definitions = new ArrayList<>();
    while (in.next() != 0) {
      SourceLocation place = in.place();
      Description description = description();
      definitions.add(definition(place, description));
    }
    return definitions;
  }

  private Definition<?> definition(SourceLocation place, @Nullable Description description) {
    String kind = in.name();
    return switch (kind) {
      case "type" -> object(place, description);
      case "input" -> input(place, description);
      case "enum" -> enumeration(place, description);
      case "interface" -> shared(place, description);
      case "union" -> union(place, description);
      case "scalar" -> scalar(place, description);
      case "directive" -> directiveDefinition(place, description);
      case "extend" -> extension(place);
      default -> throw in.unread("a definition");
    };
  }

  private ObjectTypeDefinition object(SourceLocation place, @Nullable Description description) {
    return ObjectTypeDefinition.newObjectTypeDefinition()
        .sourceLocation(place)
        .description(description)
        .name(in.name())
        .implementz(interfaces())
        .directives(directives())
        .fieldDefinitions(block(this::field))
        .build();
  }

  private ObjectTypeExtensionDefinition extension(SourceLocation place) {
    in.need("type");
    return ObjectTypeExtensionDefinition.newObjectTypeExtensionDefinition()
        .sourceLocation(place)
        .name(in.name())
        .implementz(interfaces())
        .directives(directives())
        .fieldDefinitions(block(this::field))
        .build();
  }

  private InterfaceTypeDefinition shared(SourceLocation place, @Nullable Description description) {
    return InterfaceTypeDefinition.newInterfaceTypeDefinition()
        .sourceLocation(place)
        .description(description)
        .name(in.name())
        .implementz(interfaces())
        .directives(directives())
        .definitions(block(this::field))
        .build();
  }

  private InputObjectTypeDefinition input(SourceLocation place, @Nullable Description description) {
    return InputObjectTypeDefinition.newInputObjectDefinition()
        .sourceLocation(place)
        .description(description)
        .name(in.name())
        .directives(directives())
        .inputValueDefinitions(block(this::value))
        .build();
  }

  private EnumTypeDefinition enumeration(SourceLocation place, @Nullable Description description) {
    return EnumTypeDefinition.newEnumTypeDefinition()
        .sourceLocation(place)
        .description(description)
        .name(in.name())
        .directives(directives())
        .enumValueDefinitions(block(this::enumValue))
        .build();
  }

  private EnumValueDefinition enumValue() {
    SourceLocation place = in.place();
    Description description = description();
    return EnumValueDefinition.newEnumValueDefinition()
        .sourceLocation(place)
        .description(description)
        .name(in.name())
        .directives(directives())
        .build();
  }

  private UnionTypeDefinition union(SourceLocation place, @Nullable Description description) {
    UnionTypeDefinition.Builder union =
        UnionTypeDefinition.newUnionTypeDefinition()
            .sourceLocation(place)
            .description(description)
            .name(in.name())
            .directives(directives());
    in.need('=');
    return union.memberTypes(names('|')).build();
  }

  private ScalarTypeDefinition scalar(SourceLocation place, @Nullable Description description) {
    return ScalarTypeDefinition.newScalarTypeDefinition()
        .sourceLocation(place)
        .description(description)
        .name(in.name())
        .directives(directives())
        .build();
  }

  private DirectiveDefinition directiveDefinition(
      SourceLocation place, @Nullable Description description) {
    in.need('@');
    DirectiveDefinition.Builder directive =
        DirectiveDefinition.newDirectiveDefinition()
            .sourceLocation(place)
            .description(description)
            .name(in.name())
            .inputValueDefinitions(several('(', ')', this::value))
            .repeatable(in.skip("repeatable"));
    in.need("on");
    in.skip('|');
    List<DirectiveLocation> locations = new ArrayList<>();
    do {
      SourceLocation at = in.place();
      String name = Introspection.DirectiveLocation.valueOf(in.name()).name();
      locations.add(DirectiveLocation.newDirectiveLocation().sourceLocation(at).name(name).build());
    } while (in.skip('|'));
    return directive.directiveLocations(locations).build();
  }

  private List<Type> interfaces() {
    if (!in.skip("implements")) {
      return List.of();
    }
    return names('&');
  }

  @SuppressWarnings("rawtypes") // as the library's builders want them
  private List<Type> names(char between) {
    in.skip(between);
    List<Type> names = new ArrayList<>();
    do {
      names.add(typeName());
    } while (in.skip(between));
    return names;
  }

  private FieldDefinition field() {
    SourceLocation place = in.place();
    Description description = description();
    FieldDefinition.Builder field =
        FieldDefinition.newFieldDefinition()
            .sourceLocation(place)
            .description(description)
            .name(in.name())
            .inputValueDefinitions(several('(', ')', this::value));
    in.need(':');
    return field.type(type()).directives(directives()).build();
  }

  private InputValueDefinition value() {
    SourceLocation place = in.place();
    Description description = description();
    InputValueDefinition.Builder value =
        InputValueDefinition.newInputValueDefinition()
            .sourceLocation(place)
            .description(description)
            .name(in.name());
    in.need(':');
    value.type(type());
    if (in.skip('=')) {
      value.defaultValue(literal());
    }
    return value.directives(directives()).build();
  }

  private Type<?> type() {
    SourceLocation place = in.place();
    Type<?> type;
    if (in.skip('[')) {
      type = ListType.newListType(type()).sourceLocation(place).build();
      in.need(']');
    } else {
      type = typeName();
    }
    return in.skip('!') ? NonNullType.newNonNullType(type).sourceLocation(place).build() : type;
  }

  private TypeName typeName() {
    SourceLocation place = in.place();
    return TypeName.newTypeName(in.name()).sourceLocation(place).build();
  }

  private List<Directive> directives() {
    List<Directive> directives = new ArrayList<>();
    while (in.next() == '@') {
      SourceLocation place = in.place();
      in.need('@');
      directives.add(
          Directive.newDirective()
              .sourceLocation(place)
              .name(in.name())
              .arguments(several('(', ')', this::argument))
              .build());
    }
    return directives;
  }

  private Argument argument() {
    SourceLocation place = in.place();
    Argument.Builder argument = Argument.newArgument().sourceLocation(place).name(in.name());
    in.need(':');
    return argument.value(literal()).build();
  }

  private Value<?> literal() {
    SourceLocation place = in.place();
    char first = in.next();
    if (first == '"') {
      return StringValue.newStringValue(in.string()).sourceLocation(place).build();
    } else if (first == '[') {
      return ArrayValue.newArrayValue()
          .sourceLocation(place)
          .values(several('[', ']', this::literal))
          .build();
    } else if (first == '{') {
      return ObjectValue.newObjectValue()
          .sourceLocation(place)
          .objectFields(several('{', '}', this::objectField))
          .build();
    } else if (first == '-' || first >= '0' && first <= '9') {
      return number(place);
    }
    String name = in.name();
    return switch (name) {
      case "true", "false" ->
          BooleanValue.newBooleanValue(name.equals("true")).sourceLocation(place).build();
      case "null" -> NullValue.newNullValue().sourceLocation(place).build();
      default -> EnumValue.newEnumValue(name).sourceLocation(place).build();
    };
  }

  private Value<?> number(SourceLocation place) {
    String digits = in.number();
    try {
      return digits.matches("-?[0-9]+")
          ? IntValue.newIntValue(new BigInteger(digits)).sourceLocation(place).build()
          : FloatValue.newFloatValue(new BigDecimal(digits)).sourceLocation(place).build();
    } catch (NumberFormatException other) {
      throw in.unread("a number instead of " + digits);
    }
  }

  private ObjectField objectField() {
    ObjectField.Builder field = ObjectField.newObjectField().name(in.name());
    in.need(':');
    return field.value(literal()).build();
  }

  private <T> List<T> block(Supplier<T> each) {
    return several('{', '}', each);
  }

  /** What stands between two marks; nothing if the first does not follow. */
  private <T> List<T> several(char begin, char end, Supplier<T> each) {
    List<T> found = new ArrayList<>();
    if (in.skip(begin)) {
      while (!in.skip(end)) {
        found.add(each.get());
      }
    }
    return found;
  }

  private @Nullable Description description() {
    if (in.next() != '"') {
      return null;
    }
    SourceLocation place = in.place();
    return new Description(in.string(), place, false);
  }
}
