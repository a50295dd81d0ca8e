package org.wuyou.gateway.sdl;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;

/** Questions about a type as written: {@code [Title!]!}. */
public final class SdlTypes {
  private SdlTypes() {}

  public static TypeName innermost(Type<?> type) {
    return switch (type) {
      case NonNullType nonNull -> innermost(nonNull.getType());
      case ListType list -> innermost(list.getType());
      case TypeName name -> name;
      default -> throw new IllegalStateException("no such type " + type);
    };
  }

  public static boolean required(Type<?> type) {
    return type instanceof NonNullType;
  }

  public static boolean list(Type<?> type) {
    return type instanceof ListType
        || (type instanceof NonNullType nonNull && list(nonNull.getType()));
  }

  /** As written in SDL. */
  public static String print(Type<?> type) {
    return switch (type) {
      case NonNullType nonNull -> print(nonNull.getType()) + "!";
      case ListType list -> "[" + print(list.getType()) + "]";
      case TypeName name -> name.getName();
      default -> throw new IllegalStateException("no such type " + type);
    };
  }
}
