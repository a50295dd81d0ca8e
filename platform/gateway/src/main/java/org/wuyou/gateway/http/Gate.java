package org.wuyou.gateway.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.wuyou.spi.Caller;
import org.wuyou.spi.model.Label;

/**
 * Lets in requests that carry a known token, and holds off addresses that try unknown ones.
 *
 * <p>A held-off address may still use the tokens that worked from there lately, so that one
 * guessing machine does not lock out an office behind the same address.
 */
final class Gate {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration PROVEN = Duration.ofMinutes(30);

  private final Authenticator authenticator;
  private final int failuresAllowed;
  private final Cache<String, AtomicInteger> failures;
  private final Cache<Proof, Boolean> proven;

  /** Which token worked from where; the hash tells nothing of the token. */
  private record Proof(String address, int tokenHash) {}

  Gate(Authenticator authenticator, int failuresAllowed, Clock clock) {
    this.authenticator = authenticator;
    this.failuresAllowed = failuresAllowed;
    this.failures =
        Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(WINDOW)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
    this.proven = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(PROVEN).build();
  }

  /**
   * Who asks.
   *
   * @throws HttpRefusal 401 without a known token, 429 after too many unknown ones
   */
  Caller admit(Request request) {
    Optional<String> given = token(request);
    if (given.isEmpty()) {
      throw unauthenticated("Bearer realm=\"wuyou\"");
    }
    String token = given.get();
    String address = address(request);
    Proof proof = new Proof(address, token.hashCode());
    AtomicInteger failed = failures.getIfPresent(address);
    if (failed != null && failed.get() >= failuresAllowed && proven.getIfPresent(proof) == null) {
      throw heldOff();
    }
    Optional<Caller> caller = authenticator.authenticate(token);
    if (caller.isEmpty()) {
      failures.get(address, any -> new AtomicInteger()).incrementAndGet();
      throw unauthenticated("Bearer realm=\"wuyou\", error=\"invalid_token\"");
    }
    if (proven.getIfPresent(proof) == null) {
      proven.put(proof, true);
    }
    return caller.get();
  }

  /** Whether the token of a request admitted earlier is still known. */
  boolean stillAdmits(Request request) {
    return token(request).flatMap(authenticator::authenticate).isPresent();
  }

  /** Whether the request comes straight from this machine, not through a proxy on it. */
  static boolean isLocal(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress at
        && at.getAddress().isLoopbackAddress()
        && !request.getHeaders().contains("X-Forwarded-For")
        && !request.getHeaders().contains("Forwarded");
  }

  private static Optional<String> token(Request request) {
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return Optional.empty();
    }
    String token = header.substring(7).strip();
    return token.isEmpty() ? Optional.empty() : Optional.of(token);
  }

  /** The sender; of IPv6 only the network, for its hosts are free to choose the rest. */
  private static String address(Request request) {
    SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
    if (!(remote instanceof InetSocketAddress at)) {
      return remote.toString();
    }
    InetAddress address = at.getAddress();
    byte[] bytes = address.getAddress();
    return bytes.length == 4
        ? address.getHostAddress()
        : java.util.HexFormat.of().formatHex(bytes, 0, 8);
  }

  private static HttpRefusal unauthenticated(String challenge) {
    return new HttpRefusal(
        401,
        "UNAUTHENTICATED",
        new Label(
            "需要有效的访问令牌：请求头 Authorization: Bearer <令牌>",
            "A valid access token is needed: header Authorization: Bearer <token>"),
        Map.of("WWW-Authenticate", challenge));
  }

  private static HttpRefusal heldOff() {
    return new HttpRefusal(
        429,
        "TOO_MANY_ATTEMPTS",
        new Label(
            "此地址提交了过多无效令牌，请一分钟后再试",
            "Too many unknown tokens from this address; try again in a minute"),
        Map.of("Retry-After", Long.toString(WINDOW.toSeconds())));
  }
}
