package org.wuyou.policy.model;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value that may depend on a reading.
 *
 * @param reading the reading that decides; absent where the value is the same for all
 * @param values by choice of the reading; the plain value under the empty name
 */
public record ByReading<T>(Optional<String> reading, Map<String, T> values) {
  public ByReading {
    values = Map.copyOf(values);
  }

  public static <T> ByReading<T> always(T value) {
    return new ByReading<>(Optional.empty(), Map.of("", value));
  }

  /**
   * The value that holds.
   *
   * @param chosen the choice taken, by reading
   */
  public T in(Function<String, String> chosen) {
    T value = values.get(reading.map(chosen).orElse(""));
    if (value == null) {
      throw new IllegalStateException("the checker lets no choice go without a value: " + this);
    }
    return value;
  }
}
