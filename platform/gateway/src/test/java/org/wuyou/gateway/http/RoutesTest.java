package org.wuyou.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A route of another room")
class RoutesTest {
  private static final int LIMIT = 100_000;

  @FunctionalInterface
  private interface Handling {
    HttpAnswer handle(HttpCall call) throws Exception;
  }

  private static HttpRoute route(String prefix, boolean open, Handling handling) {
    return new HttpRoute() {
      @Override
      public String prefix() {
        return prefix;
      }

      @Override
      public boolean open() {
        return open;
      }

      @Override
      public long maxBodyBytes() {
        return LIMIT;
      }

      @Override
      public HttpAnswer handle(HttpCall call) throws Exception {
        return handling.handle(call);
      }
    };
  }

  @Test
  void sees_the_request_decoded() throws Exception {
    HttpRoute echo =
        route(
            "/files",
            false,
            call ->
                HttpAnswer.text(
                    200,
                    "text/plain;charset=utf-8",
                    String.join(
                        "|",
                        call.method(),
                        call.path(),
                        call.rest(),
                        call.parameter("where").orElse("-"),
                        call.parameter("none").orElse("-"),
                        call.caller().name(),
                        call.header("X-Test").orElse("-"),
                        call.locale().getLanguage(),
                        new String(call.body().readAllBytes(), StandardCharsets.UTF_8))));
    try (TestServer server = TestServer.start(echo)) {
      HttpRequest request =
          server
              .request("/files/%E4%BC%81%E4%B8%9A.csv?where=a%26b+c&where=d")
              .header("X-Test", "x")
              .POST(HttpRequest.BodyPublishers.ofString("正文"))
              .build();
      assertEquals("POST|/files/企业.csv|企业.csv|a&b c|-|tester|x|zh|正文", server.send(request).body());
      assertEquals("GET|/files||-|-|tester|-|zh|", server.get("/files").body());
      assertEquals(404, server.get("/filesystem").statusCode());
    }
  }

  @Test
  void needs_a_token_unless_it_is_open() throws Exception {
    Handling hello = call -> HttpAnswer.text(200, "text/plain", "hello");
    try (TestServer server =
        TestServer.start(route("/closed", false, hello), route("/open", true, hello))) {
      assertEquals(401, bare(server, "/closed").statusCode());
      assertEquals("hello", bare(server, "/open").body());
    }
  }

