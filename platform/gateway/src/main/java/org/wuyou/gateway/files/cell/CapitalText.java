package org.wuyou.gateway.files.cell;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount as company registers spell it: {@code 5,622(万)}, {@code 50(万元人民币)}, {@code 88万人民币},
 * {@code 18(万美元)}.
 *
 * @param number the digits; empty if there are none
 * @param scale {@code 万}, {@code 亿}, {@code 千} or empty
 * @param currency {@code 元}, {@code 人民币}, {@code 美元}, … or empty
 * @param hollow whether brackets stand there with no unit in them
 */
record CapitalText(String number, String scale, String currency, boolean hollow) {
  private static final Pattern SPELLING =
      Pattern.compile(
          "^(?<number>[+-]?[\\d,.]*)\\s*(?<open>\\(?)\\s*(?<scale>[百千]?[万亿]|千)?\\s*(?<currency>[^\\d()]*?)\\s*\\)?$");
  private static final Pattern YUAN = Pattern.compile("^(元?人民币元?|元|CNY|RMB)?$");

  /** Empty if it is not spelled so at all. */
  static Optional<CapitalText> of(String text) {
    Matcher m = SPELLING.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    String scale = m.group("scale") == null ? "" : m.group("scale");
    String currency = m.group("currency").strip();
    boolean hollow = !m.group("open").isEmpty() && scale.isEmpty() && currency.isEmpty();
    return Optional.of(new CapitalText(m.group("number"), scale, currency, hollow));
  }

  boolean renminbi() {
    return YUAN.matcher(currency).matches();
  }

  /** In the spelling that amounts are read in: {@code 5,622万元}; without a unit, the number. */
  String plain() {
    return scale.isEmpty() && currency.isEmpty() ? number : number + scale + "元";
  }
}
