package org.wuyou.policy.check;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.model.ByReading;
import org.wuyou.policy.model.Reading;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Spelling;
import org.wuyou.policy.parse.Yaml;

/** Reads words out of a fixed list, and values that depend on a reading. */
final class Choices {
  private final Registers<Reading> readings;
  private final Problems problems;

  Choices(Registers<Reading> readings, Problems problems) {
    this.readings = readings;
    this.problems = problems;
  }

  <E extends Enum<E>> Optional<E> word(Keys keys, String key, Class<E> words) {
    return keys.requiredScalar(key).flatMap(written -> word(written, words));
  }

  <E extends Enum<E>> Optional<E> word(Yaml.Scalar written, Class<E> words) {
    List<String> known = Arrays.stream(words.getEnumConstants()).map(Enum::name).toList();
    if (known.contains(written.text())) {
      return Optional.of(Enum.valueOf(words, written.text()));
    }
    unknown(written, known, problems);
    return Optional.empty();
  }

  /** Tells that a word is none of those allowed here. */
  static void unknown(Yaml.Scalar written, Collection<String> known, Problems problems) {
    Optional<String> meant = Spelling.nearest(written.text(), known);
    problems.add(
        ProblemCode.UNKNOWN_VALUE,
        written.spot(),
        new Text(
            "没有 " + written.text() + " 这个取值" + meant.map(m -> "；是否想写 " + m + "？").orElse(""),
            "no value " + written.text() + meant.map(m -> "; did you mean " + m + "?").orElse("")),
        new Text("可用的取值：" + String.join("、", known), "Values: " + String.join(", ", known)));
  }

  /** A value, or one for every choice of a reading: {@code {reading: A-35, USUAL: …, OTHER: …}}. */
  <T> Optional<ByReading<T>> byReading(
      Keys keys, String key, Function<Yaml.Scalar, Optional<T>> value) {
    Optional<Yaml> written = keys.get(key);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    if (written.get() instanceof Yaml.Scalar plain) {
      return value.apply(plain).map(ByReading::always);
    }
    Keys choices = Keys.of(written.get(), problems);
    Optional<Reading> reading = choices.requiredScalar("reading").flatMap(readings::find);
    Map<String, T> values = new LinkedHashMap<>();
    for (String choice : reading.map(r -> r.choices().keySet()).orElse(java.util.Set.of())) {
      choices.requiredScalar(choice).flatMap(value).ifPresent(v -> values.put(choice, v));
    }
    if (reading.isPresent()) {
      choices.close();
    }
    return reading
        .filter(r -> values.keySet().equals(r.choices().keySet()))
        .map(r -> new ByReading<>(Optional.of(r.id()), values));
  }
}
