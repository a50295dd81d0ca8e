package org.wuyou.gateway.schema;

import graphql.language.Argument;
import graphql.language.Description;
import graphql.language.Directive;
import graphql.language.EnumValue;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SourceLocation;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the SDL that {@link SchemaDraft} writes: object and input types, described, with the few
 * directives the platform derives. The text is long (tens of types an entity) and its form is our
 * own, so this costs a start a small part of what the parser of the whole language does.
 */
final class DerivedText {
  private final String text;
  private int at;

  private DerivedText(String text) {
    this.text = text;
  }

  /**
   * The types of the text, in its order.
   *
   * @throws IllegalStateException if the text is not of the form that is derived
   */
  static List<TypeDefinition<?>> read(String text) {
    return new DerivedText(text).types();
  }

  private List<TypeDefinition<?>> types() {
    List<TypeDefinition<?>> types = new ArrayList<>();
    while (next() != 0) {
      Description description = description();
      String kind = name();
      types.add(kind.equals("type") ? object(description) : input(description));
    }
    return types;
  }

  private ObjectTypeDefinition object(@Nullable Description description) {
    ObjectTypeDefinition.Builder type =
        ObjectTypeDefinition.newObjectTypeDefinition()
            .sourceLocation(SourceLocation.EMPTY)
            .description(description)
            .name(name());
    if (next() == 'i') {
      name(); // implements
      type.implementz(new TypeName(name()));
    }
    if (skip('{')) {
      while (!skip('}')) {
        type.fieldDefinition(field());
      }
    }
    return type.build();
  }

  private FieldDefinition field() {
    FieldDefinition.Builder field =
        FieldDefinition.newFieldDefinition()
            .sourceLocation(SourceLocation.EMPTY)
            .description(description())
            .name(name());
    if (skip('(')) {
      while (!skip(')')) {
        field.inputValueDefinition(value());
      }
    }
    need(':');
    return field.type(type()).directives(directives()).build();
  }

  private InputObjectTypeDefinition input(@Nullable Description description) {
    InputObjectTypeDefinition.Builder type =
        InputObjectTypeDefinition.newInputObjectDefinition()
            .sourceLocation(SourceLocation.EMPTY)
            .description(description)
            .name(name())
            .directives(directives());
    need('{');
    while (!skip('}')) {
      type.inputValueDefinition(value());
    }
    return type.build();
  }

  private InputValueDefinition value() {
    InputValueDefinition.Builder value =
        InputValueDefinition.newInputValueDefinition()
            .sourceLocation(SourceLocation.EMPTY)
            .description(description())
            .name(name());
    need(':');
    value.type(type());
    if (skip('=')) {
      value.defaultValue(new EnumValue(name()));
    }
    return value.build();
  }

  private Type<?> type() {
    Type<?> type;
    if (skip('[')) {
      type = new ListType(type());
      need(']');
    } else {
      type = new TypeName(name());
    }
    return skip('!') ? new NonNullType(type) : type;
  }

  private List<Directive> directives() {
    List<Directive> directives = new ArrayList<>();
    while (skip('@')) {
      Directive.Builder directive = Directive.newDirective().name(name());
      if (skip('(')) {
        while (!skip(')')) {
          String argument = name();
          need(':');
          directive.argument(new Argument(argument, new StringValue(string())));
        }
      }
      directives.add(directive.build());
    }
    return directives;
  }

  private @Nullable Description description() {
    return next() == '"' ? new Description(string(), SourceLocation.EMPTY, false) : null;
  }

  private String string() {
    need('"');
    StringBuilder value = new StringBuilder();
    while (text.charAt(at) != '"') {
      char c = text.charAt(at++);
      value.append(c == '\\' ? escaped() : c);
    }
    at++;
    return value.toString();
  }

  private char escaped() {
    char c = text.charAt(at++);
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> (char) Integer.parseInt(text.substring(at, at += 4), 16);
      default -> c;
    };
  }

  private String name() {
    next();
    int begin = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    if (at == begin) {
      throw unexpected("a name");
    }
    return text.substring(begin, at);
  }

  private void need(char wanted) {
    if (!skip(wanted)) {
      throw unexpected("'" + wanted + "'");
    }
  }

  private boolean skip(char wanted) {
    boolean there = next() == wanted;
    if (there) {
      at++;
    }
    return there;
  }

  /** The next character that means something; 0 at the end. */
  private char next() {
    while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == ',')) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private IllegalStateException unexpected(String wanted) {
    String rest = text.substring(at, Math.min(text.length(), at + 60));
    return new IllegalStateException("derived SDL: " + wanted + " expected at: " + rest);
  }
}
