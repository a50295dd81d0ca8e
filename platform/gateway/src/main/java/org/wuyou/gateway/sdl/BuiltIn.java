package org.wuyou.gateway.sdl;

import java.util.Set;

/** Names that GraphQL and the platform keep for themselves. */
public final class BuiltIn {
  /** The module under whose name the platform's own texts are read. */
  public static final String PLATFORM = "platform";

  static final Set<String> SCALARS = Set.of("Int", "Float", "String", "Boolean", "ID");
  static final Set<String> DIRECTIVES =
      Set.of("deprecated", "specifiedBy", "oneOf", "include", "skip");
  public static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

  private BuiltIn() {}
}
