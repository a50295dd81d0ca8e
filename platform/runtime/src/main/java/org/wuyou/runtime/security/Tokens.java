package org.wuyou.runtime.security;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.http.Authenticator;
import org.wuyou.runtime.control.ControlDocument;
import org.wuyou.spi.Caller;
import org.wuyou.store.Documents;

/** The access tokens: issued, revoked, and looked up once per request. */
public final class Tokens implements Authenticator {
  public static final String ADMIN = "admin";
  public static final String READER = "reader";

  private static final String DOCUMENT = "tokens";

  private final ControlDocument<List<AccessToken>> document;
  private final Clock clock;
  private final Map<String, Caller> sessions = new ConcurrentHashMap<>();
  private volatile Map<String, AccessToken> byDigest;

  /** A token issued: it is shown now and never again. */
  public record Issued(AccessToken token, String secret) {}

  /** Reads the tokens there are. */
  public Tokens(Documents documents, Clock clock) {
    this.document = new ControlDocument<>(documents, DOCUMENT, new TypeReference<>() {}, List.of());
    this.clock = clock;
    this.byDigest = index(document.get());
  }

  private static Map<String, AccessToken> index(List<AccessToken> tokens) {
    Map<String, AccessToken> index = new LinkedHashMap<>();
    tokens.forEach(token -> index.put(token.digest(), token));
    return index;
  }

  /**
   * Issues the administrator's first token if there are no tokens at all.
   *
   * @param wanted the token to use, or null to make one
   */
  public Optional<Issued> issueFirst(@Nullable String wanted) {
    return byDigest.isEmpty()
        ? Optional.of(
            add(
                "administrator",
                wanted == null ? random() : wanted,
                Set.of(ADMIN),
                null,
                null,
                "first start"))
        : Optional.empty();
  }

  /** Issues a token; empty if the name has been used before. */
  public synchronized Optional<Issued> issue(
      String name,
      Set<String> roles,
      @Nullable String scope,
      @Nullable Instant expiresAt,
      String actor) {
    return find(name).isPresent()
        ? Optional.empty()
        : Optional.of(add(name, random(), roles, scope, expiresAt, actor));
  }

  /**
   * Admits whoever sits at the terminal of this process, as an administrator, until the process
   * ends; gives the secret, which is written nowhere.
   */
  public String admitLocal(String name) {
    String secret = random();
    sessions.put(digest(secret), new Caller(name, Set.of(ADMIN), Optional.empty()));
    return secret;
  }

  /** Revokes the holder's token at once; empty if there is none of that name. */
  public synchronized Optional<AccessToken> revoke(String name) {
    Optional<AccessToken> found = find(name);
    if (found.isEmpty() || found.get().revokedAt() != null) {
      return found;
    }
    AccessToken revoked = found.get().revoked(clock.instant());
    keep(revoked);
    return Optional.of(revoked);
  }

  public Collection<AccessToken> all() {
    return List.copyOf(byDigest.values());
  }

  /** Tokens of administrators that are valid now; the last one is not to be revoked. */
  public long administrators() {
    Instant now = clock.instant();
    return byDigest.values().stream()
        .filter(token -> token.roles().contains(ADMIN) && token.validAt(now))
        .count();
  }

  @Override
  public Optional<Caller> authenticate(String bearerToken) {
    String digest = digest(bearerToken);
    Caller local = sessions.get(digest);
    if (local != null) {
      return Optional.of(local);
    }
    AccessToken token = byDigest.get(digest);
    return token != null && token.validAt(clock.instant())
        ? Optional.of(new Caller(token.name(), token.roles(), Optional.ofNullable(token.scope())))
        : Optional.empty();
  }

  public Optional<AccessToken> find(String name) {
    return byDigest.values().stream().filter(token -> token.name().equals(name)).findFirst();
  }

  private Issued add(
      String name,
      String secret,
      Set<String> roles,
      @Nullable String scope,
      @Nullable Instant expiresAt,
      String actor) {
    AccessToken token =
        new AccessToken(
            name, digest(secret), roles, scope, clock.instant(), actor, expiresAt, null);
    keep(token);
    return new Issued(token, secret);
  }

  private synchronized void keep(AccessToken token) {
    Map<String, AccessToken> next = new LinkedHashMap<>(byDigest);
    next.put(token.digest(), token);
    document.put(List.copyOf(next.values()));
    byDigest = next;
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return "wuyou_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String digest(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
