package org.wuyou.policy.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.expression.Value;

/** Terms planned together, to be run over their rows as often as wanted. */
final class Batch {
  /** The JVM leaves methods of more than 8,000 bytes to its interpreter. */
  private static final int LONG = 6000;

  /**
   * Rows computed by one call: the JVM compiles what is called often sooner than what loops long.
   */
  private static final int BLOCK = 64;

  private final @Nullable Kernel kernel;
  private final Object[] columns;
  private final double[] constants;
  private final long[] masks;
  private final List<Operand> outputs;
  private final List<Boolean> nullable;

  /** Outputs that are columns already; null for what is to be computed. */
  private final @Nullable Object[] ready;

  private final Interpreter interpreter;
  private final Names names;
  private final Interpreter.Frames frames;
  private final List<Term> terms;

  private Batch(
      @Nullable Kernel kernel,
      Steps steps,
      List<Operand> outputs,
      List<Boolean> nullable,
      @Nullable Object[] ready,
      Names names,
      Interpreter interpreter,
      Interpreter.Frames frames,
      List<Term> terms) {
    this.kernel = kernel;
    this.columns = steps.columns();
    this.constants = steps.constants();
    this.masks = steps.masks();
    this.outputs = outputs;
    this.nullable = nullable;
    this.ready = ready;
    this.names = names;
    this.interpreter = interpreter;
    this.frames = frames;
    this.terms = terms;
  }

  /** One batch, or several where one program would be too long for the JVM to compile well. */
  static List<Batch> of(
      Kernels kernels,
      Planner planner,
      Names names,
      Interpreter interpreter,
      Planner.Scope scope,
      List<Term> terms) {
    List<Operand> outputs = terms.stream().map(term -> planner.output(term, scope)).toList();
    List<Integer> numbers = outputs.stream().map(Batch::step).toList();
    @Nullable Object[] ready = numbers.stream().map(planner.steps()::ready).toArray();
    List<Integer> computed = new ArrayList<>();
    for (int i = 0; i < ready.length; i++) {
      if (ready[i] == null) {
        computed.add(numbers.get(i));
      }
    }
    Program program = planner.steps().program(computed);
    if (program.weight() > LONG && terms.size() > 1) {
      int half = terms.size() / 2;
      List<Batch> batches =
          new ArrayList<>(of(kernels, planner, names, interpreter, scope, terms.subList(0, half)));
      batches.addAll(
          of(kernels, planner, names, interpreter, scope, terms.subList(half, terms.size())));
      return batches;
    }
    List<Boolean> nullable =
        numbers.stream().map(step -> planner.steps().at(step).nullable()).toList();
    return List.of(
        new Batch(
            computed.isEmpty() ? null : kernels.of(program),
            planner.steps(),
            outputs,
            nullable,
            ready,
            names,
            interpreter,
            scope.frames(),
            terms));
  }

  private static int step(Operand output) {
    return output instanceof Operand.Number number
        ? number.step()
        : ((Operand.Truth) output).step();
  }

  int size() {
    return terms.size();
  }

  List<Answer> answers(int size, int threads) {
    List<Answer> answers = blank(size);
    fill(answers, size, threads);
    return answers;
  }

  /** Answers with nothing in them yet, but those that are columns. */
  List<Answer> blank(int size) {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      long[] missing = nullable.get(i) ? new long[size] : null;
      Object column = ready[i];
      answers.add(
          outputs.get(i) instanceof Operand.Number number
              ? new Answer.Numbers(
                  column == null ? new double[size] : (double[]) column,
                  number.bounds().scale(),
                  number.bounds().whole(),
                  missing)
              : new Answer.Truths(
                  column == null ? new boolean[size] : (boolean[]) column, missing));
    }
    return answers;
  }

  Bounds bounds(int output) {
    return ((Operand.Number) outputs.get(output)).bounds();
  }

  /** Computes all rows; those binary arithmetic cannot decide are then decided exactly. */
  int fill(List<Answer> answers, int size, int threads) {
    Kernel computing = kernel;
    if (computing == null) {
      return 0;
    }
    Object[] arrays = arrays(answers);
    int[] decided = new int[threads];
    Parts.run(
        size,
        threads,
        (part, from, to) -> decided[part] = fill(computing, arrays, answers, from, to));
    return Arrays.stream(decided).sum();
  }

  private int fill(Kernel computing, Object[] arrays, List<Answer> answers, int from, int to) {
    int[] near = new int[BLOCK];
    int decided = 0;
    for (int start = from; start < to; start += BLOCK) {
      int end = Math.min(to, start + BLOCK);
      int count = computing.run(columns, constants, masks, start, end, arrays, near);
      for (int i = 0; i < count; i++) {
        decide(answers, near[i]);
      }
      decided += count;
    }
    return decided;
  }

  /** Values and masks of what is computed, in the order of the program's outputs. */
  private Object[] arrays(List<Answer> answers) {
    List<@Nullable Object> arrays = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      if (ready[i] == null) {
        arrays.add(
            switch (answers.get(i)) {
              case Answer.Truths truths -> truths.holds();
              case Answer.Numbers numbers -> numbers.values();
            });
        arrays.add(answers.get(i).masks());
      }
    }
    return arrays.toArray();
  }

  private void decide(List<Answer> answers, int row) {
    for (int i = 0; i < answers.size(); i++) {
      if (ready[i] != null) {
        continue;
      }
      Value value = interpreter.value(terms.get(i), frames, row);
      Answer answer = answers.get(i);
      long[] missing = answer.masks();
      if (value instanceof Value.Missing m && missing != null) {
        synchronized (names) {
          missing[row] = names.mask(m.facts());
        }
        continue;
      }
      if (missing != null) {
        missing[row] = 0;
      }
      switch (answer) {
        case Answer.Truths truths -> truths.holds()[row] = value.equals(Value.TRUE);
        case Answer.Numbers numbers ->
            numbers.values()[row] =
                ((Value.Number) value)
                    .exact()
                    .decimal()
                    .movePointRight(numbers.scale())
                    .doubleValue();
      }
    }
  }
}
