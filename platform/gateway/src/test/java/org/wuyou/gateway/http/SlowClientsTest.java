package org.wuyou.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
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

  @Test
  void is_not_confused_with_a_route_that_works_long() throws Exception {
    HttpRoute diligent =
        new HttpRoute() {
          @Override
          public String prefix() {
            return "/diligent";
          }

          @Override
          public long maxBodyBytes() {
            return 1_000_000;
          }

          @Override
          public HttpAnswer handle(HttpCall call) throws Exception {
            int first = call.body().read();
            work();
            int rest = call.body().readAllBytes().length;
            work();
            return HttpAnswer.stream(
                "text/plain",
                out -> {
                  out.write(
                      ("read " + (rest + (first < 0 ? 0 : 1))).getBytes(StandardCharsets.UTF_8));
                  out.flush();
                  work();
                  out.write(" done".getBytes(StandardCharsets.UTF_8));
                });
          }
        };
    HttpSettings impatient =
        HttpSettings.local(0).withLimits(HttpLimits.DEFAULT.withIdle(Duration.ofMillis(200)));
    try (TestServer server = TestServer.start(impatient, Clock.systemUTC(), diligent)) {
      HttpResponse<String> answer =
          server.send(
              server
                  .request("/diligent")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[500_000]))
                  .build());
      assertEquals("read 500000 done", answer.body());
    }
  }

  /** Takes longer than the connection may be idle. */
  private static void work() {
    long until = System.nanoTime() + Duration.ofMillis(700).toNanos();
    while (System.nanoTime() < until) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }
}
