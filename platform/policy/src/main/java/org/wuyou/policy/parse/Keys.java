package org.wuyou.policy.parse;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.wuyou.policy.Exact;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;

/**
 * Reads the keys of one map and remembers which were asked for, so that {@link #close} can refuse
 * the rest.
 */
public final class Keys {
  private final Yaml.Mapping mapping;
  private final Problems problems;
  private final Map<String, Map.Entry<Yaml.Scalar, Yaml>> byName = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  private Keys(Yaml.Mapping mapping, Problems problems) {
    this.mapping = mapping;
    this.problems = problems;
    mapping.entries().forEach((k, v) -> byName.put(k.text(), Map.entry(k, v)));
    problems.shapes().ifPresent(shapes -> shapes.keys(mapping));
  }

  /** The keys of a map; anything else is a problem and reads as an empty map. */
  public static Keys of(Yaml value, Problems problems) {
    if (value instanceof Yaml.Mapping mapping) {
      return new Keys(mapping, problems);
    }
    wrongShape(problems, value.spot(), "键值对", "a map of keys");
    return new Keys(new Yaml.Mapping(value.spot(), Map.of()), problems);
  }

  /** The keys of a whole file. */
  public static Keys top(String file, Yaml value, Problems problems) {
    problems.shapes().ifPresent(shapes -> shapes.root(file, value));
    return of(value, problems);
  }

  public Spot spot() {
    return mapping.spot();
  }

  /** The keys as written. */
  public Set<String> names() {
    return Collections.unmodifiableSet(byName.keySet());
  }

  private void ask(String key, Shapes.Kind kind) {
    asked.add(key);
    problems.shapes().ifPresent(shapes -> shapes.ask(mapping, key, kind));
  }

  public boolean has(String key) {
    ask(key, Shapes.Kind.ANY);
    return byName.containsKey(key);
  }

  public Optional<Yaml> get(String key) {
    ask(key, Shapes.Kind.ANY);
    return Optional.ofNullable(byName.get(key)).map(Map.Entry::getValue);
  }

  /** Where the key itself stands, or the map if it is absent. */
  public Spot keySpot(String key) {
    Map.Entry<Yaml.Scalar, Yaml> entry = byName.get(key);
    return entry == null ? spot() : entry.getKey().spot();
  }

  public Optional<Yaml.Scalar> scalar(String key) {
    ask(key, Shapes.Kind.SCALAR);
    Optional<Yaml> value = get(key);
    if (value.isPresent() && !(value.get() instanceof Yaml.Scalar)) {
      wrongShape(problems, value.get().spot(), "一个值", "a single value");
    }
    return value
        .filter(Yaml.Scalar.class::isInstance)
        .map(Yaml.Scalar.class::cast)
        .filter(scalar -> !scalar.absent());
  }

  public Optional<String> text(String key) {
    return scalar(key).map(Yaml.Scalar::text);
  }

  public Optional<Yaml.Scalar> requiredScalar(String key) {
    Optional<Yaml.Scalar> scalar = scalar(key);
    if (scalar.isEmpty()) {
      missing(key);
    }
    return scalar;
  }

  public Optional<LocalDate> date(String key) {
    ask(key, Shapes.Kind.DATE);
    return scalar(key).flatMap(scalar -> date(scalar, problems));
  }

  public Optional<Boolean> truth(String key) {
    ask(key, Shapes.Kind.TRUTH);
    return scalar(key).flatMap(scalar -> truth(scalar, key, problems));
  }

  /** The items of a list; a single value counts as a list of one. */
  public List<Yaml> items(String key) {
    ask(key, Shapes.Kind.LIST);
    return get(key)
        .map(value -> value instanceof Yaml.Sequence sequence ? sequence.items() : List.of(value))
        .orElse(List.of());
  }

  public List<Yaml.Scalar> scalars(String key) {
    return items(key).stream()
        .filter(
            item -> {
              boolean scalar = item instanceof Yaml.Scalar;
              if (!scalar) {
                wrongShape(problems, item.spot(), "一个值", "a single value");
              }
              return scalar;
            })
        .map(Yaml.Scalar.class::cast)
        .toList();
  }

  /** The entries of a map under the key, each with its own key; none if the key is absent. */
  public Map<Yaml.Scalar, Yaml> entries(String key) {
    ask(key, Shapes.Kind.MAP);
    Optional<Yaml> value = get(key);
    if (value.isEmpty()) {
      return Map.of();
    }
    if (value.get() instanceof Yaml.Mapping map) {
      return map.entries();
    }
    wrongShape(problems, value.get().spot(), "键值对", "a map of keys");
    return Map.of();
  }

