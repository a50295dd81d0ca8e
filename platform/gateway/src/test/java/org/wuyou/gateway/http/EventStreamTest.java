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
  private static final String TICKS = "subscription { tickChanged { effect } }";

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
  void carries_each_answer_and_ends_when_the_generation_retires() throws Exception {
    try (Socket client = open(TICKS)) {
      BufferedReader lines = lines(client);
      String head = head(lines);
      assertTrue(head.startsWith("HTTP/1.1 200"), head);
      assertTrue(head.contains("Content-Type: text/event-stream;charset=utf-8"), head);
      assertTrue(head.contains("Cache-Control: no-store"), head);
      for (int i = 0; i < 3; i++) {
        assertEquals("event: next", nextEvent(lines));
        assertEquals(
            "data: {\"data\":{\"tickChanged\":{\"effect\":\"CREATED\"}}}", lines.readLine());
      }
      server.sample.swap();
      assertEquals("event: complete", nextEvent(lines));
      assertEquals("data:", lines.readLine());
    }
    assertTrue(server.sample.cancelled.await(10, TimeUnit.SECONDS));
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
        server.get("/graphql?query=%7B__typename%7D", "Accept", "text/event-stream");
    assertTrue(stream.body().contains("data: {\"data\":{\"__typename\":"), stream.body());
  }

  @Test
  void refuses_what_is_no_request_with_its_status() throws Exception {
    assertEquals(400, post("{\"query\":7}").statusCode());
  }

  @Test
  void cancels_the_subscription_when_the_client_goes() throws Exception {
    try (Socket client = open(TICKS)) {
      assertEquals("event: next", nextEvent(lines(client)));
    }
    assertTrue(server.sample.cancelled.await(20, TimeUnit.SECONDS));
  }

  @Test
  void is_refused_beyond_the_limit() throws Exception {
    try (Socket client = open(TICKS)) {
      assertEquals("event: next", nextEvent(lines(client)));
      assertEquals(503, post("{\"query\":\"" + TICKS + "\"}").statusCode());
    }
  }

  @Test
  void shows_it_is_alive_and_ends_in_order_when_the_token_is_revoked() throws Exception {
    try (Socket client = open(TICKS)) {
      BufferedReader lines = lines(client);
      awaitKeepAlive(lines);
      server.tokens = Map.of();
      String event = nextLine(lines);
      while (event.equals(":")) {
        event = nextLine(lines);
      }
      assertEquals("event: complete", event);
    }
  }

  @Test
  void ends_in_order_when_the_server_stops() throws Exception {
    try (Socket client = open(TICKS)) {
      BufferedReader lines = lines(client);
      awaitKeepAlive(lines);
      server.stop();
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

  private static String head(BufferedReader lines) throws Exception {
    StringBuilder head = new StringBuilder();
    for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
      head.append(line).append('\n');
    }
    return head.toString();
  }

  /** Past the three events at the beginning, to the first sign of life after them. */
  private static void awaitKeepAlive(BufferedReader lines) throws Exception {
    for (int i = 0; i < 3; i++) {
      assertEquals("event: next", nextEvent(lines));
    }
    assertEquals(":", nextLine(lines));
  }

  /** The first line of the next event, past all signs of life. */
  private static String nextEvent(BufferedReader lines) throws Exception {
    String line = nextLine(lines);
    while (line.equals(":")) {
      line = nextLine(lines);
    }
    return line;
  }

  /** The next line that begins an event or a comment, past the lengths of chunks. */
  private static String nextLine(BufferedReader lines) throws Exception {
    String line = lines.readLine();
    while (!line.startsWith(":") && !line.startsWith("event")) {
      line = lines.readLine();
    }
    return line;
  }
}
