package org.wuyou.policy.plan;

import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.wuyou.policy.plan.Program.Step;

/** Writes a program as a class whose {@link Kernel#run} is one loop over rows. */
final class KernelWriter {
  private static final String NAME = "org/wuyou/policy/plan/WrittenKernel";
  private static final int COLUMNS = 1;
  private static final int CONSTANTS = 2;
  private static final int MASKS = 3;

  /** Where to begin, and then the row at hand. */
  private static final int ROW = 4;

  private static final int TO = 5;
  private static final int OUTPUTS = 6;
  private static final int NEAR = 7;

  private final Program program;
  private final Code code;
  private final Inputs inputs;
  private final int count;
  private final int close;

  private KernelWriter(Program program, MethodVisitor method) {
    this.program = program;
    this.code = new Code(method, NEAR + 1);
    this.inputs = new Inputs(code, COLUMNS, CONSTANTS, MASKS);
    this.count = code.local(1);
    this.close = code.local(1);
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

  /** Where an output goes: arrays of its values and, where there can be any, its masks. */
  private record Output(int step, int values, int masks) {}

  private void method() {
    program.steps().forEach(inputs::take);
    Output[] outputs = new Output[program.outputs().size()];
    for (int i = 0; i < outputs.length; i++) {
      int number = program.outputs().get(i);
      Step step = program.steps().get(number);
      int values = inputs.array(OUTPUTS, 2 * i, step.number() ? "[D" : "[Z");
      int masks = step.nullable() ? inputs.array(OUTPUTS, 2 * i + 1, "[J") : Program.NONE;
      outputs[i] = new Output(number, values, masks);
    }
    code.plain(ICONST_0);
    code.variable(ISTORE, count);
    Label next = new Label();
    Label end = new Label();
    code.label(next);
    code.variable(ILOAD, ROW);
    code.variable(ILOAD, TO);
    code.jump(IF_ICMPGE, end);
    code.plain(ICONST_0);
    code.variable(ISTORE, close);
    row(outputs);
    tellNear();
    code.increment(ROW);
    code.jump(GOTO, next);
    code.label(end);
    code.variable(ILOAD, count);
    code.plain(IRETURN);
  }

  private void row(Output[] outputs) {
    RowCode row = new RowCode(program, code, inputs, ROW, close);
    for (Output output : outputs) {
      row.ahead(output.step());
      Step step = program.steps().get(output.step());
      code.variable(ALOAD, output.values());
      code.variable(ILOAD, ROW);
      row.value(output.step());
      code.plain(step.number() ? DASTORE : BASTORE);
      if (step.nullable()) {
        code.variable(ALOAD, output.masks());
        code.variable(ILOAD, ROW);
        row.missing(output.step());
        code.plain(LASTORE);
      }
    }
  }

  /** Notes the row if a comparison came too close to be decided. */
  private void tellNear() {
    Label far = new Label();
    code.variable(ILOAD, close);
    code.jump(IFEQ, far);
    code.variable(ALOAD, NEAR);
    code.variable(ILOAD, count);
    code.variable(ILOAD, ROW);
    code.plain(IASTORE);
    code.increment(count);
    code.label(far);
  }
}
