package org.wuyou.store.column;

import java.util.ArrayList;
import java.util.List;

/** Several texts as one: each after its length and a colon. */
public final class TextList {
  private TextList() {}

  public static String join(List<String> elements) {
    StringBuilder text = new StringBuilder();
    for (String element : elements) {
      text.append(element.length()).append(':').append(element);
    }
    return text.toString();
  }

  public static List<String> split(String joined) {
    List<String> elements = new ArrayList<>();
    int at = 0;
    while (at < joined.length()) {
      int colon = joined.indexOf(':', at);
      int end = colon + 1 + Integer.parseInt(joined, at, colon, 10);
      elements.add(joined.substring(colon + 1, end));
      at = end;
    }
    return elements;
  }
}
