package org.wuyou.runtime.admin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuyou.runtime.security.AccessToken;

/** The answers about access tokens; none carries a token but the one that issues it. */
public final class TokenViews {
  private TokenViews() {}

  /** {@code AccessToken} of the schema. */
  public record TokenView(
      String name,
      List<String> roles,
      @Nullable String scope,
      Instant createdAt,
      String createdBy,
      @Nullable Instant expiresAt,
      @Nullable Instant revokedAt) {
    static TokenView of(AccessToken token) {
      return new TokenView(
          token.name(),
          token.roles().stream().map(role -> role.toUpperCase(Locale.ROOT)).sorted().toList(),
          token.scope(),
          token.createdAt(),
          token.createdBy(),
          token.expiresAt(),
          token.revokedAt());
    }
  }

  /** {@code UserError} of the schema. */
  public record Problem(String code, String message, List<String> path, @Nullable String value) {}

  /** {@code TokenCreatePayload} of the schema. */
  public record Created(
      @Nullable TokenView accessToken, @Nullable String token, List<Problem> userErrors) {}

  /** {@code TokenRevokePayload} of the schema. */
  public record Revoked(@Nullable TokenView accessToken, List<Problem> userErrors) {}

  static Set<String> roles(List<?> roles) {
    return roles.stream()
        .map(role -> String.valueOf(role).toLowerCase(Locale.ROOT))
        .collect(java.util.stream.Collectors.toSet());
  }
}
