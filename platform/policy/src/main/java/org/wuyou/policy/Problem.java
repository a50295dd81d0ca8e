package org.wuyou.policy;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something an officer must mend, with its place.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param length how many characters are meant, at least 1
 * @param message what is wrong
 * @param remedy what to do
 * @param source the line of the file, empty if there is none
 */
public record Problem(
    ProblemCode code,
    String file,
    int line,
    int column,
    int length,
    Text message,
    Text remedy,
    String source) {
  public static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparingInt(Problem::column)
          .thenComparing(Problem::code);

  /** Whether every rule answers as it would without it; examples decide nothing. */
  public boolean formal() {
    return code.formal() || file.endsWith(".cases.yaml");
  }

  /** The place, the line with a caret under what is meant, the message and the remedy. */
  public String text(Locale locale) {
    StringBuilder out = new StringBuilder();
    out.append(code).append(' ').append(file).append(':').append(line).append(':').append(column);
    out.append('\n');
    String number = "%4d".formatted(line);
    String margin = " ".repeat(number.length());
    if (!source.isEmpty()) {
      out.append(number).append(" | ").append(source).append('\n');
      out.append(margin).append(" | ").append(underline()).append(' ');
    } else {
      out.append(margin).append(" | ");
    }
    out.append(message.in(locale)).append('\n');
    out.append(margin).append(" = ").append(remedy.in(locale));
    return out.toString();
  }

  private String underline() {
    int[] points = source.codePoints().toArray();
    int start = Math.min(column - 1, points.length);
    int end = Math.min(start + length, points.length);
    StringBuilder carets = new StringBuilder();
    for (int i = 0; i < start; i++) {
      carets.append(wide(points[i]) ? "  " : " ");
    }
    for (int i = start; i < end; i++) {
      carets.append(wide(points[i]) ? "^^" : "^");
    }
    return end > start ? carets.toString() : carets + "^";
  }

  /** Whether the character takes two columns on a terminal. */
  private static boolean wide(int point) {
    return point >= 0x1100 && point <= 0x115F
        || point >= 0x2E80 && point <= 0xA4CF
        || point >= 0xAC00 && point <= 0xD7A3
        || point >= 0xF900 && point <= 0xFAFF
        || point >= 0xFE30 && point <= 0xFE6F
        || point >= 0xFF00 && point <= 0xFF60
        || point >= 0xFFE0 && point <= 0xFFE6
        || point >= 0x20000 && point <= 0x3FFFD;
  }
}
