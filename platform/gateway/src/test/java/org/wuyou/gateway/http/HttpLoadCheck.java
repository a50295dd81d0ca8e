package org.wuyou.gateway.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.gateway.Gateway;
import org.wuyou.gateway.Operation;
import org.wuyou.spi.Caller;

/**
 * Shows what the HTTP side costs: requests per second of the server beside a bare Jetty handler
 * that reads, executes and writes the same operation with no admission, limits, negotiation or
 * metrics.
 */
@Tag("slow")
@DisplayName("Under load the server")
class HttpLoadCheck {
  private static final int CONNECTIONS = 64;
  private static final int SECONDS = 4;
  private static final int ROUNDS = 5;
  private static final String BODY =
      "{\"query\":\"query Greeting($name: String) { hello(name: $name) again: hello }\","
          + "\"operationName\":\"Greeting\",\"variables\":{\"name\":\"企业\"}}";

  @Test
  void keeps_more_than_half_the_pace_of_a_bare_handler_and_fails_no_request() throws Exception {
    try (TestServer ours = TestServer.start()) {
      Server bare = bare(ours.sample.gateway);
      try {
        HttpLoad product = load(ours.port());
        HttpLoad minimal = load(((ServerConnector) bare.getConnectors()[0]).getLocalPort());
        double best = 0;
        // Rounds alternate, so that both meet the same machine; the first ones warm up.
        for (int round = 1; round <= ROUNDS; round++) {
          double own = product.run(CONNECTIONS, SECONDS);
          double floor = minimal.run(CONNECTIONS, SECONDS);
          best = Math.max(best, own / floor);
          System.out.printf(
              "round %d: server %,.0f req/s, bare handler %,.0f req/s, ratio %.2f%n",
              round, own, floor, own / floor);
        }
        assertTrue(best > 0.5, "best ratio " + best);
      } finally {
        bare.stop();
      }
    }
  }

  private static HttpLoad load(int port) {
    return new HttpLoad(port, "/graphql", TestServer.TOKEN, BODY);
  }

  private static Server bare(Gateway gateway) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Bare(gateway));
    server.start();
    return server;
  }

  private static final class Bare extends Handler.Abstract {
    private final ObjectMapper json = new ObjectMapper();
    private final Caller caller = new Caller("load", Set.of("admin"), Optional.empty());
    private final Gateway gateway;

    Bare(Gateway gateway) {
      this.gateway = gateway;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      ByteBuffer body = Content.Source.asByteBuffer(request);
      JsonNode read = json.readTree(body.array());
      Operation operation =
          Operation.of(
              read.get("query").asText(),
              Map.of("name", read.get("variables").get("name").asText()));
      byte[] answer = json.writeValueAsBytes(gateway.execute(operation, caller).toMap());
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length);
      response.write(true, ByteBuffer.wrap(answer), callback);
      return true;
    }
  }
}
