package org.wuyou.gateway.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.wuyou.gateway.Gateway;

/**
 * The running HTTP server: GraphQL, the composed schema, GraphiQL, health, metrics, and the routes
 * it is given.
 */
public final class HttpGateway implements AutoCloseable {
  private final Server server;
  private final int port;
  private final EventStreams streams;
  private final JvmGcMetrics collections;

  private HttpGateway(Server server, int port, EventStreams streams, JvmGcMetrics collections) {
    this.server = server;
    this.port = port;
    this.streams = streams;
    this.collections = collections;
  }

  /**
   * Listens from the return of this call on.
   *
   * @throws IOException if the port is taken, or the certificate cannot be used
   * @throws IllegalArgumentException if two routes have one prefix
   */
  public static HttpGateway start(
      HttpSettings settings,
      Gateway gateway,
      Authenticator authenticator,
      Health health,
      List<HttpRoute> routes,
      PrometheusMeterRegistry meters,
      Clock clock)
      throws IOException {
    HttpLimits limits = settings.limits();
    Gate gate = new Gate(authenticator, limits.failedTokens(), clock);
    EventStreams streams = new EventStreams(gate, limits.streams(), limits.keepAlive());
    HttpMeters httpMeters = new HttpMeters(meters);
    Map<String, Endpoint> endpoints = new HashMap<>();
    add(
        endpoints,
        "/graphql",
        new GraphqlEndpoint(gateway, gate, limits.bodyBytes(), streams, httpMeters));
    add(endpoints, "/metrics", new MetricsEndpoint(meters, gate, settings.openMetrics()));
    for (HttpRoute own :
        List.of(
            new HealthRoute(health),
            new SchemaRoute(() -> gateway.current().sdl()),
            new GraphiqlRoute())) {
      add(endpoints, own.prefix(), new RouteEndpoint(own, gate));
    }
    for (HttpRoute route : routes) {
      add(endpoints, route.prefix(), new RouteEndpoint(route, gate));
    }
    Server server = JettyServer.of(settings, new Router(endpoints, httpMeters));
    int port = start(server);
    Gauge.builder("wuyou.http.streams", streams, EventStreams::count)
        .description("Subscriptions open")
        .register(meters);
    return new HttpGateway(server, port, streams, bindJvm(meters));
  }

  private static void add(Map<String, Endpoint> endpoints, String path, Endpoint endpoint) {
    if (endpoints.putIfAbsent(path, endpoint) != null) {
      throw new IllegalArgumentException("Two routes answer " + path);
    }
  }

  private static int start(Server server) throws IOException {
    try {
      server.start();
      return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    } catch (Exception failure) {
      stop(server);
      throw failure instanceof IOException io ? io : new IOException(failure.getMessage(), failure);
    }
  }

  private static JvmGcMetrics bindJvm(PrometheusMeterRegistry meters) {
    List<MeterBinder> binders =
        List.of(
            new ClassLoaderMetrics(),
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new UptimeMetrics(),
            new FileDescriptorMetrics());
    binders.forEach(binder -> binder.bindTo(meters));
    JvmGcMetrics collections = new JvmGcMetrics();
    collections.bindTo(meters);
    return collections;
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /**
   * Stops in order: no new requests, subscriptions completed, requests under way finished within
   * the limit of the settings.
   */
  @Override
  public void close() {
    streams.close();
    stop(server);
    collections.close();
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("The HTTP server did not stop in order", failure);
    }
  }
}
