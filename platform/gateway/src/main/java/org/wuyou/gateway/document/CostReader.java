package org.wuyou.gateway.document;

import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields times the sizes of the pages and lists they stand in. Reads valid documents only, whose
 * expanded size is known to be bearable.
 */
final class CostReader {
  private static final int PAGE = 50;
  private static final int GROUPS = 100;
  private static final int LIST = 10;

  private final GraphQLSchema schema;
  private final Map<String, FragmentDefinition> fragments;
  private final Map<String, Integer> variableDefaults = new HashMap<>();

  CostReader(
      GraphQLSchema schema,
      Map<String, FragmentDefinition> fragments,
      OperationDefinition operation) {
    this.schema = schema;
    this.fragments = fragments;
    for (VariableDefinition variable : operation.getVariableDefinitions()) {
      if (variable.getDefaultValue() instanceof IntValue number) {
        variableDefaults.put(variable.getName(), number.getValue().intValue());
      }
    }
  }

  Cost of(OperationDefinition operation) {
    GraphQLCompositeType root =
        switch (operation.getOperation()) {
          case QUERY -> schema.getQueryType();
          case MUTATION -> schema.getMutationType();
          case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    return of(operation.getSelectionSet(), root);
  }

  private Cost of(@Nullable SelectionSet set, @Nullable GraphQLCompositeType type) {
    Cost sum = Cost.NONE;
    if (set != null && type != null) {
      for (Selection<?> selection : set.getSelections()) {
        sum = sum.plus(of(selection, type));
      }
    }
    return sum;
  }

  private Cost of(Selection<?> selection, GraphQLCompositeType type) {
    return switch (selection) {
      case Field field when field.getName().startsWith("__") -> Cost.of(1);
      case Field field -> field(field, Introspection.getFieldDef(schema, type, field.getName()));
      case InlineFragment inline ->
          of(
              inline.getSelectionSet(),
              inline.getTypeCondition() == null
                  ? type
                  : composite(inline.getTypeCondition().getName()));
      case FragmentSpread spread -> {
        FragmentDefinition fragment = fragments.get(spread.getName());
        yield fragment == null
            ? Cost.NONE
            : of(fragment.getSelectionSet(), composite(fragment.getTypeCondition().getName()));
      }
      default -> Cost.NONE;
    };
  }

  private Cost field(Field field, GraphQLFieldDefinition definition) {
    if (field.getSelectionSet() == null) {
      return Cost.of(1);
    }
    GraphQLUnmodifiedType type = GraphQLTypeUtil.unwrapAll(definition.getType());
    Cost inner = of(field.getSelectionSet(), composite(type.getName()));
    return Cost.of(1).plus(times(field, definition, inner));
  }

  private Cost times(Field field, GraphQLFieldDefinition definition, Cost inner) {
    boolean list = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
    if (definition.getArgument("first") == null) {
      boolean ofPage = isPagePart(field.getName());
      return list && !ofPage ? inner.times(LIST) : inner;
    }
    int otherwise = list ? GROUPS : PAGE;
    Value<?> size = size(field);
    return switch (size) {
      case IntValue number -> inner.times(Math.max(0, number.getValue().longValue()));
      case VariableReference variable ->
          Cost.scaled(
              variable.getName(),
              variableDefaults.getOrDefault(variable.getName(), otherwise),
              inner);
      case null, default -> inner.times(otherwise);
    };
  }

  /** The page's size is counted at its connection. */
  private static boolean isPagePart(String name) {
    return name.equals("nodes") || name.equals("edges");
  }

  private static @Nullable Value<?> size(Field field) {
    for (Argument argument : field.getArguments()) {
      if (argument.getName().equals("first") || argument.getName().equals("last")) {
        return argument.getValue();
      }
    }
    return null;
  }

  private @Nullable GraphQLCompositeType composite(String name) {
    return schema.getType(name) instanceof GraphQLCompositeType type ? type : null;
  }
}
