package org.wuyou.registry.enterprise;

import org.jspecify.annotations.Nullable;
import org.wuyou.spi.value.Parsed;
import org.wuyou.spi.value.Uscc;

/** Whether a code is a unified social credit code, and if not, why and what to do. */
public record UsccCheck(
    @Nullable String uscc,
    boolean valid,
    @Nullable String reason,
    @Nullable String zh,
    @Nullable String en) {

  public static UsccCheck of(String code) {
    return switch (Uscc.parse(code)) {
      case Parsed.Ok<String>(String canonical) -> new UsccCheck(canonical, true, null, null, null);
      case Parsed.Bad<String> bad ->
          new UsccCheck(null, false, bad.code(), bad.message().zh(), bad.message().en());
    };
  }
}
