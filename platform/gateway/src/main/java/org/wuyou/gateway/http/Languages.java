package org.wuyou.gateway.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Chooses between the two languages of the product. */
final class Languages {
  private Languages() {}

  /** English if the header prefers it to Chinese, else Chinese. */
  static Locale preferred(@Nullable String acceptLanguage) {
    if (acceptLanguage == null) {
      return Locale.CHINESE;
    }
    try {
      Locale first =
          Locale.lookup(
              Locale.LanguageRange.parse(acceptLanguage), List.of(Locale.CHINESE, Locale.ENGLISH));
      return Locale.ENGLISH.equals(first) ? Locale.ENGLISH : Locale.CHINESE;
    } catch (IllegalArgumentException malformed) {
      return Locale.CHINESE;
    }
  }
}
