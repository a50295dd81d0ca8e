package org.wuyou.distribution.oracle;

/** Fictional credit codes with a right check character. */
final class CreditCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private CreditCode() {}

  static String numbered(int number) {
    String body = "91140500MA%07d".formatted(number);
    int sum = 0;
    int weight = 1;
    for (char c : body.toCharArray()) {
      sum += ALPHABET.indexOf(c) * weight;
      weight = weight * 3 % 31;
    }
    return body + ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
