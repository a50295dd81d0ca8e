package org.wuyou.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@DisplayName("A bad request")
class BadRequestsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUERY = "{\"query\":\"{__typename}\"}";
  private static final String AUTH = "Authorization: Bearer " + TestServer.TOKEN;
  private static final String TYPE = "Content-Type: application/json";

  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A request as the bytes on the wire, and what it is answered. */
  private record Bad(String says, byte[] request, int status, String code) {}

  @TestFactory
  Stream<DynamicTest> is_told_what_is_wrong_and_harms_nothing() {
    return bad().stream().map(bad -> dynamicTest(bad.says, () -> check(bad)));
  }

  private static List<Bad> bad() {
    List<Bad> all = new ArrayList<>();
    addresses(all);
    tokens(all);
    mediaTypes(all);
    bodies(all);
    urls(all);
    wire(all);
    return all;
  }

  private static void addresses(List<Bad> all) {
    all.add(bad("unknown address", head("GET", "/nothing", AUTH), 404, "NOT_FOUND"));
    all.add(bad("below graphql", head("GET", "/graphql/x", AUTH), 404, "NOT_FOUND"));
    all.add(bad("unknown health", head("GET", "/health/tomorrow"), 404, "NOT_FOUND"));
    all.add(bad("unknown page file", head("GET", "/graphiql/x.js"), 404, "NOT_FOUND"));
    all.add(bad("path climbs", head("GET", "/graphiql/../../etc/passwd"), 400, "BAD_REQUEST"));
    all.add(bad("coded climb", head("GET", "/graphiql/%2e%2e/x"), 400, "BAD_REQUEST"));
    all.add(bad("coded slash", head("GET", "/graphiql/..%2fx"), 400, "BAD_REQUEST"));
    all.add(bad("NUL in path", head("GET", "/graphiql/%00"), 400, "BAD_REQUEST"));
    for (String method : List.of("PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW")) {
      if (!method.equals("HEAD")) {
        all.add(
            bad(method + " graphql", head(method, "/graphql", AUTH), 405, "METHOD_NOT_ALLOWED"));
      }
    }
    all.add(bad("POST health", head("POST", "/health/ready"), 405, "METHOD_NOT_ALLOWED"));
    all.add(bad("POST metrics", head("POST", "/metrics"), 405, "METHOD_NOT_ALLOWED"));
    all.add(
        bad("DELETE schema", head("DELETE", "/schema.graphqls", AUTH), 405, "METHOD_NOT_ALLOWED"));
  }

  private static void tokens(List<Bad> all) {
    all.add(bad("no token", post(QUERY, TYPE), 401, "UNAUTHENTICATED"));
    all.add(bad("no schema without", head("GET", "/schema.graphqls"), 401, "UNAUTHENTICATED"));
    all.add(bad("basic", post(QUERY, TYPE, "Authorization: Basic eDp5"), 401, "UNAUTHENTICATED"));
    all.add(bad("empty", post(QUERY, TYPE, "Authorization: Bearer "), 401, "UNAUTHENTICATED"));
    all.add(bad("wrong", post(QUERY, TYPE, "Authorization: Bearer x"), 401, "UNAUTHENTICATED"));
    all.add(
        bad(
            "token in the URL",
            head("GET", "/graphql?query={__typename}&access_token=" + TestServer.TOKEN),
            401,
            "UNAUTHENTICATED"));
  }

  private static void mediaTypes(List<Bad> all) {
    String refused = "UNSUPPORTED_MEDIA_TYPE";
    all.add(bad("no type", post(QUERY, AUTH), 415, refused));
    for (String type :
        List.of(
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/graphql",
            "application/json; charset=gbk",
            "json",
            "application/jsonx")) {
      all.add(bad(type, post(QUERY, AUTH, "Content-Type: " + type), 415, refused));
    }
    all.add(bad("packed", post(QUERY, AUTH, TYPE, "Content-Encoding: gzip"), 415, refused));
    all.add(bad("html", post(QUERY, AUTH, TYPE, "Accept: text/html"), 406, "NOT_ACCEPTABLE"));
    all.add(
        bad(
            "json at weight 0",
            post(QUERY, AUTH, TYPE, "Accept: application/json;q=0"),
            406,
            "NOT_ACCEPTABLE"));
  }

  private static void bodies(List<Bad> all) {
    for (String body :
        List.of(
            "",
            " ",
            "null",
            "42",
            "\"{__typename}\"",
            "[" + QUERY + "]",
            "{",
            "{\"query\"",
            QUERY + QUERY,
            "{'query':'{__typename}'}",
            "{}",
            "{\"query\":null}",
            "{\"query\":[]}",
            "{\"query\":\"{__typename}\",\"query\":\"{__typename}\"}",
            "{\"query\":\"{__typename}\",\"variables\":\"{}\"}",
            "{\"query\":\"{__typename}\",\"variables\":[1]}",
            "{\"query\":\"{__typename}\",\"operationName\":7}",
            "{\"query\":\"{__typename}\",\"extensions\":true}",
            "{\"query\":\"{__typename}\",\"variables\":{\"n\":1e999999999}}",
            "{\"query\":\"{__typename}\",\"variables\":{\"n\":NaN}}",
            "{\"query\":\"{__typename}\",\"variables\":{\"n\":" + "9".repeat(5_000) + "}}",
            "{\"query\":\"{__typename}\",\"variables\":{\"n\":" + "[".repeat(50_000) + "}}",
            "{\"query\":\"\u0001\"}",
            "{\"query\":\"\\ud800\\u\"}")) {
      String shown = body.length() > 80 ? body.substring(0, 80) + "…" : body;
      all.add(bad("body " + shown, post(body, AUTH, TYPE), 400, "BAD_REQUEST"));
    }
    byte[] gbk =
        concat(
            head("POST", "/graphql", AUTH, TYPE, "Content-Length: 16"),
            new byte[] {
              '{',
              '"',
              'q',
              'u',
              'e',
              'r',
              'y',
              '"',
              ':',
              '"',
              (byte) 0xc6,
              (byte) 0xf3,
              (byte) 0xd2,
              (byte) 0xb5,
              '"',
              '}'
            });
    all.add(new Bad("body in GBK", gbk, 400, "BAD_REQUEST"));
    all.add(
        bad(
            "body announced too large",
            head("POST", "/graphql", AUTH, TYPE, "Content-Length: 99999999"),
            413,
            "LIMIT_SIZE"));
    String chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
    all.add(
        bad(
            "body too large in chunks",
            concat(
                head("POST", "/graphql", AUTH, TYPE, "Transfer-Encoding: chunked"),
                (chunk.repeat(17) + "0\r\n\r\n").getBytes(StandardCharsets.US_ASCII)),
            413,
            "LIMIT_SIZE"));
  }

  private static void urls(List<Bad> all) {
    for (String query :
        List.of(
            "",
            "?q={__typename}",
            "?query={__typename}&query={__typename}",
            "?query={__typename}&variables=x",
            "?query={__typename}&variables=[]",
            "?query={__typename}&variables={}{}",
            "?query={__typename}&extensions=1",
            "?query=%zz")) {
      all.add(bad("GET " + query, head("GET", "/graphql" + query, AUTH), 400, "BAD_REQUEST"));
    }
    all.add(
        bad(
            "mutation by GET",
            head("GET", "/graphql?query=mutation{touch}", AUTH),
            405,
            "BAD_REQUEST"));
  }

  private static void wire(List<Bad> all) {
    all.add(
        bad(
            "URL too long",
            head("GET", "/graphql?query=" + "a".repeat(40_000), AUTH),
            414,
            "LIMIT_SIZE"));
    all.add(
        bad(
            "headers too large",
            head("GET", "/graphql", AUTH, "X-Large: " + "a".repeat(40_000)),
            431,
            "LIMIT_SIZE"));
    all.add(
        bad(
            "not HTTP",
            "HELO there\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
            505,
            "HTTP_VERSION"));
    all.add(
        bad(
            "no Host",
            "GET /graphql HTTP/1.1\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII),
            400,
            "BAD_REQUEST"));
    all.add(
        bad(
            "two lengths",
            concat(
                head("POST", "/graphql", AUTH, TYPE, "Content-Length: 5", "Content-Length: 6"),
                "12345".getBytes(StandardCharsets.US_ASCII)),
            400,
            "BAD_REQUEST"));
    all.add(
        bad(
            "length and chunks",
            concat(
                head(
                    "POST",
                    "/graphql",
                    AUTH,
                    TYPE,
                    "Content-Length: 5",
                    "Transfer-Encoding: chunked"),
                "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
            400,
            "BAD_REQUEST"));
    all.add(bad("header without a name", head("GET", "/graphql", AUTH, ": x"), 400, "BAD_REQUEST"));
    all.add(
        bad(
            "HTTP/3.7",
            "GET / HTTP/3.7\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
            505,
            "HTTP_VERSION"));
  }

  private static Bad bad(String says, byte[] request, int status, String code) {
    return new Bad(says, request, status, code);
  }

  private static byte[] head(String method, String target, String... headers) {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: localhost\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] post(String body, String... headers) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Content-Length: " + content.length);
    return concat(head("POST", "/graphql", all.toArray(String[]::new)), content);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static void check(Bad bad) throws Exception {
    String answer = exchange(bad.request);
    assertTrue(answer.startsWith("HTTP/1.1 " + bad.status + " "), answer);
    String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
    String body = answer.substring(head.length() + 4);
    assertTrue(head.matches("(?s).*Content-Type: application/(graphql-response\\+)?json;.*"), head);
    assertFalse(body.contains("Exception") || body.contains("jetty"), body);
    JsonNode error = JSON.readTree(body).path("errors").path(0);
    assertEquals(bad.code, error.path("extensions").path("code").asText(), body);
    assertFalse(error.path("message").asText().isBlank(), body);
    assertEquals(bad.status == 401, head.contains("WWW-Authenticate: Bearer"), head);
    assertEquals(bad.status == 405, head.contains("\r\nAllow: "), head);
    assertEquals(200, server.post(QUERY).statusCode(), "the server afterwards");
  }

  private static String exchange(byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
