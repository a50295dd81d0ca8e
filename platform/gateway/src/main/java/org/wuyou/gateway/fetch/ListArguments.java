package org.wuyou.gateway.fetch;

import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Selection;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;

/**
 * The arguments of an entity's list query as JSON has them, for other ways in than GraphQL: read by
 * the same input types, with the same limits on what the caller sees.
 */
public final class ListArguments {
  private static final String WHERE = "where";
  private static final String ORDER = "orderBy";

  private final GraphQLSchema schema;
  private final RequestContext context;

  public ListArguments(GraphQLSchema schema, RequestContext context) {
    this.schema = schema;
    this.context = context;
  }

  /**
   * All rows that the arguments ask for, in their order.
   *
   * @throws RequestFault if the list query would refuse them
   */
  public Selection read(
      EntityType entity,
      Map<String, @Nullable Object> where,
      Optional<String> search,
      List<Map<String, @Nullable Object>> orderBy) {
    if (search.isPresent() && entity.storedFields().stream().noneMatch(Field::searched)) {
      throw RequestFault.badRequest(
          "NO_SEARCH",
          entity.name() + " 没有可全文检索的字段；请用 where。",
          entity.name() + " has no field to search; use where.");
    }
    CoercedVariables read = coerce(entity, where, orderBy);
    @SuppressWarnings("unchecked")
    Map<String, Object> condition = (Map<String, Object>) read.get(WHERE);
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> order = (List<Map<String, Object>>) read.get(ORDER);
    Condition wanted = new Conditions(context).of(entity, condition, search.orElse(null));
    return new Selection(
        wanted, Orders.read(context, entity, order), Integer.MAX_VALUE, false, null, null);
  }

  private CoercedVariables coerce(
      EntityType entity,
      Map<String, @Nullable Object> where,
      List<Map<String, @Nullable Object>> orderBy) {
    Type<?> order = new ListType(new NonNullType(new TypeName(entity.name() + "Order")));
    List<VariableDefinition> variables =
        List.of(
            new VariableDefinition(WHERE, new TypeName(entity.name() + "Where")),
            new VariableDefinition(ORDER, order));
    Map<String, Object> raw = new HashMap<>();
    raw.put(WHERE, where);
    raw.put(ORDER, orderBy);
    try {
      return ValuesResolver.coerceVariableValues(
          schema, variables, RawVariables.of(raw), GraphQLContext.getDefault(), context.locale());
    } catch (GraphQLException invalid) {
      throw RequestFault.badRequest(
          "FILTER",
          "筛选或排序条件有误：" + invalid.getMessage(),
          "The filter or the order is wrong: " + invalid.getMessage());
    }
  }
}
