package org.wuyou.gateway.http;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wuyou.spi.Caller;
import org.wuyou.spi.model.Label;

/** The HTTP server over a sample gateway, on a free port, with a client. */
final class TestServer implements AutoCloseable {
  static final String TOKEN = "test-token-of-an-admin";

  final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  final SampleGateway sample = new SampleGateway(meters);
  volatile boolean ready = true;
  volatile Map<String, Caller> tokens =
      Map.of(TOKEN, new Caller("tester", Set.of("admin"), Optional.empty()));
  private final HttpGateway server;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestServer(HttpSettings settings, Clock clock, List<HttpRoute> routes)
      throws IOException {
    server =
        HttpGateway.start(
            settings,
            sample.gateway,
            token -> Optional.ofNullable(tokens.get(token)),
            health(),
            routes,
            meters,
            clock);
  }

  static TestServer start(HttpRoute... routes) throws IOException {
    return start(HttpSettings.local(0), Clock.systemUTC(), routes);
  }

  static TestServer start(HttpSettings settings, Clock clock, HttpRoute... routes)
      throws IOException {
    return new TestServer(settings, clock, List.of(routes));
  }

  private Health health() {
    return new Health() {
      @Override
      public Report live() {
        return Report.of(new Check("process", true, new Label("运行中", "running")));
      }

      @Override
      public Report ready() {
        return Report.of(
            new Check("store", ready, new Label("数据库尚未打开", "the store is not open yet")));
      }
    };
  }

  int port() {
    return server.port();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  /** A request that carries the token. */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + TOKEN);
  }

  HttpResponse<String> post(String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        request("/graphql").POST(HttpRequest.BodyPublishers.ofString(body));
    request.header("Content-Type", "application/json");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  HttpClient client() {
    return client;
  }

  /** Stops as the product does, while requests may be under way. */
  void stop() {
    server.close();
  }

  @Override
  public void close() {
    sample.release.countDown();
    server.close();
    client.shutdownNow();
  }
}
