package org.wuyou.gateway.schema;

import graphql.language.InterfaceTypeDefinition;
import graphql.language.SDLDefinition;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.errors.SchemaProblem;
import java.util.Collection;
import org.wuyou.gateway.values.Scalars;

/**
 * Holds definitions against all rules of GraphQL, as the library's own generator knows them: what
 * fulfils an interface, what a default may be, which inputs never end. Takes several times as long
 * as {@link SchemaTypes}, and is asked once for each set of plugins.
 */
final class SchemaProof {
  private SchemaProof() {}

  /**
   * @return the schema as the library makes it; nothing answers its fields
   * @throws SchemaProblem all that is wrong, with its places
   */
  static GraphQLSchema check(Collection<TypeDefinition<?>> definitions) {
    TypeDefinitionRegistry registry = new TypeDefinitionRegistry();
    RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
    Scalars.ALL.values().forEach(wiring::scalar);
    for (TypeDefinition<?> definition : definitions) {
      registry.add((SDLDefinition<?>) definition);
      if (definition instanceof InterfaceTypeDefinition
          || definition instanceof UnionTypeDefinition) {
        wiring.type(definition.getName(), shared -> shared.typeResolver(TypeNames.RESOLVER));
      }
    }
    return new SchemaGenerator().makeExecutableSchema(registry, wiring.build());
  }
}
