package org.wuyou.spi.value;

import java.util.Locale;

/**
 * Industry codes, GB/T 4754-2017: a section letter, or two to four digits, with or without the
 * section letter before them. The canonical spelling is the letter alone, or the digits alone.
 */
public final class IndustryCode {
  /** Last two-digit division of each section A to T. */
  private static final int[] LAST_DIVISION = {
    5, 12, 43, 46, 50, 52, 60, 62, 65, 69, 70, 72, 75, 79, 82, 83, 85, 90, 96, 97
  };

  private IndustryCode() {}

  /**
   * Checks the spelling and the section, not whether the class exists. Error: {@code
   * INDUSTRY_CODE}.
   */
  public static Parsed<String> parse(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    if (code.length() == 1 && code.charAt(0) >= 'A' && code.charAt(0) <= 'T') {
      return Parsed.ok(code);
    }
    boolean lettered = !code.isEmpty() && code.charAt(0) >= 'A' && code.charAt(0) <= 'T';
    String digits = lettered ? code.substring(1) : code;
    if (digits.length() >= 2
        && digits.length() <= 4
        && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int division = Integer.parseInt(digits.substring(0, 2));
      if (division >= 1
          && division <= 97
          && (!lettered || section(digits).charAt(0) == code.charAt(0))) {
        return Parsed.ok(digits);
      }
    }
    return Parsed.bad(
        "INDUSTRY_CODE",
        "行业代码应为门类字母或 2 至 4 位数字（GB/T 4754-2017），如 C、39、3973。",
        "An industry code is a section letter or two to four digits (GB/T 4754-2017), such as C, 39 or 3973.");
  }

  /** Section letter of a canonical code. */
  public static String section(String code) {
    if (Character.isLetter(code.charAt(0))) {
      return code.substring(0, 1);
    }
    int division = Integer.parseInt(code.substring(0, 2));
    int section = 0;
    while (LAST_DIVISION[section] < division) {
      section++;
    }
    return String.valueOf((char) ('A' + section));
  }

  /** Two-digit division of a canonical code of two or more digits. */
  public static String division(String code) {
    return code.substring(0, Math.min(2, code.length()));
  }

  /** Whether the code lies in sections B, C or D. */
  public static boolean industrial(String code) {
    return "BCD".contains(section(code));
  }
}
