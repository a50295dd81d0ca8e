package org.wuyou.gateway.sdl;

import graphql.language.SourceLocation;
import org.jspecify.annotations.Nullable;

/** Names, marks and strings of an SDL text, one after the other, each with its place. */
final class SdlScanner {
  private final String text;
  private final @Nullable String source;
  private int at;
  private int line = 1;
  private int lineStart;

  SdlScanner(String text, @Nullable String source) {
    this.text = text;
    this.source = source;
  }

  /** Where what comes next begins; nowhere, if the text has no name. */
  SourceLocation place() {
    next();
    return source == null
        ? SourceLocation.EMPTY
        : new SourceLocation(line, at - lineStart + 1, source);
  }

  /** The next character that means something, which stays to be read; 0 at the end. */
  char next() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        line++;
        lineStart = at + 1;
      } else if (c == '#') {
        comment();
        continue;
      } else if (c > ' ' && c != ',' && c != '\uFEFF') {
        return c;
      }
      at++;
    }
    return 0;
  }

  private void comment() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  /** Whether that name comes next; if so it is read. */
  boolean skip(String name) {
    next();
    int end = at + name.length();
    boolean there = text.startsWith(name, at) && (end == text.length() || !part(text.charAt(end)));
    if (there) {
      at = end;
    }
    return there;
  }

  /** Whether that mark comes next; if so it is read. */
  boolean skip(char mark) {
    boolean there = next() == mark;
    if (there) {
      at++;
    }
    return there;
  }

  void need(char mark) {
    if (!skip(mark)) {
      throw unread("'" + mark + "'");
    }
  }

  void need(String name) {
    if (!skip(name)) {
      throw unread(name);
    }
  }

  String name() {
    char first = next();
    if (!part(first) || first >= '0' && first <= '9') {
      throw unread("a name");
    }
    return run();
  }

  /** Digits of a number that follow, with the sign, point and exponent among them. */
  String number() {
    next();
    int begin = at;
    while (at < text.length() && (part(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return text.substring(begin, at);
  }

  /** A string on one line. */
  String string() {
    need('"');
    if (text.startsWith("\"\"", at)) {
      throw unread("a string on one line");
    }
    int begin = at;
    StringBuilder unescaped = null;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return unescaped == null ? text.substring(begin, at - 1) : unescaped.toString();
      } else if (c == '\n' || c == '\r') {
        break;
      } else if (c == '\\') {
        unescaped =
            unescaped == null ? new StringBuilder(text.substring(begin, at - 1)) : unescaped;
        unescaped.append(escaped());
      } else if (unescaped != null) {
        unescaped.append(c);
      }
    }
    throw unread("the end of a string");
  }

  private char escaped() {
    char c = at < text.length() ? text.charAt(at++) : 0;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> unicode();
      default -> throw unread("an escape");
    };
  }

  private char unicode() {
    try {
      char c = (char) Integer.parseInt(text, at, at + 4, 16);
      at += 4;
      return c;
    } catch (NumberFormatException | IndexOutOfBoundsException other) {
      throw unread("four hexadecimal digits");
    }
  }

  private String run() {
    int begin = at;
    while (at < text.length() && part(text.charAt(at))) {
      at++;
    }
    return text.substring(begin, at);
  }

  private static boolean part(char c) {
    return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  SdlText.UnreadException unread(String wanted) {
    String rest = text.substring(Math.min(at, text.length()), Math.min(text.length(), at + 60));
    return new SdlText.UnreadException(wanted + " expected at: " + rest);
  }
}
