package org.wuyou.gateway.values;

/** What of a caller's own text is shown back: short, and without control characters. */
final class Shown {
  private static final int LONGEST = 40;

  private Shown() {}

  static String of(String text) {
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    return cut.replaceAll("\\p{Cntrl}", " ");
  }
}
