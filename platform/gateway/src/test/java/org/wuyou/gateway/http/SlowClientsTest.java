package org.wuyou.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A client that dawdles")
@Timeout(30)
class SlowClientsTest {
  @Test
  void is_told_so_when_the_rest_of_its_body_does_not_come() throws Exception {
    String answer =
        exchange(
            "POST /graphql HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + TestServer.TOKEN
                + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"query\"");
    assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
    assertTrue(answer.contains("\"code\":\"TIMEOUT\""), answer);
  }

  @Test
  void is_disconnected_when_its_headers_do_not_come() throws Exception {
    assertEquals("", exchange("GET /health/live HTTP/1.1\r\nHost: loc"));
  }

  /** Sends that and no more; what comes until the server closes. */
  private static String exchange(String sent) throws Exception {
    HttpSettings impatient =
        HttpSettings.local(0).withLimits(HttpLimits.DEFAULT.withIdle(Duration.ofMillis(300)));
    try (TestServer server = TestServer.start(impatient, Clock.systemUTC());
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(sent.getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(200, server.post("{\"query\":\"{ __typename }\"}").statusCode());
      return answer;
    }
  }
}
