package org.wuyou.gateway.sdl;

import java.util.Locale;

/** The names that are derived from an entity's name. */
public final class SchemaNames {
  private SchemaNames() {}

  /** {@code YearlyReturn → yearlyReturn}: the query by key and the beginning of mutations. */
  public static String single(String entity) {
    return entity.substring(0, 1).toLowerCase(Locale.ROOT) + entity.substring(1);
  }
}
