package org.wuyou.gateway.files.column;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header as written, split into its name and what stands in brackets behind it.
 *
 * @param name folded: width, case, blanks and separators do not count
 * @param whole folded, brackets included
 * @param bracketed the text in the last brackets, usually a unit
 */
record HeaderText(String name, String whole, Optional<String> bracketed) {
  private static final Pattern BRACKETS = Pattern.compile("^(.+?)[(\\[]([^()\\[\\]]*)[)\\]]$");
  private static final Pattern IGNORED = Pattern.compile("[\\s_\\-*:'\"\\uFEFF\\u200B]+");

  static HeaderText of(String header) {
    String plain = Normalizer.normalize(header, Normalizer.Form.NFKC).strip();
    Matcher matcher = BRACKETS.matcher(plain);
    return matcher.matches()
        ? new HeaderText(fold(matcher.group(1)), fold(plain), Optional.of(matcher.group(2).strip()))
        : new HeaderText(fold(plain), fold(plain), Optional.empty());
  }

  static String fold(String text) {
    return IGNORED
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
