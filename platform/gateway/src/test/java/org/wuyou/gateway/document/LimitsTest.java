package org.wuyou.gateway.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.gateway.Limits;

@DisplayName("Limits on documents")
class LimitsTest {
  private static final Limits LIMITS =
      new Limits(10_000, 3_000, 5, 4, 3, 6, 1_000, 500, Duration.ofSeconds(5), 10);
  private static final GraphQLSchema SCHEMA =
      new SchemaGenerator()
          .makeExecutableSchema(
              new SchemaParser()
                  .parse(
                      """
                      type Query { all(first: Int, last: Int): AllConnection! one: Item groups(first: Int): [Item!]! }
                      type AllConnection { nodes: [Item!]! edges: [Edge!]! totalCount: Int }
                      type Edge { node: Item! }
                      type Item { name: String child: Item list: [Item!]! all(first: Int): AllConnection! }
                      """),
              RuntimeWiring.MOCKED_WIRING);
  private final Documents documents = new Documents(SCHEMA, LIMITS);

  private List<String> codes(String text) {
    return documents.prepare(text) instanceof Prepared.Refused refused
        ? refused.problems().stream().map(Prepared.Problem::code).distinct().toList()
        : List.of();
  }

  private long cost(String text, Map<String, Object> variables) {
    Prepared.Ready ready = assertInstanceOf(Prepared.Ready.class, documents.prepare(text));
    return ready.operations().values().iterator().next().cost().with(variables);
  }

  @Test
  void allow_what_lies_just_within_them() {
    assertEquals(List.of(), codes("{one{child{child{child{name}}}}}"));
    assertEquals(List.of(), codes("{a:one{name} b:one{name} c:one{x:name}}"));
  }

  @Test
  void refuse_what_is_deeper_by_one() {
    assertEquals(List.of("LIMIT_DEPTH"), codes("{one{child{child{child{child{name}}}}}}"));
  }

  @Test
  void count_depth_through_fragments() {
    assertEquals(
        List.of("LIMIT_DEPTH"),
        codes(
            "{one{...A}} fragment A on Item{child{...B}} fragment B on Item{child{child{child{name}}}}"));
  }

  @Test
  void refuse_too_many_aliases_root_fields_and_directives() {
    assertEquals(List.of("LIMIT_ALIASES"), codes("{one{a:name b:name c:name d:name e:name}}"));
    assertEquals(
        List.of("LIMIT_ROOT_FIELDS"), codes("{one{name} all{totalCount} groups{name} __typename}"));
    assertEquals(
        List.of("LIMIT_DIRECTIVES"), codes("{one{name" + " @include(if:true)".repeat(7) + "}}"));
  }

  @Test
  void count_aliases_once_fragments_are_expanded() {
    assertEquals(
        List.of("LIMIT_ALIASES"),
        codes("{one{...A child{...A child{...A}}}} fragment A on Item{x:name y:name}"));
  }

  @Test
  void refuse_fragments_that_explode_at_the_cost_of_reading_them() {
    StringBuilder bomb = new StringBuilder("{one{...F0}}");
    for (int i = 0; i < 60; i++) {
      bomb.append("fragment F")
          .append(i)
          .append(" on Item{...F")
          .append(i + 1)
          .append(" ...F")
          .append(i + 1)
          .append("}");
    }
    bomb.append("fragment F60 on Item{name}");
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertEquals(List.of("LIMIT_COST"), codes(bomb.toString())));
  }

  @Test
  void leave_a_cycle_of_fragments_to_validation() {
    assertEquals(
        List.of("VALIDATION"),
        codes("{one{...A}} fragment A on Item{name ...B} fragment B on Item{name ...A}"));
  }

  @Test
  void refuse_long_texts_and_many_tokens() {
    assertEquals(List.of("LIMIT_SIZE"), codes("{" + " ".repeat(10_000) + "one{name}}"));
    assertEquals(List.of("LIMIT_SIZE"), codes("{one{" + "n ".repeat(3_100) + "}}"));
    assertEquals(
        List.of("LIMIT_SIZE"),
        codes("{one(x:" + "[".repeat(1_000) + "]".repeat(1_000) + "){name}}"));
  }

  @Test
  void cost_is_fields_times_page_sizes() {
    assertEquals(1 + 10 * 2, cost("{all(first:10){nodes{name}}}", Map.of()));
    assertEquals(1 + 50 * 2, cost("{all{nodes{name}}}", Map.of()));
    assertEquals(1 + 3 * 2, cost("{all(last:3){nodes{name}}}", Map.of()));
    assertEquals(
        1 + 2 * (1 + 1 + 5 * 2),
        cost("{all(first:2){nodes{all(first:5){nodes{name}}}}}", Map.of()));
    assertEquals(1 + 10, cost("{one{list{name}}}", Map.of()) - 1);
  }

  @Test
  void cost_follows_the_variables() {
    String text = "query($n:Int=7,$m:Int){all(first:$n){nodes{all(first:$m){nodes{name}}}}}";
    assertEquals(1 + 7 * (1 + 1 + 50 * 2), cost(text, Map.of()));
    assertEquals(1 + 2 * (1 + 1 + 3 * 2), cost(text, Map.of("n", 2, "m", 3)));
    assertEquals(Long.MAX_VALUE, cost(text, Map.of("n", Long.MAX_VALUE, "m", Long.MAX_VALUE)));
  }

  @Test
  void a_document_is_prepared_once() {
    assertSame(documents.prepare("{one{name}}"), documents.prepare("{one{name}}"));
  }
}
