package org.wuyou.policy.expression;

import java.util.List;
import org.wuyou.policy.parse.Spot;
import org.wuyou.policy.parse.Yaml;

/** Finds the place in the file of a character of an expression, whatever YAML style it is in. */
final class Positions {
  private final Yaml.Scalar scalar;
  private final List<String> lines;

  Positions(Yaml.Scalar scalar, List<String> lines) {
    this.scalar = scalar;
    this.lines = lines;
  }

  /**
   * Folding and indenting only move blanks, so the n-th character that is not blank is the same in
   * the value and in the file.
   */
  Spot at(int offset, int length) {
    Spot start = scalar.spot();
    int[] value = scalar.text().codePoints().toArray();
    int wanted = 0;
    for (int i = 0; i < Math.min(offset, value.length); i++) {
      wanted += Character.isWhitespace(value[i]) ? 0 : 1;
    }
    int seen = 0;
    for (int line = firstLine(); line <= lines.size(); line++) {
      int[] text = lines.get(line - 1).codePoints().toArray();
      for (int column = line == start.line() ? start.column() : 1;
          column <= text.length;
          column++) {
        if (Character.isWhitespace(text[column - 1])) {
          continue;
        }
        if (seen == wanted) {
          return new Spot(start.file(), line, column, Math.max(1, length));
        }
        seen++;
      }
    }
    return start;
  }

  /** A block scalar begins with its indicator; its text starts on the next line. */
  private int firstLine() {
    Spot start = scalar.spot();
    String line = start.line() <= lines.size() ? lines.get(start.line() - 1) : "";
    String before = start.column() <= line.length() ? line.substring(start.column() - 1) : "";
    boolean block = before.matches("[|>][-+0-9]*\\s*(#.*)?") || before.matches("^[-+]?\\s*$");
    return block ? start.line() + 1 : start.line();
  }
}
