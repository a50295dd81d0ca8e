package org.wuyou.policy.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.plan.Program.Operation;
import org.wuyou.policy.plan.Program.Step;

/** Gathers the steps of a program and what they refer to; the same step is taken once. */
final class Steps {
  private final List<Step> steps = new ArrayList<>();
  private final Map<Step, Integer> numbers = new HashMap<>();
  private final List<Object> columns = new ArrayList<>();
  private final Map<Object, Integer> columnNumbers = new IdentityHashMap<>();
  private final List<Double> constants = new ArrayList<>();
  private final List<Long> masks = new ArrayList<>();

  Step at(int step) {
    return steps.get(step);
  }

  int add(Operation operation, int a, int b, int c, int d, boolean number, boolean nullable) {
    Step step = new Step(operation, a, b, c, d, number, nullable);
    Integer known = numbers.get(step);
    if (known != null) {
      return known;
    }
    steps.add(step);
    numbers.put(step, steps.size() - 1);
    return steps.size() - 1;
  }

  int add(Operation operation, int a, int b, boolean number) {
    boolean nullable = steps.get(a).nullable() || b != Program.NONE && steps.get(b).nullable();
    return add(operation, a, b, Program.NONE, Program.NONE, number, nullable);
  }

  int truth(boolean holds) {
    int none = Program.NONE;
    return add(holds ? Operation.TRUE : Operation.FALSE, none, none, none, none, false, false);
  }

  int constant(double value) {
    return add(
        Operation.CONSTANT, slot(value), Program.NONE, Program.NONE, Program.NONE, true, false);
  }

  int slot(double value) {
    int known = constants.indexOf(value);
    if (known < 0) {
      constants.add(value);
    }
    return known < 0 ? constants.size() - 1 : known;
  }

  int mask(long value) {
    int known = masks.indexOf(value);
    if (known < 0) {
      masks.add(value);
    }
    return known < 0 ? masks.size() - 1 : known;
  }

  int missing(long mask, boolean number) {
    int none = Program.NONE;
    Operation operation = number ? Operation.NO_NUMBER : Operation.NO_TRUTH;
    return add(operation, mask(mask), none, none, none, number, true);
  }

  int leaf(Operation operation, Object values, Leaf leaf, int table) {
    boolean nullable = leaf.states() != null;
    return add(
        operation,
        column(values),
        leaf.states() == null ? Program.NONE : column(leaf.states()),
        nullable ? column(leaf.masks()) : Program.NONE,
        table,
        operation == Operation.NUMBER,
        nullable);
  }

  int column(Object array) {
    Integer known = columnNumbers.get(array);
    if (known != null) {
      return known;
    }
    columns.add(array);
    columnNumbers.put(array, columns.size() - 1);
    return columns.size() - 1;
  }

  /** The column that the step only reads, if no row misses anything in it. */
  @Nullable Object ready(int step) {
    Step read = steps.get(step);
    boolean plain = read.operation() == Operation.NUMBER || read.operation() == Operation.TRUTH;
    return plain && !read.nullable() ? columns.get(read.a()) : null;
  }

  Object[] columns() {
    return columns.toArray();
  }

  double[] constants() {
    return constants.stream().mapToDouble(Double::doubleValue).toArray();
  }

  long[] masks() {
    return masks.stream().mapToLong(Long::longValue).toArray();
  }

  /** The program that gives the outputs, and nothing else. */
  Program program(List<Integer> outputs) {
    boolean[] needed = new boolean[steps.size()];
    outputs.forEach(output -> needed[output] = true);
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (needed[i]) {
        for (int need : steps.get(i).needs()) {
          needed[need] = true;
        }
      }
    }
    int[] moved = new int[steps.size()];
    Arrays.fill(moved, Program.NONE);
    List<Step> kept = new ArrayList<>();
    for (int i = 0; i < needed.length; i++) {
      if (needed[i]) {
        moved[i] = kept.size();
        kept.add(moved(steps.get(i), moved));
      }
    }
    return new Program(kept, outputs.stream().map(output -> moved[output]).toList());
  }

  private static Step moved(Step step, int[] moved) {
    return switch (step.needs().length) {
      case 0 -> step;
      case 1 ->
          new Step(
              step.operation(),
              moved[step.a()],
              step.b(),
              step.c(),
              step.d(),
              step.number(),
              step.nullable());
      case 2 ->
          new Step(
              step.operation(),
              moved[step.a()],
              moved[step.b()],
              step.c(),
              step.d(),
              step.number(),
              step.nullable());
      default ->
          new Step(
              step.operation(),
              moved[step.a()],
              moved[step.b()],
              moved[step.c()],
              step.d(),
              step.number(),
              step.nullable());
    };
  }
}
