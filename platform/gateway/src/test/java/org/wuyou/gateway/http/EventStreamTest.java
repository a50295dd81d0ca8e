package org.wuyou.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A stream of events")
@Timeout(30)
class EventStreamTest {
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    HttpLimits limits =
        HttpLimits.DEFAULT
            .withKeepAlive(Duration.ofMillis(50))
            .withStreams(1)
            .withStop(Duration.ofSeconds(5));
    server = TestServer.start(HttpSettings.local(0).withLimits(limits), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void carries_each_answer_and_the_end() throws Exception {
    HttpResponse<String> stream = post("{\"query\":\"subscription { ticks(n: 3) }\"}");
    assertEquals(200, stream.statusCode());
    assertEquals(
        "text/event-stream;charset=utf-8",
        stream.headers().firstValue("Content-Type").orElseThrow());
    assertEquals("no-store", stream.headers().firstValue("Cache-Control").orElseThrow());
    assertEquals(
        """
        event: next
        data: {"data":{"ticks":0}}

        event: next
        data: {"data":{"ticks":1}}

        event: next
        data: {"data":{"ticks":2}}

        event: complete
        data:

        """,
        stream.body().replaceAll("(?m)^:\n\n", ""));
  }

  @Test
  void carries_queries_and_refused_operations_too() throws Exception {
    assertTrue(
        post("{\"query\":\"{ __typename }\"}")
            .body()
            .endsWith(
                "event: next\ndata: {\"data\":{\"__typename\":\"Query\"}}\n\n"
                    + "event: complete\ndata:\n\n"));
    HttpResponse<String> refused = post("{\"query\":\"{ nothing }\"}");
    assertEquals(200, refused.statusCode());
    assertTrue(refused.body().contains("event: next\ndata: {\"errors\":["), refused.body());
  }

  @Test
  void opens_by_GET_as_EventSource_does() throws Exception {
    HttpResponse<String> stream =
        server.get("/graphql?query=subscription%7Bticks(n:3)%7D", "Accept", "text/event-stream");
    assertTrue(stream.body().contains("data: {\"data\":{\"ticks\":2}}"), stream.body());
  }

  @Test
  void refuses_what_is_no_request_with_its_status() throws Exception {
    assertEquals(400, post("{\"query\":7}").statusCode());
  }

  @Test
  void cancels_the_subscription_when_the_client_goes() throws Exception {
    try (Socket client = openEndless()) {
      client.getInputStream().read();
    }
    assertTrue(server.gateway.cancelled.await(20, TimeUnit.SECONDS));
  }

  @Test
  void is_refused_beyond_the_limit() throws Exception {
    try (Socket client = openEndless()) {
      client.getInputStream().read();
      HttpResponse<String> second = post("{\"query\":\"subscription { ticks(n: 3) }\"}");
      assertEquals(503, second.statusCode());
    }
  }

  @Test
  void shows_it_is_alive_and_ends_in_order_when_the_token_is_revoked() throws Exception {
    try (Socket client = openSilent()) {
      BufferedReader lines = lines(client);
      skipToBody(lines);
      assertEquals(":", nextEvent(lines));
      assertEquals(":", nextEvent(lines));
      server.tokens = Map.of();
      String event = nextEvent(lines);
      while (event.equals(":")) {
        event = nextEvent(lines);
      }
      assertEquals("event: complete", event);
    }
  }

  @Test
  void ends_in_order_when_the_server_stops() throws Exception {
    try (Socket client = openSilent()) {
      BufferedReader lines = lines(client);
      skipToBody(lines);
      assertEquals(":", nextEvent(lines));
      server.close();
      String rest = String.join("\n", lines.lines().toList());
      assertTrue(rest.contains("event: complete"), rest);
    }
  }

  private HttpResponse<String> post(String body) throws Exception {
    return server.send(
        server
            .request("/graphql")
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private Socket openEndless() throws Exception {
    return open("subscription { ticks(n: 999) }");
  }

  private Socket openSilent() throws Exception {
    return open("subscription { silence }");
  }

  private Socket open(String query) throws Exception {
    Socket socket = new Socket("127.0.0.1", server.port());
    String body = "{\"query\":\"" + query + "\"}";
    String request =
        "POST /graphql HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + TestServer.TOKEN
            + "\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  private static BufferedReader lines(Socket socket) throws Exception {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private static void skipToBody(BufferedReader lines) throws Exception {
    for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
      assertTrue(!line.startsWith("HTTP") || line.contains("200"), line);
    }
  }

  /** The first line of the next event, past the lengths of chunks and blank lines. */
  private static String nextEvent(BufferedReader lines) throws Exception {
    String line = lines.readLine();
    while (!line.startsWith(":") && !line.startsWith("event")) {
      line = lines.readLine();
    }
    return line;
  }
}
