package org.wuyou.gateway.sdl;

import graphql.language.AbstractDescribedNode;
import graphql.language.Description;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.model.Label;

/** Descriptions {@code "中文 | English"} to labels. */
public final class Labels {
  private static final String BAR = "|";

  private Labels() {}

  /** Null unless both languages are there. */
  public static @Nullable Label of(AbstractDescribedNode<?> node) {
    Description description = node.getDescription();
    return description == null ? null : parse(description.getContent());
  }

  static @Nullable Label parse(String text) {
    int bar = text.indexOf(BAR);
    if (bar < 0) {
      return null;
    }
    String zh = text.substring(0, bar).strip();
    String en = text.substring(bar + 1).strip();
    return zh.isEmpty() || en.isEmpty() ? null : new Label(zh, en);
  }
}
