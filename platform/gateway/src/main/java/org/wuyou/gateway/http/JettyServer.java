package org.wuyou.gateway.http;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** Jetty as the settings ask for it: one connector, HTTP/1.1 and HTTP/2, virtual threads. */
final class JettyServer {
  private JettyServer() {}

  static Server of(HttpSettings settings, Handler handler) {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("http");
    threads.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-", 0).factory()));
    Server server = new Server(threads);
    server.setStopTimeout(settings.limits().stop().toMillis());
    server.setErrorHandler(new JettyErrors());
    server.setHandler(new GracefulHandler(withCors(settings, handler)));
    if (settings.accessLog()) {
      server.setRequestLog(new AccessLog());
    }
    ServerConnector connector = connector(server, settings);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(settings.limits().connections(), connector));
    return server;
  }

  private static ServerConnector connector(Server server, HttpSettings settings) {
    HttpConfiguration configuration = configuration(settings);
    // One acceptor and one selector saturate two cores; more of either only change threads.
    int selectors = Math.max(1, Runtime.getRuntime().availableProcessors() / 4);
    ServerConnector connector =
        new ServerConnector(server, 1, selectors, protocols(settings, configuration));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.limits().idle().toMillis());
    connector.setAcceptQueueSize(1_024);
    return connector;
  }

  private static HttpConfiguration configuration(HttpSettings settings) {
    HttpLimits limits = settings.limits();
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(true);
    configuration.setRequestHeaderSize(limits.headerBytes());
    configuration.setMinRequestDataRate(limits.bytesPerSecond());
    configuration.setRelativeRedirectAllowed(true);
    if (settings.tls().isPresent()) {
      SecureRequestCustomizer secure = new SecureRequestCustomizer(false);
      secure.setStsMaxAge(31_536_000);
      configuration.addCustomizer(secure);
    }
    return configuration;
  }

  private static ConnectionFactory[] protocols(
      HttpSettings settings, HttpConfiguration configuration) {
    HttpConnectionFactory http1 = new HttpConnectionFactory(configuration);
    if (settings.tls().isEmpty()) {
      return new ConnectionFactory[] {http1, new ClearTextHttp2(configuration)};
    }
    HttpSettings.Tls tls = settings.tls().get();
    SslContextFactory.Server certificates = new SslContextFactory.Server();
    certificates.setKeyStorePath(tls.keyStore().toString());
    certificates.setKeyStoreType("PKCS12");
    certificates.setKeyStorePassword(tls.password());
    HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(configuration);
    ALPNServerConnectionFactory choice = new ALPNServerConnectionFactory();
    choice.setDefaultProtocol(http1.getProtocol());
    return new ConnectionFactory[] {
      new SslConnectionFactory(certificates, choice.getProtocol()), choice, http2, http1
    };
  }

  private static Handler withCors(HttpSettings settings, Handler handler) {
    if (settings.allowedOrigins().isEmpty()) {
      return handler;
    }
    CrossOriginHandler cors = new CrossOriginHandler();
    cors.setHandler(handler);
    cors.setAllowedOriginPatterns(
        settings.allowedOrigins().stream().map(Pattern::quote).collect(Collectors.toSet()));
    cors.setAllowedMethods(Set.copyOf(Arrays.asList("GET", "POST", "HEAD")));
    cors.setAllowedHeaders(Set.of("Authorization", "Content-Type", "Accept-Language"));
    // Tokens travel in a header that scripts set; nothing is sent of the browser's own accord.
    cors.setAllowCredentials(false);
    cors.setDeliverPreflightRequests(false);
    return cors;
  }

  /** HTTP/2 without encryption, by prior knowledge or by upgrade. */
  private static final class ClearTextHttp2 extends HTTP2CServerConnectionFactory {
    ClearTextHttp2(HttpConfiguration configuration) {
      super(configuration);
    }

    @Override
    public @Nullable Connection upgradeConnection(
        Connector connector,
        EndPoint endPoint,
        MetaData.Request request,
        HttpFields.Mutable response) {
      // The body would be lost on the way from one protocol to the other.
      boolean hasBody =
          request.getHttpFields().contains(HttpHeader.TRANSFER_ENCODING)
              || request.getHttpFields().getLongField(HttpHeader.CONTENT_LENGTH) > 0;
      return hasBody ? null : super.upgradeConnection(connector, endPoint, request, response);
    }
  }
}
