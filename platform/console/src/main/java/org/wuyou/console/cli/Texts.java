package org.wuyou.console.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of the command line in one language. */
public record Texts(Locale locale, ResourceBundle bundle) {
  /** {@code en} gives English, anything else Chinese. */
  public static Texts in(String language) {
    Locale locale = language.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    return new Texts(
        locale,
        ResourceBundle.getBundle(
            "org.wuyou.console.cli.Messages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /** The sentence of that key with its gaps filled. */
  public String say(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  /** The value of the {@code Accept-Language} header. */
  public String language() {
    return locale.equals(Locale.ENGLISH) ? "en" : "zh-CN";
  }
}
