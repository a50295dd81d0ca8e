package org.wuyou.policy.plan;

import static org.objectweb.asm.Opcodes.*;

import java.util.HashMap;
import java.util.Map;
import org.wuyou.policy.plan.Program.Step;

/** What a loop reads: arrays and constants stay in local variables for its length. */
final class Inputs {
  private final Code code;
  private final int columnsArray;
  private final int constantsArray;
  private final int masksArray;
  private final Map<Integer, Integer> columns = new HashMap<>();
  private final Map<Integer, Integer> constants = new HashMap<>();

  /** Each is the local variable that holds all columns, constants and masks. */
  Inputs(Code code, int columns, int constants, int masks) {
    this.code = code;
    this.columnsArray = columns;
    this.constantsArray = constants;
    this.masksArray = masks;
  }

  /** Takes ahead of the loop what the step reads. */
  void take(Step step) {
    switch (step.operation()) {
      case NUMBER -> column(step, "[D");
      case TRUTH -> column(step, "[Z");
      case LOOKUP -> {
        column(step, "[I");
        columns.computeIfAbsent(step.d(), slot -> array(columnsArray, slot, "[Z"));
      }
      case CONSTANT -> take(step.a());
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> {
        take(step.c());
        take(step.d());
      }
      default -> {}
    }
  }

  private void column(Step step, String type) {
    columns.computeIfAbsent(step.a(), slot -> array(columnsArray, slot, type));
    if (step.nullable()) {
      columns.computeIfAbsent(step.b(), slot -> array(columnsArray, slot, "[B"));
      columns.computeIfAbsent(step.c(), slot -> array(columnsArray, slot, "[J"));
    }
  }

  /** Takes one of an array of arrays into a local variable, which it gives. */
  int array(int of, int slot, String type) {
    code.variable(ALOAD, of);
    code.push(slot);
    code.plain(AALOAD);
    code.cast(type);
    int made = code.local(1);
    code.variable(ASTORE, made);
    return made;
  }

  private void take(int constant) {
    if (constant == Program.NONE || constants.containsKey(constant)) {
      return;
    }
    code.variable(ALOAD, constantsArray);
    code.push(constant);
    code.plain(DALOAD);
    int made = code.local(2);
    code.variable(DSTORE, made);
    constants.put(constant, made);
  }

  /** Leaves the row's element of the column on the stack. */
  void element(int column, int row, int load) {
    column(column);
    code.variable(ILOAD, row);
    code.plain(load);
  }

  /** Leaves the column itself on the stack. */
  void column(int column) {
    code.variable(ALOAD, at(columns, column));
  }

  void constant(int slot) {
    code.variable(DLOAD, at(constants, slot));
  }

  void mask(int slot) {
    code.variable(ALOAD, masksArray);
    code.push(slot);
    code.plain(LALOAD);
  }

  private static int at(Map<Integer, Integer> places, int slot) {
    Integer place = places.get(slot);
    if (place == null) {
      throw new IllegalStateException("slot " + slot + " was not taken ahead of the loop");
    }
    return place;
  }
}
