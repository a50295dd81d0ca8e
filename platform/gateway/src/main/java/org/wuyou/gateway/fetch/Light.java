package org.wuyou.gateway.fetch;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A field answered from its source alone, or nearly: the environment, which is costly to make, is
 * made only if asked for.
 */
@FunctionalInterface
public interface Light extends LightDataFetcher<Object> {
  @Nullable Object read(Object source, Supplier<DataFetchingEnvironment> environment)
      throws Exception;

  @Override
  @SuppressWarnings("NullAway") // graphql-java takes null for "no value" but does not say so
  default Object get(
      GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment)
      throws Exception {
    return read(source, environment);
  }

  @Override
  @SuppressWarnings("NullAway")
  default Object get(DataFetchingEnvironment environment) throws Exception {
    return read(environment.getSource(), () -> environment);
  }
}
