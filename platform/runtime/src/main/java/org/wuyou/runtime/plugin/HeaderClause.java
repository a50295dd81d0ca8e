package org.wuyou.runtime.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One clause of an OSGi manifest header: {@code name;attribute="value";directive:=value}. */
record HeaderClause(String name, Map<String, String> parameters) {
  HeaderClause {
    parameters = Map.copyOf(parameters);
  }

  static List<HeaderClause> parse(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return List.of();
    }
    List<HeaderClause> clauses = new ArrayList<>();
    for (String clause : split(header, ',')) {
      List<String> parts = split(clause, ';');
      Map<String, String> parameters = new LinkedHashMap<>();
      for (String part : parts.subList(1, parts.size())) {
        int equals = part.indexOf('=');
        if (equals > 0) {
          parameters.put(part.substring(0, equals).strip(), unquoted(part.substring(equals + 1)));
        }
      }
      clauses.add(new HeaderClause(parts.getFirst().strip(), parameters));
    }
    return List.copyOf(clauses);
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static String unquoted(String text) {
    String bare = text.strip();
    return bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"")
        ? bare.substring(1, bare.length() - 1)
        : bare;
  }
}
