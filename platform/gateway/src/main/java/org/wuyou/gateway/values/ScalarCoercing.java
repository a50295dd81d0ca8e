package org.wuyou.gateway.values;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.BooleanValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.wuyou.spi.value.Parsed;

/**
 * One scalar between the wire and its Java form; a value refused carries its code as {@code
 * extensions.reason}.
 */
final class ScalarCoercing implements Coercing<Object, Object> {
  private final String name;
  private final Function<Object, Parsed<Object>> reader;
  private final Function<Object, Object> writer;

  ScalarCoercing(
      String name, Function<Object, Parsed<Object>> reader, Function<Object, Object> writer) {
    this.name = name;
    this.reader = reader;
    this.writer = writer;
  }

  GraphQLScalarType type() {
    return GraphQLScalarType.newScalar().name(name).coercing(this).build();
  }

  @Override
  public Object serialize(Object value, GraphQLContext context, Locale locale) {
    try {
      return writer.apply(value);
    } catch (RuntimeException unwritable) {
      throw new CoercingSerializeException("not a value of " + name, unwritable);
    }
  }

  @Override
  public Object parseValue(Object input, GraphQLContext context, Locale locale) {
    return switch (reader.apply(input)) {
      case Parsed.Ok<Object>(Object value) -> value;
      case Parsed.Bad<Object>(var code, var message) ->
          throw CoercingParseValueException.newCoercingParseValueException()
              .message(message.in(locale))
              .extensions(Map.of("reason", code))
              .build();
    };
  }

  @Override
  public Object parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    Object raw =
        switch (input) {
          case StringValue text -> text.getValue();
          case IntValue number -> number.getValue();
          case FloatValue number -> number.getValue();
          case BooleanValue truth -> truth.isValue();
          default -> input;
        };
    return switch (reader.apply(raw)) {
      case Parsed.Ok<Object>(Object value) -> value;
      case Parsed.Bad<Object>(var code, var message) ->
          throw CoercingParseLiteralException.newCoercingParseLiteralException()
              .message(message.in(locale))
              .extensions(Map.of("reason", code))
              .build();
    };
  }

  @Override
  public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
    return StringValue.of(input.toString());
  }
}
