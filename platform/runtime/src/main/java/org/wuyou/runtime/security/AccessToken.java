package org.wuyou.runtime.security;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a token: everything but the token.
 *
 * @param name its holder, as the audit shows it; never used twice
 * @param digest SHA-256 of the token; tokens are random, so no slow hash is needed
 * @param roles lower case: {@code admin}, {@code reader}
 * @param scope division code to which it is confined, or null
 */
public record AccessToken(
    String name,
    String digest,
    Set<String> roles,
    @Nullable String scope,
    Instant createdAt,
    String createdBy,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt) {
  public AccessToken {
    roles = Set.copyOf(roles);
  }

  boolean validAt(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }

  AccessToken revoked(Instant at) {
    return new AccessToken(name, digest, roles, scope, createdAt, createdBy, expiresAt, at);
  }
}
