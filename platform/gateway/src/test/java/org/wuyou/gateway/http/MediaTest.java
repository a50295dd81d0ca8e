package org.wuyou.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The media type of the answer")
class MediaTest {
  @ParameterizedTest(name = "{0} gives {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json                                                          | JSON
          application/graphql-response+json                                         | GRAPHQL_RESPONSE
          APPLICATION/GraphQL-Response+JSON                                         | GRAPHQL_RESPONSE
          text/event-stream                                                         | EVENT_STREAM
          */*                                                                       | JSON
          application/*                                                             | JSON
          text/*                                                                    | EVENT_STREAM
          application/graphql-response+json, application/json                       | GRAPHQL_RESPONSE
          application/json, application/graphql-response+json                       | JSON
          application/json;q=0.5, application/graphql-response+json;q=0.9           | GRAPHQL_RESPONSE
          application/graphql-response+json;q=0.5, application/json                 | JSON
          application/graphql-response+json; charset=utf-8, application/json;q=0.9  | GRAPHQL_RESPONSE
          application/json; charset="UTF-8"                                         | JSON
          application/json;q=0, */*                                                 | GRAPHQL_RESPONSE
          text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8        | JSON
          application/json; charset=gbk, application/graphql-response+json;q=0.1    | GRAPHQL_RESPONSE
          """)
  void follows_names_weights_and_ranges(String accept, Media wanted) {
    assertEquals(wanted, Media.accepted(accept));
  }

  @Test
  void is_the_modern_one_without_an_Accept_header() {
    assertEquals(Media.GRAPHQL_RESPONSE, Media.accepted(null));
    assertEquals(Media.GRAPHQL_RESPONSE, Media.accepted(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "application/xml",
        "application/json;q=0",
        "application/json;charset=gbk",
        "image/*",
        "nonsense"
      })
  void is_refused_with_406_if_none_is_acceptable(String accept) {
    HttpRefusal refusal = assertThrows(HttpRefusal.class, () -> Media.accepted(accept));
    assertEquals(406, refusal.status());
  }
}
