package org.wuyou.policy.plan;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.wuyou.policy.plan.Program.Step;

/**
 * Writes a program as the bytecode of one loop. What one branch alone needs is computed in that
 * branch; what several steps need is computed once, ahead of them.
 */
final class KernelWriter {
  private static final String NAME = "org/wuyou/policy/plan/WrittenKernel";
  private static final int COLUMNS = 1;
  private static final int CONSTANTS = 2;
  private static final int MASKS = 3;
  private static final int FROM = 4;
  private static final int TO = 5;
  private static final int OUTPUTS = 6;
  private static final int NEAR = 7;

  private final Program program;
  private final MethodVisitor code;
  private final Map<Integer, Integer> columns = new HashMap<>();
  private final Map<Integer, Integer> constants = new HashMap<>();
  private final Deque<Map<Integer, Place>> scopes = new ArrayDeque<>();
  private final int row;
  private final int count;
  private final int close;
  private int locals = NEAR + 1;

  /** Where the result of a step is: its value, and what is missing where it can be. */
  private record Place(int value, int missing) {}

  private KernelWriter(Program program, MethodVisitor code) {
    this.program = program;
    this.code = code;
    this.row = FROM;
    this.count = local(1);
    this.close = local(1);
  }

  static byte[] write(Program program) {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    type.visit(
        V21,
        ACC_FINAL,
        NAME,
        null,
        "java/lang/Object",
        new String[] {"org/wuyou/policy/plan/Kernel"});
    MethodVisitor made = type.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    made.visitCode();
    made.visitVarInsn(ALOAD, 0);
    made.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    made.visitInsn(RETURN);
    made.visitMaxs(0, 0);
    made.visitEnd();
    MethodVisitor run =
        type.visitMethod(
            ACC_PUBLIC, "run", "([Ljava/lang/Object;[D[JII[Ljava/lang/Object;[I)I", null, null);
    run.visitCode();
    new KernelWriter(program, run).method();
    run.visitMaxs(0, 0);
    run.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }

  private int local(int width) {
    int made = locals;
    locals += width;
    return made;
  }

  private void method() {
    for (Step step : program.steps()) {
      hoist(step);
    }
    int[][] outputs = new int[program.outputs().size()][];
    for (int i = 0; i < outputs.length; i++) {
      Step step = program.steps().get(program.outputs().get(i));
      int values = array(OUTPUTS, 2 * i, step.number() ? "[D" : "[Z");
      outputs[i] = new int[] {values, step.nullable() ? array(OUTPUTS, 2 * i + 1, "[J") : -1};
    }
    code.visitInsn(ICONST_0);
    code.visitVarInsn(ISTORE, count);
    Label next = new Label();
    Label end = new Label();
    code.visitLabel(next);
    code.visitVarInsn(ILOAD, row);
    code.visitVarInsn(ILOAD, TO);
    code.visitJumpInsn(IF_ICMPGE, end);
    code.visitInsn(ICONST_0);
    code.visitVarInsn(ISTORE, close);
    row(outputs);
    code.visitVarInsn(ILOAD, close);
    Label far = new Label();
    code.visitJumpInsn(IFEQ, far);
    code.visitVarInsn(ALOAD, NEAR);
    code.visitVarInsn(ILOAD, count);
    code.visitVarInsn(ILOAD, row);
    code.visitInsn(IASTORE);
    code.visitIincInsn(count, 1);
    code.visitLabel(far);
    code.visitIincInsn(row, 1);
    code.visitJumpInsn(GOTO, next);
    code.visitLabel(end);
    code.visitVarInsn(ILOAD, count);
    code.visitInsn(IRETURN);
  }

  /** Arrays and constants stay in locals for the length of the loop. */
  private void hoist(Step step) {
    switch (step.operation()) {
      case NUMBER -> column(step, "[D");
      case TRUTH -> column(step, "[Z");
      case LOOKUP -> {
        column(step, "[I");
        columns.computeIfAbsent(step.d(), slot -> array(COLUMNS, slot, "[Z"));
      }
      case CONSTANT -> constant(step.a());
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> {
        constant(step.c());
        constant(step.d());
      }
      default -> {}
    }
  }

  private void column(Step step, String type) {
    columns.computeIfAbsent(step.a(), slot -> array(COLUMNS, slot, type));
    if (step.nullable()) {
      columns.computeIfAbsent(step.b(), slot -> array(COLUMNS, slot, "[B"));
      columns.computeIfAbsent(step.c(), slot -> array(COLUMNS, slot, "[J"));
    }
  }

