package org.wuyou.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The server")
class ServingTest {
  private static final String QUERY = "{\"query\":\"query Greeting { hello(name: \\\"x\\\") }\"}";

  @Test
  void reports_health_without_a_token_and_503_while_not_ready() throws Exception {
    try (TestServer server = TestServer.start()) {
      assertEquals(200, bare(server, "/health/live").statusCode());
      assertEquals(200, bare(server, "/health/ready").statusCode());
      server.ready = false;
      HttpResponse<String> answer = bare(server, "/health/ready");
      assertEquals(503, answer.statusCode());
      assertEquals(
          "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"store\",\"status\":\"DOWN\","
              + "\"message\":\"数据库尚未打开\"}]}",
          answer.body());
      assertEquals(200, bare(server, "/health/live").statusCode());
    }
  }

  @Test
  @Timeout(30)
  void counts_requests_and_operations_by_name() throws Exception {
    try (TestServer server = TestServer.start()) {
      server.post(QUERY);
      server.post("{\"query\":\"{ nothing }\"}");
      bare(server, "/nowhere/at/all");
      String metrics = onceAlone(server);
      assertTrue(
          metrics.contains(
              "wuyou_graphql_requests_seconds_count{operation=\"Greeting\",outcome=\"ok\"} 1"),
          metrics);
      assertTrue(metrics.contains("wuyou_graphql_errors_total{code=\"VALIDATION\"} 1.0"), metrics);
      assertTrue(metrics.contains("wuyou_http_requests_seconds_bucket{endpoint=\"/graphql\""));
      assertFalse(metrics.contains("nowhere"), "clients cannot make up labels");
      assertTrue(metrics.contains("jvm_memory_used_bytes"));
    }
  }

  /**
   * The figures when no request but theirs is under way: a client has its answer before it ends.
   */
  private String onceAlone(TestServer server) throws Exception {
    String metrics;
    do {
      metrics = bare(server, "/metrics").body();
    } while (!metrics.contains("wuyou_http_in_flight 1.0"));
    return metrics;
  }

  @Test
  void tells_only_so_many_operation_names_apart() throws Exception {
    try (TestServer server = TestServer.start()) {
      for (int i = 0; i < 150; i++) {
        server.post("{\"query\":\"query Name" + i + " { hello }\"}");
      }
      String metrics = bare(server, "/metrics").body();
      assertTrue(metrics.contains("{operation=\"(other)\",outcome=\"ok\"} 50"), metrics);
      assertFalse(metrics.contains("Name149"));
    }
  }

  @Test
  void shows_metrics_through_a_proxy_only_with_a_token() throws Exception {
    try (TestServer server = TestServer.start()) {
      HttpRequest.Builder proxied =
          HttpRequest.newBuilder(server.uri("/metrics")).header("X-Forwarded-For", "203.0.113.9");
      assertEquals(401, server.send(proxied.build()).statusCode());
      proxied.header("Authorization", "Bearer " + TestServer.TOKEN);
      assertEquals(200, server.send(proxied.build()).statusCode());
    }
    HttpSettings closed = HttpSettings.local(0).withOpenMetrics(false);
    try (TestServer server = TestServer.start(closed, Clock.systemUTC())) {
      assertEquals(401, bare(server, "/metrics").statusCode());
    }
  }

  @Test
  void gives_the_composed_schema_and_knows_when_the_client_has_it() throws Exception {
    try (TestServer server = TestServer.start()) {
      HttpResponse<String> schema = server.get("/schema.graphqls");
      assertEquals(server.sample.gateway.current().sdl(), schema.body());
      String etag = schema.headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> again = server.get("/schema.graphqls", "If-None-Match", etag);
      assertEquals(304, again.statusCode());
      assertEquals("", again.body());
    }
  }

  @Test
  void compresses_large_answers_for_clients_that_ask_for_it() throws Exception {
    try (TestServer server = TestServer.start()) {
      String large = "{\"query\":\"{ big(n: 1000) }\"}";
      HttpResponse<byte[]> packed = packed(server, large);
      assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElseThrow());
      assertEquals(
          server.post(large).body(),
          new String(
              new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes(),
              StandardCharsets.UTF_8));
      assertTrue(packed(server, QUERY).headers().firstValue("Content-Encoding").isEmpty());
      assertTrue(server.post(large).headers().firstValue("Content-Encoding").isEmpty());
    }
  }

  @Test
  void marks_data_as_neither_to_be_guessed_nor_kept() throws Exception {
    try (TestServer server = TestServer.start()) {
      HttpResponse<String> answer = server.post(QUERY);
      assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElseThrow());
      assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
      assertTrue(answer.headers().firstValue("Server").isEmpty());
    }
  }

  @Test
  void answers_partial_data_with_200() throws Exception {
    try (TestServer server = TestServer.start()) {
      HttpResponse<String> answer =
          server.post("{\"query\":\"{ fails }\"}", "Accept", "application/graphql-response+json");
      assertEquals(200, answer.statusCode());
      assertTrue(answer.body().endsWith("\"data\":null}"), answer.body());
    }
  }

  @Test
  void speaks_HTTP_2_without_encryption() throws Exception {
    try (TestServer server = TestServer.start();
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      HttpResponse<String> upgraded =
          client.send(
              server.request("/graphql?query=%7B__typename%7D").build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(HttpClient.Version.HTTP_2, upgraded.version());
      HttpRequest post =
          server
              .request("/graphql")
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(QUERY))
              .build();
      HttpResponse<String> onward = client.send(post, HttpResponse.BodyHandlers.ofString());
      assertEquals(HttpClient.Version.HTTP_2, onward.version());
      assertEquals("{\"data\":{\"hello\":\"你好 x\"}}", onward.body());
    }
  }

  @Test
  void says_so_when_its_port_is_taken() throws Exception {
    try (TestServer server = TestServer.start()) {
      IOException taken =
          assertThrows(
              IOException.class,
              () -> TestServer.start(HttpSettings.local(server.port()), Clock.systemUTC()).close());
      assertTrue(taken.getMessage().contains(Integer.toString(server.port())), taken.getMessage());
    }
  }

  @Test
  void lets_pages_of_other_origins_in_only_if_named() throws Exception {
    String origin = "https://console.example.org";
    try (TestServer server = TestServer.start()) {
      assertEquals(405, preflight(server, origin).statusCode());
      assertTrue(allowed(preflight(server, origin)).isEmpty());
    }
    HttpSettings open = HttpSettings.local(0).withAllowedOrigins(List.of(origin));
    try (TestServer server = TestServer.start(open, Clock.systemUTC())) {
      HttpResponse<String> answer = preflight(server, origin);
      assertEquals(200, answer.statusCode());
      assertEquals(List.of(origin), allowed(answer));
      assertTrue(allowed(preflight(server, "https://consoleXexample.org")).isEmpty());
    }
  }

  private static List<String> allowed(HttpResponse<String> answer) {
    return answer.headers().allValues("Access-Control-Allow-Origin");
  }

  private static HttpResponse<String> preflight(TestServer server, String origin) throws Exception {
    return server.send(
        HttpRequest.newBuilder(server.uri("/graphql"))
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization,content-type")
            .build());
  }

  private static HttpResponse<byte[]> packed(TestServer server, String body) throws Exception {
    return server
        .client()
        .send(
            server
                .request("/graphql")
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .header("Accept-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }

  private static HttpResponse<String> bare(TestServer server, String path) throws Exception {
    return server.send(HttpRequest.newBuilder(server.uri(path)).build());
  }
}
