package org.wuyou.gateway.schema;

import graphql.schema.DataFetcher;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.wuyou.spi.model.Label;

/** Types and root fields derived so far, as SDL text, each with what answers its fields. */
final class SchemaDraft {
  private static final Map<String, String> ROOTS =
      Map.of(
          "Query", describe("查询", "Queries"),
          "Mutation", describe("写入", "Mutations"),
          "Subscription", describe("订阅", "Subscriptions"));

  private final StringBuilder types = new StringBuilder();
  private final Map<String, StringBuilder> roots = new LinkedHashMap<>();
  private final Map<String, DataFetcher<?>> fetchers = new LinkedHashMap<>();
  private final Map<String, String> owners = new LinkedHashMap<>();

  /** SDL of whole types, owned by the module that declares the entity they are derived from. */
  void types(String sdl) {
    types.append(sdl).append('\n');
  }

  /** SDL of one root field. */
  void root(String root, String field, String owner, String sdl, DataFetcher<?> fetcher) {
    roots.computeIfAbsent(root, r -> new StringBuilder()).append(sdl).append('\n');
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

  /**
   * All of it.
   *
   * @param also root types that have fields of the modules' own
   */
  String sdl(Set<String> also) {
    StringBuilder all = new StringBuilder(types);
    ROOTS.forEach(
        (root, description) -> {
          StringBuilder fields = roots.get(root);
          if (fields != null) {
            all.append("%s\ntype %s {\n%s}\n".formatted(description, root, fields));
          } else if (also.contains(root)) {
            all.append("%s\ntype %s\n".formatted(description, root));
          }
        });
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
    if (text.indexOf('\\') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0) {
      return text;
    }
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
  }
}
