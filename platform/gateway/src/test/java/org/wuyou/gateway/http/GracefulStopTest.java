package org.wuyou.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Stopping the server")
@Timeout(30)
class GracefulStopTest {
  @Test
  void lets_the_request_under_way_finish_and_takes_no_new_ones() throws Exception {
    try (TestServer server = TestServer.start()) {
      CompletableFuture<HttpResponse<String>> underWay =
          server
              .client()
              .sendAsync(
                  server
                      .request("/graphql")
                      .header("Content-Type", "application/json")
                      .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ slow }\"}"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertTrue(server.sample.began.await(10, TimeUnit.SECONDS));

      CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::stop);
      awaitRefusal(server.port());
      server.sample.release.countDown();

      assertEquals("{\"data\":{\"slow\":\"done\"}}", underWay.get(10, TimeUnit.SECONDS).body());
      stopped.get(10, TimeUnit.SECONDS);
      assertThrows(
          ConnectException.class,
          () -> new Socket(InetAddress.getLoopbackAddress(), server.port()).close());
    }
  }

  /** Until a new connection is refused; the limit of the test ends a server that never stops. */
  private static void awaitRefusal(int port) throws IOException {
    while (true) {
      try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
        Thread.onSpinWait();
      } catch (ConnectException refused) {
        return;
      }
    }
  }
}
