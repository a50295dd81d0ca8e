package org.wuyou.policy.parse;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Remembers which keys the readers asked of which map, and as what, so that the format can be told
 * to editors from the readers themselves. Feeds on bundles as they are read.
 */
public final class Shapes {
  private final Map<Yaml.Mapping, Map<String, Kind>> asked = new IdentityHashMap<>();
  private final Map<String, List<Yaml>> roots = new LinkedHashMap<>();

  /** As what a reader asked for a key. */
  enum Kind {
    ANY,
    SCALAR,
    DATE,
    TRUTH,
    TEXT,
    LIST,
    MAP
  }

  void root(String file, Yaml yaml) {
    roots.computeIfAbsent(file, name -> new ArrayList<>()).add(yaml);
  }

  void keys(Yaml.Mapping mapping) {
    asked.computeIfAbsent(mapping, made -> new LinkedHashMap<>());
  }

  void ask(Yaml.Mapping mapping, String key, Kind kind) {
    asked
        .computeIfAbsent(mapping, made -> new LinkedHashMap<>())
        .merge(key, kind, (one, other) -> other.compareTo(one) > 0 ? other : one);
  }

  /** The JSON Schema, as maps and lists, of all files of those names that were read. */
  public Map<String, Object> schema(Predicate<String> files) {
    Shape shape = new Shape();
    roots.forEach(
        (file, all) -> {
          if (files.test(file)) {
            all.forEach(yaml -> take(shape, yaml));
          }
        });
    return shape.schema();
  }

  private void take(Shape shape, Yaml yaml) {
    switch (yaml) {
      case Yaml.Scalar scalar -> shape.kinds.add(Kind.SCALAR);
      case Yaml.Sequence sequence -> {
        shape.kinds.add(Kind.LIST);
        sequence.items().forEach(item -> take(shape.item(), item));
      }
      case Yaml.Mapping mapping -> {
        Map<String, Kind> keys = asked.get(mapping);
        if (keys == null) {
          shape.kinds.add(Kind.MAP);
          // Free names over facts are data; only what readers ask of says something of the form.
          mapping.entries().values().stream()
              .filter(asked::containsKey)
              .forEach(value -> take(shape.value(), value));
        } else {
          keys.forEach((key, kind) -> shape.property(key).kinds.add(kind));
          mapping
              .entries()
              .forEach(
                  (key, value) -> {
                    if (keys.containsKey(key.text())) {
                      take(shape.property(key.text()), value);
                    }
                  });
        }
      }
    }
  }
}
