package org.wuyou.gateway.values;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.wuyou.spi.value.Parsed;

/** Exact numbers as people write them: full-width digits, thousands separators, a sign. */
final class Numbers {
  /** Bounded, so that no text can ask for a number of a million digits. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(\\d{1,30}|\\d{1,3}(,\\d{3}){1,9})?(\\.\\d{0,30})?([eE][+-]?\\d{1,2})?");

  private Numbers() {}

  static Parsed<BigDecimal> parse(String text) {
    String plain = halfWidth(text);
    boolean digits = plain.chars().anyMatch(c -> c >= '0' && c <= '9');
    if (!digits || !NUMBER.matcher(plain).matches()) {
      return Parsed.bad(
          "NOT_A_NUMBER",
          "“" + Shown.of(text) + "”不是数字；请填写如 1234.5。",
          "\"" + Shown.of(text) + "\" is not a number; write it like 1234.5.");
    }
    try {
      return Parsed.ok(new BigDecimal(plain.replace(",", "")));
    } catch (NumberFormatException unreadable) {
      return Parsed.bad(
          "NOT_A_NUMBER",
          "“" + Shown.of(text) + "”不是数字；请填写如 1234.5。",
          "\"" + Shown.of(text) + "\" is not a number; write it like 1234.5.");
    }
  }

  /** Full-width letters, digits and signs become the ordinary ones; blanks around are dropped. */
  static String halfWidth(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  /** Whether the number has at most {@code scale} decimals that are not zero. */
  static boolean fits(BigDecimal number, int scale) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= scale;
  }
}
