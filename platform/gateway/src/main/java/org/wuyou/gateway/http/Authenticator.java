package org.wuyou.gateway.http;

import java.util.Optional;
import org.wuyou.spi.Caller;

/** Knows who holds a token. */
@FunctionalInterface
public interface Authenticator {
  /**
   * The holder of the token, or empty if the token is unknown, expired or revoked. Called once per
   * request on the hot path: a digest and a map lookup, no slow hash.
   */
  Optional<Caller> authenticate(String bearerToken);
}
