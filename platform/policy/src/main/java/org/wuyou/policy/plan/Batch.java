package org.wuyou.policy.plan;

import java.util.ArrayList;
import java.util.List;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.expression.Value;

/** Terms planned together, to be run over their rows as often as wanted. */
final class Batch {
  private final Kernel kernel;
  private final Object[] columns;
  private final double[] constants;
  private final long[] masks;
  private final List<Operand> outputs;
  private final List<Boolean> nullable;
  private final Interpreter interpreter;
  private final Names names;
  private final Interpreter.Frames frames;
  private final List<Term> terms;

  private Batch(
      Kernel kernel,
      Steps steps,
      List<Operand> outputs,
      List<Boolean> nullable,
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
    this.names = names;
    this.interpreter = interpreter;
    this.frames = frames;
    this.terms = terms;
  }

  static Batch of(
      Kernels kernels,
      Planner planner,
      Names names,
      Interpreter interpreter,
      Planner.Scope scope,
      List<Term> terms) {
    List<Operand> outputs = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    List<Boolean> nullable = new ArrayList<>();
    for (Term term : terms) {
      Operand output = planner.output(term, scope);
      int step =
          output instanceof Operand.Number number ? number.step() : ((Operand.Truth) output).step();
      outputs.add(output);
      numbers.add(step);
      nullable.add(planner.steps().at(step).nullable());
    }
    Kernel kernel = kernels.of(planner.steps().program(numbers));
    return new Batch(
        kernel, planner.steps(), outputs, nullable, names, interpreter, scope.frames(), terms);
  }

  List<Answer> answers(int size, int threads) {
    List<Answer> answers = blank(size);
    fill(answers, size, threads);
    return answers;
  }

  /** Answers with nothing in them yet. */
  List<Answer> blank(int size) {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      long[] missing = nullable.get(i) ? new long[size] : null;
      answers.add(
          outputs.get(i) instanceof Operand.Number number
              ? new Answer.Numbers(
                  new double[size], number.bounds().scale(), number.bounds().whole(), missing)
              : new Answer.Truths(new boolean[size], missing));
    }
    return answers;
  }

  Bounds bounds(int output) {
    return ((Operand.Number) outputs.get(output)).bounds();
  }

  /** Computes all rows; those binary arithmetic cannot decide are then decided exactly. */
  int fill(List<Answer> answers, int size, int threads) {
    Object[] arrays = new Object[2 * answers.size()];
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      arrays[2 * i] =
          switch (answer) {
            case Answer.Truths truths -> truths.holds();
            case Answer.Numbers numbers -> numbers.values();
          };
      arrays[2 * i + 1] = answer.masks();
    }
    int[] near = new int[size];
    int[] counts = new int[threads];
    Parts.run(
        size,
        threads,
        (part, from, to) -> {
          int[] own = threads == 1 ? near : new int[to - from];
          counts[part] = kernel.run(columns, constants, masks, from, to, arrays, own);
          for (int i = 0; i < counts[part]; i++) {
            decide(answers, own[i]);
          }
        });
    int decided = 0;
    for (int count : counts) {
      decided += count;
    }
    return decided;
  }

  private void decide(List<Answer> answers, int row) {
    for (int i = 0; i < answers.size(); i++) {
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
