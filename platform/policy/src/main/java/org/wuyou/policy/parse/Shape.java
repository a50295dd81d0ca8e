package org.wuyou.policy.parse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What may stand in one place of a file, gathered from all that was read there. */
final class Shape {
  private static final Map<String, Object> SCALAR =
      Map.of("type", List.of("string", "number", "boolean", "null"));
  private static final Map<String, Object> TEXT =
      Map.of(
          "type",
          "object",
          "properties",
          Map.of("zh", Map.of("type", "string"), "en", Map.of("type", "string")),
          "required",
          List.of("zh", "en"),
          "additionalProperties",
          false);

  final Set<Shapes.Kind> kinds = EnumSet.noneOf(Shapes.Kind.class);
  private final Map<String, Shape> properties = new TreeMap<>();
  private @Nullable Shape item;
  private @Nullable Shape value;

  Shape item() {
    Shape known = item == null ? new Shape() : item;
    item = known;
    return known;
  }

  Shape value() {
    Shape known = value == null ? new Shape() : value;
    value = known;
    return known;
  }

  Shape property(String name) {
    return properties.computeIfAbsent(name, made -> new Shape());
  }

  Map<String, Object> schema() {
    List<Map<String, Object>> choices = new ArrayList<>();
    if (kinds.contains(Shapes.Kind.TEXT)) {
      choices.add(TEXT);
    } else if (!properties.isEmpty()) {
      choices.add(object());
    } else if (kinds.contains(Shapes.Kind.MAP)) {
      choices.add(map());
    }
    if (kinds.contains(Shapes.Kind.LIST)) {
      choices.add(list());
    }
    scalar(choices);
    return choices.size() == 1
        ? choices.getFirst()
        : choices.isEmpty() ? Map.of() : Map.of("anyOf", choices);
  }

  /** A value of its own, or one in place of a list of one. */
  private void scalar(List<Map<String, Object>> choices) {
    if (kinds.contains(Shapes.Kind.TRUTH)) {
      choices.add(Map.of("type", "boolean"));
    } else if (kinds.contains(Shapes.Kind.DATE)) {
      choices.add(Map.of("type", "string", "format", "date"));
    } else if (kinds.contains(Shapes.Kind.SCALAR)) {
      choices.add(SCALAR);
    }
  }

  private Map<String, Object> object() {
    Map<String, Object> all = new LinkedHashMap<>();
    properties.forEach((name, shape) -> all.put(name, shape.schema()));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", all);
    object.put("additionalProperties", false);
    return object;
  }

  private Map<String, Object> map() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("type", "object");
    map.put("additionalProperties", value == null ? Map.of() : value.schema());
    return map;
  }

  private Map<String, Object> list() {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("type", "array");
    list.put("items", item == null ? Map.of() : item.schema());
    return list;
  }
}