  private int array(int of, int slot, String type) {
    code.visitVarInsn(ALOAD, of);
    push(slot);
    code.visitInsn(AALOAD);
    code.visitTypeInsn(CHECKCAST, type);
    int made = local(1);
    code.visitVarInsn(ASTORE, made);
    return made;
  }

  private void constant(int slot) {
    if (slot == Program.NONE || constants.containsKey(slot)) {
      return;
    }
    code.visitVarInsn(ALOAD, CONSTANTS);
    push(slot);
    code.visitInsn(DALOAD);
    int made = local(2);
    code.visitVarInsn(DSTORE, made);
    constants.put(slot, made);
  }

  private void push(int value) {
    if (value <= Short.MAX_VALUE) {
      code.visitIntInsn(SIPUSH, value);
    } else {
      code.visitLdcInsn(value);
    }
  }

  private void row(int[][] outputs) {
    int[] uses = uses();
    scopes.push(new HashMap<>());
    int done = 0;
    for (int i = 0; i < outputs.length; i++) {
      int output = program.outputs().get(i);
      for (; done <= output; done++) {
        Step step = program.steps().get(done);
        if (uses[done] > 1 && !step.leaf()) {
          place(done);
        }
      }
      Step step = program.steps().get(output);
      code.visitVarInsn(ALOAD, outputs[i][0]);
      code.visitVarInsn(ILOAD, row);
      value(output);
      code.visitInsn(step.number() ? DASTORE : BASTORE);
      if (step.nullable()) {
        code.visitVarInsn(ALOAD, outputs[i][1]);
        code.visitVarInsn(ILOAD, row);
        missing(output);
        code.visitInsn(LASTORE);
      }
    }
    scopes.pop();
  }

