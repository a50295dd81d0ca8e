package org.wuyou.gateway.files.cell;

/**
 * Keeps spreadsheets from running a text as a formula: an apostrophe is put before a text that
 * begins like one, and taken away again when the file comes back. Nothing is lost: a text that
 * already has such apostrophes gets one more.
 */
public final class Formulas {
  private Formulas() {}

  public static String armed(String text) {
    return looksLikeFormula(text) ? "'" + text : text;
  }

  public static String disarmed(String text) {
    return text.startsWith("'") && looksLikeFormula(text) ? text.substring(1) : text;
  }

  private static boolean looksLikeFormula(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) == '\'') {
      i++;
    }
    return i < text.length() && "=+-@\t\r\n".indexOf(text.charAt(i)) >= 0;
  }
}
