package org.wuyou.policy.plan;

import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.Label;
import org.wuyou.policy.plan.Program.Operation;
import org.wuyou.policy.plan.Program.Step;

/** Writes steps that can miss facts: beside a value they have a mask of what is missing. */
final class Unknowns {
  private final RowCode row;
  private final Code code;
  private final Inputs inputs;

  Unknowns(RowCode row, Code code, Inputs inputs) {
    this.row = row;
    this.code = code;
    this.inputs = inputs;
  }

  /** Computes value and missing facts of a step into their place. */
  void compute(Step step, RowCode.Place place) {
    switch (step.operation()) {
      case NUMBER, TRUTH, LOOKUP -> {
        value(step, place);
        inputs.column(step.c());
        row.element(step.b(), BALOAD);
        code.push(255);
        code.plain(IAND);
        code.plain(LALOAD);
        code.variable(LSTORE, place.missing());
      }
      case NO_NUMBER, NO_TRUTH -> {
        value(step, place);
        inputs.mask(step.a());
        code.variable(LSTORE, place.missing());
      }
      case AND, OR -> threeValued(step, place);
      case CHOOSE -> choose(step, place);
      case DIVIDE -> divide(step, place);
      default -> {
        value(step, place);
        either(step);
        code.variable(LSTORE, place.missing());
      }
    }
  }

  private void value(Step step, RowCode.Place place) {
    row.compute(step);
    code.store(step.number(), place.value());
  }

  /** Leaves what any of the step's needs misses on the stack. */
  private void either(Step step) {
    int[] needs = step.needs();
    row.missing(needs[0]);
    for (int i = 1; i < needs.length; i++) {
      if (row.step(needs[i]).nullable()) {
        row.missing(needs[i]);
        code.plain(LOR);
      }
    }
  }

  private void divide(Step step, RowCode.Place place) {
    value(step, place);
    either(step);
    code.variable(LSTORE, place.missing());
    if (step.c() == Program.NONE) {
      return;
    }
    Label end = new Label();
    code.variable(LLOAD, place.missing());
    code.jumpByMask(IFNE, end);
    row.value(step.b());
    code.plain(DCONST_0);
    code.plain(DCMPL);
    code.jump(IFNE, end);
    inputs.mask(step.c());
    code.variable(LSTORE, place.missing());
    code.label(end);
  }

  /** A known operand that settles the answer outranks a missing one. */
  private void threeValued(Step step, RowCode.Place place) {
    boolean and = step.operation() == Operation.AND;
    int left = code.local(1);
    int right = code.local(1);
    row.value(step.a());
    code.variable(ISTORE, left);
    row.value(step.b());
    code.variable(ISTORE, right);
    Label settled = new Label();
    Label open = new Label();
    Label end = new Label();
    settles(step.a(), left, and, settled);
    settles(step.b(), right, and, settled);
    code.jump(GOTO, open);
    code.label(settled);
    code.plain(and ? ICONST_0 : ICONST_1);
    code.variable(ISTORE, place.value());
    code.plain(LCONST_0);
    code.variable(LSTORE, place.missing());
    code.jump(GOTO, end);
    code.label(open);
    code.plain(and ? ICONST_1 : ICONST_0);
    code.variable(ISTORE, place.value());
    either(step);
    code.variable(LSTORE, place.missing());
    code.label(end);
  }

  private void settles(int operand, int value, boolean and, Label settled) {
    Label no = new Label();
    code.variable(ILOAD, value);
    code.jump(and ? IFNE : IFEQ, no);
    if (row.step(operand).nullable()) {
      row.missing(operand);
      code.jumpByMask(IFNE, no);
    }
    code.jump(GOTO, settled);
    code.label(no);
  }

  private void choose(Step step, RowCode.Place place) {
    Label known = new Label();
    Label end = new Label();
    if (row.step(step.a()).nullable()) {
      row.missing(step.a());
      code.variable(LSTORE, place.missing());
      code.variable(LLOAD, place.missing());
      code.jumpByMask(IFEQ, known);
      code.plain(step.number() ? DCONST_0 : ICONST_0);
      code.store(step.number(), place.value());
      code.jump(GOTO, end);
      code.label(known);
    }
    row.value(step.a());
    code.choose(() -> take(step, step.b(), place), () -> take(step, step.c(), place));
    code.label(end);
  }

  private void take(Step step, int branch, RowCode.Place place) {
    row.branch(
        () -> {
          row.value(branch);
          code.store(step.number(), place.value());
          row.missing(branch);
          code.variable(LSTORE, place.missing());
        });
  }
}