  private int[] uses() {
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

  private @Nullable Place found(int step) {
    for (Map<Integer, Place> scope : scopes) {
      Place place = scope.get(step);
      if (place != null) {
        return place;
      }
    }
    return null;
  }

  /** Computes the step into locals, unless it is there. */
  private Place place(int number) {
    Place known = found(number);
    if (known != null) {
      return known;
    }
    Step step = program.steps().get(number);
    Place place;
    if (step.nullable()) {
      place = new Place(local(step.number() ? 2 : 1), local(2));
      nullable(step, place);
    } else {
      compute(step);
      place = new Place(local(step.number() ? 2 : 1), -1);
      code.visitVarInsn(step.number() ? DSTORE : ISTORE, place.value());
    }
    scopes.getFirst().put(number, place);
    return place;
  }

  /** Leaves the step's value on the stack. */
  private void value(int number) {
    Step step = program.steps().get(number);
    Place place = step.nullable() ? place(number) : found(number);
    if (place == null) {
      compute(step);
    } else {
      code.visitVarInsn(step.number() ? DLOAD : ILOAD, place.value());
    }
  }

  /** Leaves what the step misses on the stack. */
  private void missing(int number) {
    if (program.steps().get(number).nullable()) {
      code.visitVarInsn(LLOAD, place(number).missing());
    } else {
      code.visitInsn(LCONST_0);
    }
  }

  /** Leaves the value of a step that is never missing on the stack. */
  private void compute(Step step) {
    switch (step.operation()) {
      case NUMBER -> element(step.a(), DALOAD);
      case TRUTH -> element(step.a(), BALOAD);
      case LOOKUP -> {
        code.visitVarInsn(ALOAD, at(columns, step.d()));
        element(step.a(), IALOAD);
        code.visitInsn(BALOAD);
      }
      case CONSTANT -> code.visitVarInsn(DLOAD, at(constants, step.a()));
      case TRUE -> code.visitInsn(ICONST_1);
      case FALSE, NO_TRUTH -> code.visitInsn(ICONST_0);
      case NO_NUMBER -> code.visitInsn(DCONST_0);
      case ADD -> arithmetic(step, DADD);
      case SUBTRACT -> arithmetic(step, DSUB);
      case MULTIPLY -> arithmetic(step, DMUL);
      case DIVIDE -> arithmetic(step, DDIV);
      case LEAST -> extreme(step, "min");
      case GREATEST -> extreme(step, "max");
      case NEGATE -> {
        value(step.a());
        code.visitInsn(DNEG);
      }
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> compare(step);
      case AND -> both(step, IAND);
      case OR -> both(step, IOR);
      case NOT -> {
        value(step.a());
        code.visitInsn(ICONST_1);
        code.visitInsn(IXOR);
      }
      case CHOOSE -> {
        value(step.a());
        choose(() -> branch(step.b()), () -> branch(step.c()));
      }
      case KNOWN -> {
        missing(step.a());
        code.visitInsn(LCONST_0);
        code.visitInsn(LCMP);
        truth(IFEQ);
      }
    }
  }

  private static int at(Map<Integer, Integer> places, int slot) {
    Integer place = places.get(slot);
    if (place == null) {
      throw new IllegalStateException("slot " + slot + " was not hoisted");
    }
    return place;
  }

  private void element(int column, int load) {
    code.visitVarInsn(ALOAD, at(columns, column));
    code.visitVarInsn(ILOAD, row);
    code.visitInsn(load);
  }

  private void arithmetic(Step step, int operation) {
    value(step.a());
    value(step.b());
    code.visitInsn(operation);
  }

  private void extreme(Step step, String name) {
    value(step.a());
    value(step.b());
    code.visitMethodInsn(INVOKESTATIC, "java/lang/Math", name, "(DD)D", false);
  }

  private void both(Step step, int operation) {
    value(step.a());
    value(step.b());
    code.visitInsn(operation);
  }

  /** A branch computes what only it needs. */
  private void branch(int number) {
    scopes.push(new HashMap<>());
    value(number);
    scopes.pop();
  }

  private void choose(Runnable yes, Runnable no) {
    Label otherwise = new Label();
    Label end = new Label();
    code.visitJumpInsn(IFEQ, otherwise);
    yes.run();
    code.visitJumpInsn(GOTO, end);
    code.visitLabel(otherwise);
    no.run();
    code.visitLabel(end);
  }

  /** Turns a comparison with zero into a truth. */
  private void truth(int jump) {
    Label yes = new Label();
    Label end = new Label();
    code.visitJumpInsn(jump, yes);
    code.visitInsn(ICONST_0);
    code.visitJumpInsn(GOTO, end);
    code.visitLabel(yes);
    code.visitInsn(ICONST_1);
    code.visitLabel(end);
  }

  private void compare(Step step) {
    boolean exact = step.c() == Program.NONE && step.d() == Program.NONE;
    value(step.a());
    value(step.b());
    if (!exact) {
      difference(step);
      code.visitInsn(DCONST_0);
    }
    boolean below =
        step.operation() == Program.Operation.LESS
            || step.operation() == Program.Operation.LESS_OR_EQUAL;
    code.visitInsn(below ? DCMPG : DCMPL);
    truth(
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
    int right = local(2);
    int difference = local(2);
    code.visitVarInsn(DSTORE, right);
    code.visitVarInsn(DLOAD, right);
    code.visitInsn(DSUB);
    code.visitVarInsn(DSTORE, difference);
    code.visitVarInsn(DLOAD, difference);
    absolute();
    if (step.c() != Program.NONE) {
      code.visitVarInsn(DLOAD, right);
      absolute();
      code.visitVarInsn(DLOAD, at(constants, step.c()));
      code.visitInsn(DMUL);
    }
    if (step.d() != Program.NONE) {
      code.visitVarInsn(DLOAD, at(constants, step.d()));
      if (step.c() != Program.NONE) {
        code.visitInsn(DADD);
      }
    }
    code.visitInsn(DCMPG);
    truth(IFLT);
    code.visitVarInsn(ILOAD, close);
    code.visitInsn(IOR);
    code.visitVarInsn(ISTORE, close);
    code.visitVarInsn(DLOAD, difference);
  }

  private void absolute() {
    code.visitMethodInsn(INVOKESTATIC, "java/lang/Math", "abs", "(D)D", false);
  }

  /** Computes value and missing facts of a step into their place. */
  private void nullable(Step step, Place place) {
    switch (step.operation()) {
      case NUMBER, TRUTH, LOOKUP -> {
        compute(step);
        store(step, place);
        code.visitVarInsn(ALOAD, at(columns, step.c()));
        element(step.b(), BALOAD);
        code.visitIntInsn(SIPUSH, 255);
        code.visitInsn(IAND);
        code.visitInsn(LALOAD);
        code.visitVarInsn(LSTORE, place.missing());
      }
      case NO_NUMBER, NO_TRUTH -> {
        compute(step);
        store(step, place);
        mask(step.a());
        code.visitVarInsn(LSTORE, place.missing());
      }
      case AND, OR -> threeValued(step, place);
      case CHOOSE -> threeValuedChoice(step, place);
      case DIVIDE -> divide(step, place);
      default -> {
        compute(step);
        store(step, place);
        either(step);
        code.visitVarInsn(LSTORE, place.missing());
      }
    }
  }

  private void store(Step step, Place place) {
    code.visitVarInsn(step.number() ? DSTORE : ISTORE, place.value());
  }

  private void mask(int slot) {
    code.visitVarInsn(ALOAD, MASKS);
    push(slot);
    code.visitInsn(LALOAD);
  }

  /** Leaves what any of the step's needs misses on the stack. */
  private void either(Step step) {
    int[] needs = step.needs();
    missing(needs[0]);
    for (int i = 1; i < needs.length; i++) {
      if (program.steps().get(needs[i]).nullable()) {
        missing(needs[i]);
        code.visitInsn(LOR);
      }
    }
  }

  private void divide(Step step, Place place) {
    compute(step);
    store(step, place);
    either(step);
    code.visitVarInsn(LSTORE, place.missing());
    if (step.c() == Program.NONE) {
      return;
    }
    Label end = new Label();
    code.visitVarInsn(LLOAD, place.missing());
    code.visitInsn(LCONST_0);
    code.visitInsn(LCMP);
    code.visitJumpInsn(IFNE, end);
    value(step.b());
    code.visitInsn(DCONST_0);
    code.visitInsn(DCMPL);
    code.visitJumpInsn(IFNE, end);
    mask(step.c());
    code.visitVarInsn(LSTORE, place.missing());
    code.visitLabel(end);
  }

  /** A known operand that settles the answer outranks a missing one. */
  private void threeValued(Step step, Place place) {
    boolean and = step.operation() == Program.Operation.AND;
    int left = local(1);
    int right = local(1);
    value(step.a());
    code.visitVarInsn(ISTORE, left);
    value(step.b());
    code.visitVarInsn(ISTORE, right);
    Label settled = new Label();
    Label open = new Label();
    Label end = new Label();
    settles(step.a(), left, and, settled);
    settles(step.b(), right, and, settled);
    code.visitJumpInsn(GOTO, open);
    code.visitLabel(settled);
    code.visitInsn(and ? ICONST_0 : ICONST_1);
    code.visitVarInsn(ISTORE, place.value());
    code.visitInsn(LCONST_0);
    code.visitVarInsn(LSTORE, place.missing());
    code.visitJumpInsn(GOTO, end);
    code.visitLabel(open);
    code.visitInsn(and ? ICONST_1 : ICONST_0);
    code.visitVarInsn(ISTORE, place.value());
    either(step);
    code.visitVarInsn(LSTORE, place.missing());
    code.visitLabel(end);
  }

  private void settles(int operand, int value, boolean and, Label settled) {
    Label no = new Label();
    code.visitVarInsn(ILOAD, value);
    code.visitJumpInsn(and ? IFNE : IFEQ, no);
    if (program.steps().get(operand).nullable()) {
      missing(operand);
      code.visitInsn(LCONST_0);
      code.visitInsn(LCMP);
      code.visitJumpInsn(IFNE, no);
    }
    code.visitJumpInsn(GOTO, settled);
    code.visitLabel(no);
  }

  private void threeValuedChoice(Step step, Place place) {
    Label known = new Label();
    Label end = new Label();
    if (program.steps().get(step.a()).nullable()) {
      missing(step.a());
      code.visitVarInsn(LSTORE, place.missing());
      code.visitVarInsn(LLOAD, place.missing());
      code.visitInsn(LCONST_0);
      code.visitInsn(LCMP);
      code.visitJumpInsn(IFEQ, known);
      code.visitInsn(step.number() ? DCONST_0 : ICONST_0);
      store(step, place);
      code.visitJumpInsn(GOTO, end);
      code.visitLabel(known);
    }
    value(step.a());
    choose(() -> take(step, step.b(), place), () -> take(step, step.c(), place));
    code.visitLabel(end);
  }

  private void take(Step step, int branch, Place place) {
    scopes.push(new HashMap<>());
    value(branch);
    store(step, place);
    missing(branch);
    code.visitVarInsn(LSTORE, place.missing());
    scopes.pop();
  }
}
