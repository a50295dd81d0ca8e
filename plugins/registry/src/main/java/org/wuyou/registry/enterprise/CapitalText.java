package org.wuyou.registry.enterprise;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wuyou.spi.value.Money;

/**
 * Registered capital as registers write it: {@code 5,622(万)}, {@code 88万人民币}, {@code 50(万元人民币)}.
 * Foreign currencies and texts without a unit are not guessed at.
 */
public final class CapitalText {
  private static final Pattern YUAN =
      Pattern.compile("([\\d,]+(?:\\.\\d+)?)\\s*[(（]?(万?)(?:元|人民币|元人民币|人民币元)?[)）]?");
  private static final int FEN_SCALE = 2;

  private CapitalText() {}

  /** Empty where the text is in foreign currency, has no unit or is finer than one fen. */
  public static Optional<Money> parse(String text) {
    Matcher matcher = YUAN.matcher(text.strip());
    if (!matcher.matches() || matcher.end(1) == text.strip().length()) {
      return Optional.empty();
    }
    boolean wan = !matcher.group(2).isEmpty();
    if (!wan && !text.contains("元") && !text.contains("人民币")) {
      return Optional.empty();
    }
    BigDecimal amount = new BigDecimal(matcher.group(1).replace(",", ""));
    Money.Unit unit = wan ? Money.Unit.WAN_YUAN : Money.Unit.YUAN;
    BigDecimal yuan = amount.scaleByPowerOfTen(unit.power()).stripTrailingZeros();
    return yuan.scale() > FEN_SCALE ? Optional.empty() : Optional.of(Money.yuan(yuan));
  }
}
