package org.wuyou.gateway.schema;

import graphql.schema.GraphQLObjectType;
import graphql.schema.TypeResolver;
import java.util.Map;
import org.wuyou.spi.data.Row;

/** Which type of an interface or union an object is: an entity's row, or a record of that name. */
final class TypeNames {
  @SuppressWarnings("NullAway") // graphql-java takes null for "unknown" but does not say so
  static final TypeResolver RESOLVER =
      environment -> {
        Object object = environment.getObject();
        String name =
            switch (object) {
              case Row row -> row.entity();
              case Map<?, ?> map -> String.valueOf(map.get("__typename"));
              default -> object.getClass().getSimpleName();
            };
        return environment.getSchema().getType(name) instanceof GraphQLObjectType type
            ? type
            : null;
      };

  private TypeNames() {}
}
