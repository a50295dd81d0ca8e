package org.wuyou.gateway.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many fields an operation may have to answer: a fixed number, and numbers that a variable's
 * page size multiplies. Sums and products stop at the largest long.
 */
public record Cost(long fixed, List<Scaled> scaled) {
  static final Cost NONE = new Cost(0, List.of());

  /** {@code factor} times the variable's page size times {@code inner}. */
  record Scaled(long factor, String variable, int otherwise, Cost inner) {}

  static Cost of(long fields) {
    return new Cost(fields, List.of());
  }

  static Cost scaled(String variable, int otherwise, Cost inner) {
    return new Cost(0, List.of(new Scaled(1, variable, otherwise, inner)));
  }

  Cost plus(Cost other) {
    if (other.scaled.isEmpty()) {
      return new Cost(add(fixed, other.fixed), scaled);
    }
    List<Scaled> both = new ArrayList<>(scaled);
    both.addAll(other.scaled);
    return new Cost(add(fixed, other.fixed), both);
  }

  Cost times(long factor) {
    return new Cost(
        multiply(fixed, factor),
        scaled.stream()
            .map(s -> new Scaled(multiply(s.factor, factor), s.variable, s.otherwise, s.inner))
            .toList());
  }

  /** With the variables as given; one that is missing or no number counts as its default. */
  public long with(Map<String, @Nullable Object> variables) {
    long sum = fixed;
    for (Scaled part : scaled) {
      long size =
          variables.get(part.variable) instanceof Number number
              ? Math.max(0, number.longValue())
              : part.otherwise;
      sum = add(sum, multiply(multiply(part.factor, size), part.inner.with(variables)));
    }
    return sum;
  }

  static long add(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  static long multiply(long a, long b) {
    return a != 0 && b > Long.MAX_VALUE / a ? Long.MAX_VALUE : a * b;
  }
}
