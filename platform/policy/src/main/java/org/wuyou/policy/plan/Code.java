package org.wuyou.policy.plan;

import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** The instructions of one method as they are written, and its local variables. */
final class Code {
  private final MethodVisitor method;
  private int locals;

  /**
   * @param locals how many local variables are taken already
   */
  Code(MethodVisitor method, int locals) {
    this.method = method;
    this.locals = locals;
  }

  /** A new local variable, of two places for numbers and masks. */
  int local(int width) {
    int made = locals;
    locals += width;
    return made;
  }

  void plain(int instruction) {
    method.visitInsn(instruction);
  }

  void variable(int instruction, int local) {
    method.visitVarInsn(instruction, local);
  }

  void increment(int local) {
    method.visitIincInsn(local, 1);
  }

  void jump(int instruction, Label to) {
    method.visitJumpInsn(instruction, to);
  }

  void label(Label here) {
    method.visitLabel(here);
  }

  void push(int value) {
    if (value <= Short.MAX_VALUE) {
      method.visitIntInsn(SIPUSH, value);
    } else {
      method.visitLdcInsn(value);
    }
  }

  void cast(String type) {
    method.visitTypeInsn(CHECKCAST, type);
  }

  /** A function of the JDK's {@code Math} over numbers, such as {@code min (DD)D}. */
  void math(String name, String descriptor) {
    method.visitMethodInsn(INVOKESTATIC, "java/lang/Math", name, descriptor, false);
  }

  /** Puts the number or truth on the stack into the local variable. */
  void store(boolean number, int local) {
    method.visitVarInsn(number ? DSTORE : ISTORE, local);
  }

  void load(boolean number, int local) {
    method.visitVarInsn(number ? DLOAD : ILOAD, local);
  }

  /** Turns what the jump decides by into a truth. */
  void truth(int jump) {
    Label yes = new Label();
    Label end = new Label();
    jump(jump, yes);
    plain(ICONST_0);
    jump(GOTO, end);
    label(yes);
    plain(ICONST_1);
    label(end);
  }

  /** Goes one of two ways by the truth on the stack. */
  void choose(Runnable yes, Runnable no) {
    Label otherwise = new Label();
    Label end = new Label();
    jump(IFEQ, otherwise);
    yes.run();
    jump(GOTO, end);
    label(otherwise);
    no.run();
    label(end);
  }

  /** Jumps if the mask on the stack is none ({@code IFEQ}) or some ({@code IFNE}). */
  void jumpByMask(int jump, Label to) {
    plain(LCONST_0);
    plain(LCMP);
    jump(jump, to);
  }
}
