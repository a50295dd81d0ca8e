package org.wuyou.policy;

import java.util.Locale;

/** A name or sentence in both languages of the product, Chinese first. */
public record Text(String zh, String en) {
  public String in(Locale locale) {
    return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? zh : en;
  }

  @Override
  public String toString() {
    return zh + " | " + en;
  }
}
