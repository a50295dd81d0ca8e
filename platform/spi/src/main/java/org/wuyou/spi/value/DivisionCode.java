package org.wuyou.spi.value;

/** Division codes, GB/T 2260: six digits, province, city and county in pairs. */
public final class DivisionCode {
  private DivisionCode() {}

  /**
   * Checks the spelling only; whether the code is or was in use is asked of the register. Error:
   * {@code DIVISION_CODE}.
   */
  public static Parsed<String> parse(String text) {
    String code = text.strip();
    if (code.length() == 6
        && code.chars().allMatch(c -> c >= '0' && c <= '9')
        && code.charAt(0) != '0') {
      return Parsed.ok(code);
    }
    return Parsed.bad(
        "DIVISION_CODE",
        "行政区划代码应为 6 位数字，如 140581。",
        "A division code has six digits, such as 140581.");
  }

  /** {@code 140000} of any code of Shanxi. */
  public static String province(String code) {
    return code.substring(0, 2) + "0000";
  }

  /** {@code 140500} of any code of Jincheng. */
  public static String city(String code) {
    return code.substring(0, 4) + "00";
  }

  /** Whether {@code code} is {@code region} or lies within it. */
  public static boolean within(String code, String region) {
    if (region.endsWith("0000")) {
      return code.startsWith(region.substring(0, 2));
    }
    return region.endsWith("00") ? code.startsWith(region.substring(0, 4)) : code.equals(region);
  }
}
