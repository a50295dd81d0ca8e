package org.wuyou.runtime.admin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuyou.runtime.admin.TokenViews.Created;
import org.wuyou.runtime.admin.TokenViews.Problem;
import org.wuyou.runtime.admin.TokenViews.Revoked;
import org.wuyou.runtime.admin.TokenViews.TokenView;
import org.wuyou.runtime.audit.AuditTrail;
import org.wuyou.runtime.security.AccessToken;
import org.wuyou.runtime.security.Tokens;
import org.wuyou.spi.Call;
import org.wuyou.spi.model.Label;

/** Issues and revokes access tokens on behalf of an administrator. */
public final class TokenOperations {
  private static final int LONGEST_NAME = 100;

  private final Tokens tokens;
  private final AuditTrail audit;

  public TokenOperations(Tokens tokens, AuditTrail audit) {
    this.tokens = tokens;
    this.audit = audit;
  }

  List<TokenView> all() {
    return tokens.all().stream().map(TokenView::of).toList();
  }

  Created create(Call call) {
    Map<String, @Nullable Object> input = Objects.requireNonNull(call.argument("input"));
    String name = String.valueOf(input.get("name")).strip();
    Set<String> roles = TokenViews.roles((List<?>) Objects.requireNonNull(input.get("roles")));
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return notCreated(
          call.locale(),
          "NAME_INVALID",
          "name",
          name,
          new Label("名称应为 1 至 100 个字符。", "A name has 1 to 100 characters."));
    }
    if (roles.isEmpty()) {
      return notCreated(
          call.locale(),
          "ROLES_EMPTY",
          "roles",
          null,
          new Label("至少要有一个角色。", "Give at least one role."));
    }
    Optional<Tokens.Issued> issued =
        tokens.issue(
            name,
            roles,
            (String) input.get("scope"),
            (Instant) input.get("expiresAt"),
            call.caller().name());
    if (issued.isEmpty()) {
      return notCreated(
          call.locale(),
          "NAME_TAKEN",
          "name",
          name,
          new Label("名称已被用过，请另取。", "The name has been used; choose another."));
    }
    audit.note(call.caller().name(), "token.create", name, roles.toString());
    return new Created(TokenView.of(issued.get().token()), issued.get().secret(), List.of());
  }

  Revoked revoke(Call call) {
    String name = Objects.requireNonNull(call.argument("name"));
    Optional<AccessToken> found = tokens.find(name);
    if (found.isEmpty()) {
      return notRevoked(
          call.locale(),
          "NOT_FOUND",
          name,
          new Label("没有这个持有者的令牌。", "Nobody of that name holds a token."));
    }
    if (found.get().revokedAt() == null
        && found.get().roles().contains(Tokens.ADMIN)
        && tokens.administrators() == 1) {
      return notRevoked(
          call.locale(),
          "LAST_ADMINISTRATOR",
          name,
          new Label(
              "这是最后一个管理员令牌；请先签发另一个。",
              "This is the last administrator's token; issue another one first."));
    }
    AccessToken revoked = tokens.revoke(name).orElseThrow();
    audit.note(call.caller().name(), "token.revoke", name, null);
    return new Revoked(TokenView.of(revoked), List.of());
  }

  private static Created notCreated(
      Locale locale, String code, String field, @Nullable String value, Label message) {
    return new Created(
        null, null, List.of(new Problem(code, message.in(locale), List.of("input", field), value)));
  }

  private static Revoked notRevoked(Locale locale, String code, String name, Label message) {
    return new Revoked(null, List.of(new Problem(code, message.in(locale), List.of("name"), name)));
  }
}
