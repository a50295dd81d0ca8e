package org.wuyou.gateway.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.GraphQL;
import graphql.introspection.IntrospectionQuery;
import graphql.language.TypeDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.errors.SchemaProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Executable types made in one pass")
class SchemaTypesTest {
  private static final String ALL_FORMS =
      """
      "区划 | Division" scalar DivisionCode "元 | Yuan" scalar Money
      "份额 | Share" scalar Percent "整数 | Whole" scalar Long
      "查询 | Queries"
      type Query {
        "企业 | Enterprises"
        enterprises(
          "条件 | Condition" where: EnterpriseWhere
          "条数 | How many" first: Int = 20
          old: String @deprecated
        ): [Enterprise!]!
        named(name: String!): Named
        found: [Found!]
      }
      type Mutation { forget(id: ID!): Boolean! }
      type Subscription { changed: Enterprise }
      "有名称 | Has a name"
      interface Named { name: String! }
      interface Placed implements Named { name: String! at: DivisionCode }
      type Enterprise implements Named & Placed {
        name: String!
        at: DivisionCode
        revenue(unit: Unit = YUAN): Money @deprecated(reason: "按年报 | Ask the return")
        parts: [[Part!]!]
      }
      type Part { share: Percent, weight: Float, count: Long }
      union Found = Enterprise | Part
      "单位 | Unit"
      enum Unit { "元 | Yuan" YUAN OLD @deprecated(reason: "不再使用 | Gone") }
      input EnterpriseWhere @oneOf { name: String, all: [EnterpriseWhere!] }
      input Paging { first: Int! = 20, order: [Unit!] = [YUAN] after: String @deprecated }
      """;

  @Test
  void are_those_that_the_library_makes() {
    List<TypeDefinition<?>> definitions = definitions(ALL_FORMS);

    assertEquals(
        printed(SchemaProof.check(definitions)),
        printed(SchemaTypes.of(definitions).answeredBy(GraphQLCodeRegistry.newCodeRegistry())));
  }

  @Test
  void tell_of_themselves_what_the_library_s_tell() {
    List<TypeDefinition<?>> definitions = definitions(ALL_FORMS);

    Map<String, Object> library = told(SchemaProof.check(definitions));
    Map<String, Object> ours =
        told(SchemaTypes.of(definitions).answeredBy(GraphQLCodeRegistry.newCodeRegistry()));

    assertEquals(library.keySet(), ours.keySet());
    library.forEach((name, told) -> assertEquals(told, ours.get(name), name));
  }

  @Test
  void are_not_made_of_what_breaks_a_rule_of_the_language() {
    List<TypeDefinition<?>> broken =
        definitions("type Query implements Named { at: String } interface Named { name: String! }");

    SchemaProblem problem = assertThrows(SchemaProblem.class, () -> SchemaProof.check(broken));
    assertTrue(problem.getMessage().contains("'name'"), problem.getMessage());
  }

  private static List<TypeDefinition<?>> definitions(String sdl) {
    List<TypeDefinition<?>> definitions = new ArrayList<>();
    new Parser()
        .parseDocument(sdl)
        .getDefinitionsOfType(TypeDefinition.class)
        .forEach(type -> definitions.add(type));
    return definitions;
  }

  private static String printed(GraphQLSchema schema) {
    return new SchemaPrinter(
            SchemaPrinter.Options.defaultOptions()
                .includeScalarTypes(true)
                .includeDirectives("oneOf"::equals)
                .includeDirectiveDefinitions(false))
        .print(schema);
  }

  /** What clients are told of each type, and of the directives they may write. */
  private static Map<String, Object> told(GraphQLSchema schema) {
    var answer = GraphQL.newGraphQL(schema).build().execute(IntrospectionQuery.INTROSPECTION_QUERY);
    assertEquals(List.of(), answer.getErrors());
    Map<String, Map<String, Object>> data = answer.getData();
    Map<String, Object> told = new TreeMap<>();
    for (String kind : List.of("types", "directives")) {
      for (Object each : (List<?>) data.get("__schema").get(kind)) {
        told.put(kind + " " + ((Map<?, ?>) each).get("name"), each);
      }
    }
    return told;
  }
}