  @Test
  void streams_a_body_that_is_never_whole_in_memory() throws Exception {
    byte[] row = "0123456789".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
    HttpRoute export =
        route(
            "/export",
            false,
            call ->
                HttpAnswer.stream(
                    "text/csv;charset=utf-8",
                    out -> {
                      for (int i = 0; i < 5_000; i++) {
                        out.write(row);
                      }
                    }));
    try (TestServer server = TestServer.start(export)) {
      assertEquals(50_000_000, server.get("/export").body().length());
      HttpResponse<byte[]> packed =
          server
              .client()
              .send(
                  server.request("/export").header("Accept-Encoding", "gzip").build(),
                  HttpResponse.BodyHandlers.ofByteArray());
      assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElseThrow());
      assertTrue(packed.body().length < 1_000_000);
      assertEquals(
          50_000_000,
          new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes().length);
    }
  }

  @Test
  void is_refused_a_body_beyond_its_limit_announced_or_not() throws Exception {
    HttpRoute sink =
        route(
            "/sink",
            false,
            call ->
                HttpAnswer.text(
                    200, "text/plain", Long.toString(call.body().readAllBytes().length)));
    try (TestServer server = TestServer.start(sink)) {
      assertEquals("100000", upload(server, LIMIT, true).body());
      assertEquals("100000", upload(server, LIMIT, false).body());
      assertEquals(413, upload(server, LIMIT + 1, true).statusCode());
      assertEquals(413, upload(server, LIMIT + 1, false).statusCode());
    }
  }

  @Test
  void refuses_with_its_own_status_code_and_words() throws Exception {
    HttpRoute picky =
        route(
            "/picky",
            false,
            call -> {
              call.allow("POST");
              throw HttpRefusal.badRequest("不行", "no");
            });
    try (TestServer server = TestServer.start(picky)) {
      HttpResponse<String> byGet = server.get("/picky");
      assertEquals(405, byGet.statusCode());
      assertEquals("POST", byGet.headers().firstValue("Allow").orElseThrow());
      HttpResponse<String> refused =
          server.send(
              server
                  .request("/picky")
                  .header("Accept-Language", "en")
                  .POST(HttpRequest.BodyPublishers.noBody())
                  .build());
      assertEquals(
          "{\"errors\":[{\"message\":\"no\",\"extensions\":{\"code\":\"BAD_REQUEST\"}}]}",
          refused.body());
    }
  }

  @Test
  void that_fails_is_answered_with_a_trace_and_no_word_of_the_inside() throws Exception {
    HttpRoute broken =
        route(
            "/broken",
            false,
            call -> {
              throw new IllegalStateException("password of the database");
            });
    try (TestServer server = TestServer.start(broken)) {
      HttpResponse<String> answer = server.get("/broken");
      assertEquals(500, answer.statusCode());
      assertTrue(answer.body().contains("\"code\":\"INTERNAL\",\"traceId\":\""), answer.body());
      assertFalse(answer.body().contains("password"), answer.body());
    }
  }

  @Test
  void that_fails_before_much_is_written_is_answered_cleanly_later_is_cut() throws Exception {
    HttpRoute early =
        route(
            "/early",
            false,
            call ->
                HttpAnswer.stream(
                    "text/csv",
                    out -> {
                      out.write(new byte[1_000]);
                      throw new IllegalStateException("early");
                    }));
    HttpRoute late =
        route(
            "/late",
            false,
            call ->
                HttpAnswer.stream(
                    "text/csv",
                    out -> {
                      out.write(new byte[1_000_000]);
                      throw new IllegalStateException("late");
                    }));
    try (TestServer server = TestServer.start(early, late)) {
      assertEquals(500, server.get("/early").statusCode());
      assertThrows(IOException.class, () -> server.get("/late"));
      assertEquals(200, server.post("{\"query\":\"{ __typename }\"}").statusCode());
    }
  }

  @Test
  void that_refuses_while_it_begins_to_write_is_answered_as_if_it_had_not_begun() throws Exception {
    HttpRoute late =
        route(
            "/late",
            false,
            call ->
                HttpAnswer.stream(
                        "text/csv",
                        out -> {
                          out.write(new byte[1_000]);
                          throw HttpRefusal.badRequest("不行", "no");
                        })
                    .with("Content-Disposition", "attachment"));
    try (TestServer server = TestServer.start(late)) {
      HttpResponse<String> answer = server.get("/late", "Accept-Encoding", "gzip");
      assertEquals(400, answer.statusCode());
      assertTrue(answer.body().startsWith("{\"errors\":["), answer.body());
      assertTrue(answer.headers().firstValue("Content-Encoding").isEmpty());
      assertTrue(answer.headers().firstValue("Content-Disposition").isEmpty());
    }
  }

  @Test
  void serves_pages_under_a_strict_policy() throws Exception {
    HttpRoute page =
        route("/page", true, call -> HttpAnswer.text(200, "text/html;charset=utf-8", "<p>"));
    try (TestServer server = TestServer.start(page)) {
      HttpResponse<String> answer = bare(server, "/page");
      String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
      assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"));
      assertFalse(policy.contains("unsafe"), policy);
      assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElseThrow());
      assertEquals("DENY", answer.headers().firstValue("X-Frame-Options").orElseThrow());
    }
  }

  @Test
  void may_not_take_the_place_of_another() {
    Handling hello = call -> HttpAnswer.empty(204);
    assertThrows(
        IllegalArgumentException.class,
        () -> TestServer.start(route("/graphql", false, hello)).close());
  }

  private static HttpResponse<String> bare(TestServer server, String path) throws Exception {
    return server.send(HttpRequest.newBuilder(server.uri(path)).build());
  }

  private static HttpResponse<String> upload(TestServer server, int bytes, boolean announced)
      throws Exception {
    byte[] body = new byte[bytes];
    HttpRequest.BodyPublisher publisher =
        announced
            ? HttpRequest.BodyPublishers.ofByteArray(body)
            : HttpRequest.BodyPublishers.ofByteArrays(List.of(body));
    return server.send(server.request("/sink").POST(publisher).build());
  }
}
