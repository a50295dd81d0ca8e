package org.wuyou.runtime.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wuyou.gateway.ResolverGuard;
import org.wuyou.runtime.security.Tokens;
import org.wuyou.spi.Resolver;
import org.wuyou.spi.model.Label;

/**
 * Puts one question before every field of administration: whether the caller is an administrator.
 */
final class AdminOnly {
  private static final Label REFUSAL =
      new Label("此操作需要管理员（admin）令牌。", "This needs an administrator's (admin) token.");

  private final Map<String, Resolver> resolvers = new LinkedHashMap<>();

  AdminOnly field(String coordinate, Resolver resolver) {
    resolvers.put(
        coordinate,
        call -> {
          if (!call.caller().has(Tokens.ADMIN) || call.caller().scope().isPresent()) {
            throw new ResolverGuard.Refusal("FORBIDDEN", REFUSAL);
          }
          return resolver.resolve(call);
        });
    return this;
  }

  Map<String, Resolver> resolvers() {
    return resolvers;
  }
}
