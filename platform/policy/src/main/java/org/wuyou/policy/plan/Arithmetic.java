package org.wuyou.policy.plan;

import java.math.BigDecimal;
import java.util.Set;
import org.wuyou.policy.Exact;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.plan.Program.Operation;
import org.wuyou.policy.plan.Program.Step;

/**
 * Steps over numbers. Amounts stay whole numbers of their smallest unit as long as they can, which
 * binary arithmetic adds and compares exactly; only what has been divided can come too close to a
 * bound to tell.
 */
final class Arithmetic {
  /** More decimals than this are not kept whole. */
  private static final int DECIMALS = 12;

  private final Steps steps;

  Arithmetic(Steps steps) {
    this.steps = steps;
  }

  static Bounds bounds(Column.Numbers numbers) {
    double least = 0;
    double greatest = 0;
    for (double value : numbers.values()) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    return numbers.whole()
        ? Bounds.whole(numbers.scale(), least, greatest)
        : Bounds.near(numbers.scale(), least, greatest);
  }

  /** A number that is the same in every row, at the scale it is written in. */
  Operand.Number number(Operand.Fixed fixed, Names names) {
    return switch (fixed.value()) {
      case Value.Number number -> constant(number.exact());
      case Value.Day day -> constant(Exact.of(day.date().toEpochDay()));
      case Value.Missing missing ->
          new Operand.Number(
              steps.missing(names.mask(missing.facts()), true), Bounds.whole(0, 0, 0));
      default -> throw new Unplannable("此处应为数", "a number was expected");
    };
  }

  private Operand.Number constant(Exact exact) {
    BigDecimal decimal = exact.decimal();
    boolean ends = Exact.of(decimal).equals(exact) && decimal.scale() <= DECIMALS;
    int scale = ends ? decimal.scale() : 0;
    double value = decimal.movePointRight(scale).doubleValue();
    return new Operand.Number(
        steps.constant(value),
        ends ? Bounds.whole(scale, value, value) : Bounds.near(scale, value, value));
  }

  Operand.Number of(String function, Operand.Number one, Operand.Number other) {
    if (function.equals("_*_")) {
      return result(Operation.MULTIPLY, one, other, one.bounds().times(other.bounds()));
    }
    int scale = scale(one, other);
    Operand.Number left = at(scale, one);
    Operand.Number right = at(scale, other);
    return switch (function) {
      case "_+_" -> result(Operation.ADD, left, right, left.bounds().plus(right.bounds()));
      case "_-_" ->
          result(Operation.SUBTRACT, left, right, left.bounds().plus(right.bounds().negated()));
      case "least" -> result(Operation.LEAST, left, right, left.bounds().or(right.bounds()));
      case "greatest" -> result(Operation.GREATEST, left, right, left.bounds().or(right.bounds()));
      default -> throw new IllegalArgumentException(function);
    };
  }

  private Operand.Number result(
      Operation operation, Operand.Number left, Operand.Number right, Bounds within) {
    int step = steps.add(operation, left.step(), right.step(), true);
    return new Operand.Number(step, within);
  }

  /**
   * @param mask what is missing where the divisor is zero, or none if it never is
   */
  Operand.Number quotient(Operand.Number above, Operand.Number below, int mask) {
    boolean nullable =
        mask != Program.NONE
            || steps.at(above.step()).nullable()
            || steps.at(below.step()).nullable();
    int step =
        steps.add(Operation.DIVIDE, above.step(), below.step(), mask, Program.NONE, true, nullable);
    Bounds within = above.bounds().over(below.bounds());
    return new Operand.Number(step, within);
  }

  Operand.Number negated(Operand.Number number) {
    int step = steps.add(Operation.NEGATE, number.step(), Program.NONE, true);
    Bounds within = number.bounds().negated();
    return new Operand.Number(step, within);
  }

  Operand.Number choose(int condition, Operand.Number yes, Operand.Number no) {
    int scale = scale(yes, no);
    Operand.Number one = at(scale, yes);
    Operand.Number other = at(scale, no);
    boolean nullable =
        steps.at(condition).nullable()
            || steps.at(one.step()).nullable()
            || steps.at(other.step()).nullable();
    int step =
        steps.add(
            Operation.CHOOSE, condition, one.step(), other.step(), Program.NONE, true, nullable);
    Bounds within = one.bounds().or(other.bounds());
    return new Operand.Number(step, within);
  }

  Operand.Truth compare(String function, Operand.Number one, Operand.Number other) {
    int scale = scale(one, other);
    Operand.Number left = at(scale, one);
    Operand.Number right = at(scale, other);
    double relative = left.bounds().relativeTo(right.bounds());
    double absolute = left.bounds().absoluteTo(right.bounds());
    boolean nullable = steps.at(left.step()).nullable() || steps.at(right.step()).nullable();
    Operation operation =
        switch (function) {
          case "_<_" -> Operation.LESS;
          case "_<=_" -> Operation.LESS_OR_EQUAL;
          case "_>_" -> Operation.GREATER;
          case "_>=_" -> Operation.GREATER_OR_EQUAL;
          case "_==_" -> Operation.EQUAL;
          default -> Operation.NOT_EQUAL;
        };
    return new Operand.Truth(
        steps.add(
            operation,
            left.step(),
            right.step(),
            relative == 0 ? Program.NONE : steps.slot(relative),
            absolute == 0 ? Program.NONE : steps.slot(absolute),
            false,
            nullable));
  }

  /** The finer of two scales; a constant and a quotient meet at the quotient's. */
  private int scale(Operand.Number one, Operand.Number other) {
    if (constant(one) && !other.bounds().whole()) {
      return other.bounds().scale();
    }
    return constant(other) && !one.bounds().whole()
        ? one.bounds().scale()
        : Math.max(one.bounds().scale(), other.bounds().scale());
  }

  private boolean constant(Operand.Number number) {
    return steps.at(number.step()).operation() == Operation.CONSTANT;
  }

  private Operand.Number at(int scale, Operand.Number number) {
    int shift = scale - number.bounds().scale();
    if (shift == 0) {
      return number;
    }
    if (constant(number)) {
      double before = number.bounds().least();
      double value = shift > 0 ? before * Math.pow(10, shift) : before / Math.pow(10, -shift);
      boolean whole = number.bounds().whole() && shift > 0;
      return new Operand.Number(
          steps.constant(value),
          whole ? Bounds.whole(scale, value, value) : Bounds.near(scale, value, value));
    }
    if (shift < 0) {
      throw new IllegalStateException("only constants are brought to a coarser scale");
    }
    double factor = Math.pow(10, shift);
    Operand.Number power =
        new Operand.Number(steps.constant(factor), Bounds.whole(shift, factor, factor));
    return result(Operation.MULTIPLY, number, power, number.bounds().times(power.bounds()));
  }

  /** Adds the steps that cannot be zero where the condition holds. */
  void nonZeroIf(int condition, Set<Integer> found) {
    Step step = steps.at(condition);
    switch (step.operation()) {
      case AND -> {
        nonZeroIf(step.a(), found);
        nonZeroIf(step.b(), found);
      }
      case GREATER -> {
        if (zero(step.b())) {
          found.add(step.a());
        }
      }
      case LESS -> {
        if (zero(step.a())) {
          found.add(step.b());
        }
      }
      default -> {}
    }
  }

  private boolean zero(int step) {
    return steps.at(step).operation() == Operation.CONSTANT
        && steps.constants()[steps.at(step).a()] == 0;
  }
}
