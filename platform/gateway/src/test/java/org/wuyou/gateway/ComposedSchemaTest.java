package org.wuyou.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTraverser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A composed schema")
class ComposedSchemaTest {
  private final Generation generation = Samples.composed(Samples.registry());

  @Test
  void derives_queries_mutations_and_subscriptions_of_an_entity() {
    String sdl = generation.sdl();
    for (String wanted :
        List.of(
            "type EnterpriseConnection",
            "input EnterpriseWhere",
            "enterprises(",
            "enterprisesAggregate(",
            "enterpriseCreate(",
            "enterpriseUpdate(",
            "enterpriseUpsert(",
            "enterpriseRemove(",
            "enterpriseChanged(",
            "node(")) {
      assertTrue(sdl.contains(wanted), wanted);
    }
  }

  @Test
  void describes_everything_it_has_in_both_languages() {
    List<String> bare = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    new SchemaTraverser()
        .depthFirstFullSchema(
            new GraphQLTypeVisitorStub() {
              @Override
              protected TraversalControl visitGraphQLType(
                  GraphQLSchemaElement node, TraverserContext<GraphQLSchemaElement> context) {
                if (node instanceof GraphQLNamedSchemaElement named
                    && node instanceof GraphQLDirectiveContainer
                    && !ours(named, context)) {
                  return TraversalControl.CONTINUE;
                }
                if (node instanceof GraphQLNamedSchemaElement named
                    && node instanceof GraphQLDirectiveContainer) {
                  seen.add(named.getName());
                  String text = named.getDescription();
                  if (text == null || !text.matches("(?s)\\S.* \\| \\S.*")) {
                    bare.add(named.getClass().getSimpleName() + " " + named.getName());
                  }
                }
                return TraversalControl.CONTINUE;
              }

              private boolean ours(
                  GraphQLNamedSchemaElement named, TraverserContext<GraphQLSchemaElement> at) {
                boolean builtIn =
                    named.getName().startsWith("__")
                        || List.of(
                                "Int",
                                "String",
                                "Boolean",
                                "ID",
                                "Float",
                                "Query",
                                "Mutation",
                                "Subscription")
                            .contains(named.getName());
                for (var parent : at.getParentNodes()) {
                  builtIn |=
                      parent instanceof graphql.schema.GraphQLDirective
                          || (parent instanceof GraphQLNamedSchemaElement p
                              && p.getName().startsWith("__"));
                }
                return !builtIn;
              }
            },
            generation.schema());
    assertTrue(seen.size() > 200, "saw " + seen.size());
    assertEquals(List.of(), bare);
  }

  @Test
  void knows_the_owner_of_each_part() {
    assertEquals("registry", generation.owner("Enterprise.name"));
    assertEquals("registry", generation.owner("EnterpriseWhere.and"));
    assertEquals("platform", generation.owner("PageInfo.hasNextPage"));
    assertEquals("registry", generation.owner("Query.enterprises(first:)"));
  }

  @Test
  void leaves_an_entity_of_the_platform_without_mutations() {
    assertTrue(generation.sdl().contains("logEntries("));
    assertTrue(!generation.sdl().contains("logEntryCreate("));
  }
}
