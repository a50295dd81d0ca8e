package org.wuyou.testkit;

import org.wuyou.spi.value.Uscc;

/** Codes that are valid and belong to nobody. */
public final class SampleCodes {
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private SampleCodes() {}

  /** A unified social credit code of a division, a different one for each number. */
  public static String uscc(String divisionCode, int number) {
    String organisation = "%08d".formatted(number);
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += (organisation.charAt(i) - '0') * ORGANISATION_WEIGHTS[i];
    }
    int rest = 11 - sum % 11;
    String check = rest == 11 ? "0" : rest == 10 ? "X" : Integer.toString(rest);
    String body = "91" + divisionCode + organisation + check;
    return body + Uscc.checkCharacter(body);
  }
}
