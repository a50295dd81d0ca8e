package org.wuyou.gateway.schema;

import graphql.schema.DataFetcher;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.wuyou.spi.model.Label;

/** Types and root fields derived so far, as SDL text, each with what answers its fields. */
final class SchemaDraft {
  private final StringBuilder types = new StringBuilder();
  private final Map<String, StringBuilder> roots = new TreeMap<>();
  private final Map<String, DataFetcher<?>> fetchers = new LinkedHashMap<>();
  private final Map<String, String> owners = new LinkedHashMap<>();

  /** SDL of whole types, owned by the module that declares the entity they are derived from. */
  void types(String sdl) {
    types.append(sdl).append('\n');
  }

  /** SDL of one root field. */
  void root(String root, String field, String owner, String sdl, DataFetcher<?> fetcher) {
    roots.computeIfAbsent(root, r -> new StringBuilder()).append(sdl.indent(2));
    answer(root, field, fetcher);
    owners.put(root + "." + field, owner);
  }

  void answer(String type, String field, DataFetcher<?> fetcher) {
    fetchers.put(type + "." + field, fetcher);
  }

  void owner(String type, String module) {
    owners.put(type, module);
  }

  Map<String, DataFetcher<?>> fetchers() {
    return fetchers;
  }

  Map<String, String> owners() {
    return owners;
  }

  String sdl() {
    StringBuilder all = new StringBuilder(types);
    roots.forEach((root, fields) -> all.append("type ").append(root).append(" {\n").append(fields).append("}\n"));
    return all.toString();
  }

  /** A description line. */
  static String describe(String zh, String en) {
    return "\"" + escape(zh) + " | " + escape(en) + "\"";
  }

  static String describe(Label label) {
    return describe(label.zh(), label.en());
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
  }
}
