package org.wuyou.policy.plan;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.plan.Program.Step;

/**
 * Writes what is done with one row. What one branch alone needs is computed in that branch; what
 * several steps need is computed once, ahead of them.
 */
final class RowCode {
  private final Program program;
  private final Code code;
  private final Inputs inputs;
  private final int row;
  private final Comparing comparing;
  private final Unknowns unknowns;
  private final int[] uses;
  private final Deque<Map<Integer, Place>> scopes = new ArrayDeque<>();
  private int done;

  /** Where the result of a step is: its value, and what is missing where it can be. */
  record Place(int value, int missing) {}

  /**
   * @param row the local variable with the row at hand
   * @param close the local variable that tells whether the row cannot be decided in binary
   */
  RowCode(Program program, Code code, Inputs inputs, int row, int close) {
    this.program = program;
    this.code = code;
    this.inputs = inputs;
    this.row = row;
    this.comparing = new Comparing(code, inputs, close);
    this.unknowns = new Unknowns(this, code, inputs);
    this.uses = uses(program);
    scopes.push(new HashMap<>());
  }

  private static int[] uses(Program program) {
    int[] uses = new int[program.steps().size()];
    for (Step step : program.steps()) {
      for (int need : step.needs()) {
        uses[need]++;
      }
    }
    for (int output : program.outputs()) {
      uses[output]++;
    }
    return uses;
  }

  /** Computes what is needed several times, up to this step and not yet there. */
  void ahead(int upTo) {
    for (; done <= upTo; done++) {
      if (uses[done] > 1 && !step(done).leaf()) {
        place(done);
      }
    }
  }

  Step step(int number) {
    return program.steps().get(number);
  }

  private @Nullable Place found(int step) {
    for (Map<Integer, Place> scope : scopes) {
      Place place = scope.get(step);
      if (place != null) {
        return place;
      }
    }
    return null;
  }

  /** Computes the step into local variables, unless it is there. */
  private Place place(int number) {
    Place known = found(number);
    if (known != null) {
      return known;
    }
    Step step = step(number);
    Place place;
    if (step.nullable()) {
      place = new Place(code.local(step.number() ? 2 : 1), code.local(2));
      unknowns.compute(step, place);
    } else {
      compute(step);
      place = new Place(code.local(step.number() ? 2 : 1), Program.NONE);
      code.store(step.number(), place.value());
    }
    scopes.getFirst().put(number, place);
    return place;
  }

  /** Leaves the step's value on the stack. */
  void value(int number) {
    Step step = step(number);
    Place place = step.nullable() ? place(number) : found(number);
    if (place == null) {
      compute(step);
    } else {
      code.load(step.number(), place.value());
    }
  }

  /** Leaves what the step misses on the stack. */
  void missing(int number) {
    if (step(number).nullable()) {
      code.variable(LLOAD, place(number).missing());
    } else {
      code.plain(LCONST_0);
    }
  }

  /** Writes a branch, which computes what only it needs. */
  void branch(Runnable writing) {
    scopes.push(new HashMap<>());
    writing.run();
    scopes.pop();
  }

  /** Leaves the row's element of the column on the stack. */
  void element(int column, int load) {
    inputs.element(column, row, load);
  }

  /** Leaves the value of the step on the stack, as if nothing could be missing. */
  void compute(Step step) {
    switch (step.operation()) {
      case NUMBER -> element(step.a(), DALOAD);
      case TRUTH -> element(step.a(), BALOAD);
      case LOOKUP -> {
        inputs.column(step.d());
        element(step.a(), IALOAD);
        code.plain(BALOAD);
      }
      case CONSTANT -> inputs.constant(step.a());
      case TRUE -> code.plain(ICONST_1);
      case FALSE, NO_TRUTH -> code.plain(ICONST_0);
      case NO_NUMBER -> code.plain(DCONST_0);
      case ADD -> both(step, DADD);
      case SUBTRACT -> both(step, DSUB);
      case MULTIPLY -> both(step, DMUL);
      case DIVIDE -> both(step, DDIV);
      case AND -> both(step, IAND);
      case OR -> both(step, IOR);
      case LEAST -> extreme(step, "min");
      case GREATEST -> extreme(step, "max");
      case NEGATE -> {
        value(step.a());
        code.plain(DNEG);
      }
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> {
        value(step.a());
        value(step.b());
        comparing.compare(step);
      }
      case NOT -> {
        value(step.a());
        code.plain(ICONST_1);
        code.plain(IXOR);
      }
      case CHOOSE -> {
        value(step.a());
        code.choose(() -> branch(() -> value(step.b())), () -> branch(() -> value(step.c())));
      }
      case KNOWN -> {
        missing(step.a());
        code.plain(LCONST_0);
        code.plain(LCMP);
        code.truth(IFEQ);
      }
    }
  }

  private void both(Step step, int instruction) {
    value(step.a());
    value(step.b());
    code.plain(instruction);
  }

  private void extreme(Step step, String name) {
    value(step.a());
    value(step.b());
    code.math(name, "(DD)D");
  }
}
