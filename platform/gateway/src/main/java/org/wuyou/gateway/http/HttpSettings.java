package org.wuyou.gateway.http;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the server listens.
 *
 * @param host address to bind
 * @param port 0 takes a free one
 * @param limits what one client may take
 * @param tls encrypted if present, plain otherwise
 * @param allowedOrigins other origins whose pages may call, {@code https://example.org}; empty:
 *     none
 * @param openMetrics whether {@code /metrics} answers callers on this machine without a token
 * @param accessLog whether each request is logged (method, path, status, size, time, address)
 */
public record HttpSettings(
    String host,
    int port,
    HttpLimits limits,
    Optional<Tls> tls,
    List<String> allowedOrigins,
    boolean openMetrics,
    boolean accessLog) {
  public HttpSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
    }
    allowedOrigins = List.copyOf(allowedOrigins);
  }

  /** Plain HTTP for this machine only. */
  public static HttpSettings local(int port) {
    return new HttpSettings(
        "127.0.0.1", port, HttpLimits.DEFAULT, Optional.empty(), List.of(), true, false);
  }

  public HttpSettings withHost(String newHost) {
    return new HttpSettings(newHost, port, limits, tls, allowedOrigins, openMetrics, accessLog);
  }

  public HttpSettings withLimits(HttpLimits newLimits) {
    return new HttpSettings(host, port, newLimits, tls, allowedOrigins, openMetrics, accessLog);
  }

  public HttpSettings withTls(Tls newTls) {
    return new HttpSettings(
        host, port, limits, Optional.of(newTls), allowedOrigins, openMetrics, accessLog);
  }

  public HttpSettings withAllowedOrigins(List<String> origins) {
    return new HttpSettings(host, port, limits, tls, origins, openMetrics, accessLog);
  }

  public HttpSettings withOpenMetrics(boolean open) {
    return new HttpSettings(host, port, limits, tls, allowedOrigins, open, accessLog);
  }

  public HttpSettings withAccessLog(boolean on) {
    return new HttpSettings(host, port, limits, tls, allowedOrigins, openMetrics, on);
  }

  /**
   * The server's certificate and key.
   *
   * @param keyStore a PKCS12 file
   */
  public record Tls(Path keyStore, String password) {
    /** Without the password. */
    @Override
    public String toString() {
      return "Tls[" + keyStore + "]";
    }
  }
}