  /** A text in both languages under the key; what is missing is told as {@code code}. */
  public Optional<Text> bilingual(String key, ProblemCode code) {
    ask(key, Shapes.Kind.TEXT);
    Optional<Yaml> value = get(key);
    if (value.isEmpty()) {
      problems.add(
          code,
          spot(),
          new Text("缺少 " + key, key + " is missing"),
          new Text(
              "写明 " + key + ": {zh: …, en: …}，用自己的话。",
              "Write " + key + ": {zh: …, en: …} in your own words."));
      return Optional.empty();
    }
    Keys both = Keys.of(value.get(), problems);
    Optional<String> zh = both.text("zh").filter(text -> !text.isBlank());
    Optional<String> en = both.text("en").filter(text -> !text.isBlank());
    if (zh.isEmpty() || en.isEmpty()) {
      String absent = zh.isEmpty() ? "zh" : "en";
      problems.add(
          code,
          keySpot(key),
          new Text(key + " 缺少 " + absent, key + " has no " + absent),
          new Text("补上另一种语言的文字。", "Add the text in the other language."));
      return Optional.empty();
    }
    both.close();
    return Optional.of(new Text(zh.get(), en.get()));
  }

  public void missing(String key) {
    problems.add(
        ProblemCode.MISSING_KEY,
        spot(),
        new Text("缺少 " + key, key + " is missing"),
        new Text("补上 " + key + "。", "Add " + key + "."));
  }

  /** Tells that none of some keys is there, of which one must be. */
  public void missingOneOf(String... keys) {
    problems.add(
        ProblemCode.MISSING_KEY,
        spot(),
        new Text(
            "缺少 " + String.join("、", keys) + " 之一",
            "one of " + String.join(", ", keys) + " is missing"),
        new Text("补上其中一个。", "Add one of them."));
  }

  /** Refuses every key that was never asked for. */
  public void close() {
    byName.forEach(
        (name, entry) -> {
          if (asked.contains(name)) {
            return;
          }
          Optional<String> meant = Spelling.nearest(name, asked);
          problems.add(
              ProblemCode.UNKNOWN_KEY,
              entry.getKey().spot(),
              new Text(
                  "这里没有 " + name + " 这个键" + meant.map(m -> "；是否想写 " + m + "？").orElse(""),
                  "no key "
                      + name
                      + " here"
                      + meant.map(m -> "; did you mean " + m + "?").orElse("")),
              new Text(
                  "可用的键：" + String.join("、", asked),
                  "Keys allowed here: " + String.join(", ", asked)));
        });
  }

  public static Optional<LocalDate> date(Yaml.Scalar scalar, Problems problems) {
    try {
      return Optional.of(LocalDate.parse(scalar.text()));
    } catch (DateTimeParseException e) {
      problems.add(
          ProblemCode.BAD_DATE,
          scalar.spot(),
          new Text(scalar.text() + " 不是日期", scalar.text() + " is not a date"),
          new Text("写成 YYYY-MM-DD，如 2021-12-31。", "Write YYYY-MM-DD, such as 2021-12-31."));
      return Optional.empty();
    }
  }

  public static Optional<Exact> number(Yaml.Scalar scalar, Problems problems) {
    try {
      return Optional.of(Exact.of(scalar.text().strip()));
    } catch (NumberFormatException e) {
      problems.add(
          ProblemCode.BAD_NUMBER,
          scalar.spot(),
          new Text(scalar.text() + " 不是数", scalar.text() + " is not a number"),
          new Text("只写数字，单位写在 unit。", "Write the digits only; the unit goes under unit."));
      return Optional.empty();
    }
  }

  /** A number of at most nine digits and no decimals: a year, how many. */
  public static OptionalInt wholeNumber(Yaml.Scalar scalar, Problems problems) {
    if (scalar.text().strip().matches("\\d{1,9}")) {
      return OptionalInt.of(Integer.parseInt(scalar.text().strip()));
    }
    problems.add(
        ProblemCode.BAD_NUMBER,
        scalar.spot(),
        new Text(scalar.text() + " 不是整数", scalar.text() + " is not a whole number"),
        new Text("只写数字，如 2022。", "Write the digits only, such as 2022."));
    return OptionalInt.empty();
  }

  /** {@code true} or {@code false}; anything else is told. */
  public static Optional<Boolean> truth(Yaml.Scalar scalar, String name, Problems problems) {
    return switch (scalar.text()) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> {
        problems.add(
            ProblemCode.UNKNOWN_VALUE,
            scalar.spot(),
            new Text(name + " 应为 true 或 false", name + " is true or false"),
            new Text("写 true 或 false。", "Write true or false."));
        yield Optional.empty();
      }
    };
  }

  public static void wrongShape(Problems problems, Spot spot, String zh, String en) {
    problems.add(
        ProblemCode.WRONG_SHAPE,
        spot,
        new Text("这里应为" + zh, "expected " + en + " here"),
        new Text("对照示例区域的文件改写。", "Compare with the files of region-example."));
  }
}
