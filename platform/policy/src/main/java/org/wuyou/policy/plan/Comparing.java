package org.wuyou.policy.plan;

import static org.objectweb.asm.Opcodes.*;

import org.wuyou.policy.plan.Program.Operation;
import org.wuyou.policy.plan.Program.Step;

/** Writes comparisons, and marks the row where binary arithmetic cannot tell. */
final class Comparing {
  private final Code code;
  private final Inputs inputs;
  private final int close;

  /**
   * @param close the local variable that tells whether the row cannot be decided
   */
  Comparing(Code code, Inputs inputs, int close) {
    this.code = code;
    this.inputs = inputs;
    this.close = close;
  }

  /** Replaces the two numbers on the stack by what the comparison says of them. */
  void compare(Step step) {
    boolean exact = step.c() == Program.NONE && step.d() == Program.NONE;
    if (!exact) {
      difference(step);
      code.plain(DCONST_0);
    }
    boolean below =
        step.operation() == Operation.LESS || step.operation() == Operation.LESS_OR_EQUAL;
    code.plain(below ? DCMPG : DCMPL);
    code.truth(
        switch (step.operation()) {
          case LESS -> IFLT;
          case LESS_OR_EQUAL -> IFLE;
          case GREATER -> IFGT;
          case GREATER_OR_EQUAL -> IFGE;
          case EQUAL -> IFEQ;
          default -> IFNE;
        });
  }

  /**
   * Replaces two numbers on the stack by their difference, whose sign binary arithmetic gets right,
   * and marks the row if the numbers are too close for it to tell.
   */
  private void difference(Step step) {
    int right = code.local(2);
    int difference = code.local(2);
    code.variable(DSTORE, right);
    code.variable(DLOAD, right);
    code.plain(DSUB);
    code.variable(DSTORE, difference);
    code.variable(DLOAD, difference);
    code.math("abs", "(D)D");
    distance(step, right);
    code.plain(DCMPG);
    code.truth(IFLT);
    code.variable(ILOAD, close);
    code.plain(IOR);
    code.variable(ISTORE, close);
    code.variable(DLOAD, difference);
  }

  /** Leaves on the stack how far apart the numbers must be. */
  private void distance(Step step, int right) {
    if (step.c() != Program.NONE) {
      code.variable(DLOAD, right);
      code.math("abs", "(D)D");
      inputs.constant(step.c());
      code.plain(DMUL);
    }
    if (step.d() != Program.NONE) {
      inputs.constant(step.d());
    }
    if (step.c() != Program.NONE && step.d() != Program.NONE) {
      code.plain(DADD);
    }
  }
}
