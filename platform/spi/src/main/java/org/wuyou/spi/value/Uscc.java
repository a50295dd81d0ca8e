package org.wuyou.spi.value;

import java.util.Locale;

/** Unified social credit codes, GB 32100-2015: 18 characters, the last a check character. */
public final class Uscc {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };

  private Uscc() {}

  /**
   * Reads a code; blanks around it and lower case are accepted and the canonical spelling is
   * returned. Errors: {@code LENGTH}, {@code CHARACTER_NOT_ALLOWED}, {@code CHECK_CHARACTER}.
   */
  public static Parsed<String> parse(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    if (code.length() != 18) {
      return Parsed.bad(
          "LENGTH",
          "统一社会信用代码应为 18 位，此处为 " + code.length() + " 位；请核对证照。",
          "A unified social credit code has 18 characters, this one has "
              + code.length()
              + "; check the licence.");
    }
    for (int i = 0; i < 18; i++) {
      if (ALPHABET.indexOf(code.charAt(i)) < 0) {
        return Parsed.bad(
            "CHARACTER_NOT_ALLOWED",
            "第 "
                + (i + 1)
                + " 位的字符“"
                + code.charAt(i)
                + "”不可用于统一社会信用代码（不用 I、O、S、V、Z）；请核对证照，常把 1 误作 I、0 误作 O。",
            "Character "
                + (i + 1)
                + ", '"
                + code.charAt(i)
                + "', is not allowed (I, O, S, V and Z are not used); check the licence: 1 is often"
                + " misread as I, and 0 as O.");
      }
    }
    char expected = checkCharacter(code);
    if (code.charAt(17) != expected) {
      return Parsed.bad(
          "CHECK_CHARACTER",
          "校验位不符：应为“" + expected + "”，此处为“" + code.charAt(17) + "”；请核对各位数字。",
          "The check character should be '"
              + expected
              + "' but is '"
              + code.charAt(17)
              + "'; check every character.");
    }
    return Parsed.ok(code);
  }

  /**
   * The check character of the first 17 characters of a code, all of which must be of the alphabet.
   */
  public static char checkCharacter(String code) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
