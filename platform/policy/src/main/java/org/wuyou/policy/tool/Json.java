package org.wuyou.policy.tool;

import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import org.wuyou.policy.Text;

/** One JSON object, written field by field in order. */
final class Json {
  private final StringJoiner fields = new StringJoiner(",", "{", "}");

  Json put(String name, String value) {
    return raw(name, quoted(value));
  }

  Json put(String name, long value) {
    return raw(name, Long.toString(value));
  }

  Json put(String name, boolean value) {
    return raw(name, Boolean.toString(value));
  }

  Json put(String name, List<Json> values) {
    return raw(name, "[" + String.join(",", values.stream().map(Json::text).toList()) + "]");
  }

  Json put(String name, Json value) {
    return raw(name, value.text());
  }

  /** In both languages, as the GraphQL API writes it. */
  Json put(String name, Text text) {
    return put(name, new Json().put("zh", text.zh()).put("en", text.en()));
  }

  Json putTexts(String name, Collection<String> values) {
    return raw(name, "[" + String.join(",", values.stream().map(Json::quoted).toList()) + "]");
  }

  private Json raw(String name, String value) {
    fields.add(quoted(name) + ":" + value);
    return this;
  }

  String text() {
    return fields.toString();
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    return out.append('"').toString();
  }
}
