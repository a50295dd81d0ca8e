package org.wuyou.policy.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wuyou.policy.expression.Frame;
import org.wuyou.policy.expression.Shape;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.plan.Program.Operation;

/**
 * What operators do with operands that are planned already: each adds the steps of its answer. It
 * folds what is the same in every row, and refuses what has no columns.
 */
final class Operators {
  private final Steps steps = new Steps();
  private final Arithmetic arithmetic = new Arithmetic(steps);
  private final Texts texts = new Texts(steps);
  private final Names names;
  private final Frame setting;

  /**
   * @param setting what is the same for every subject
   */
  Operators(Names names, Frame setting) {
    this.names = names;
    this.setting = setting;
  }

  Steps steps() {
    return steps;
  }

  /** The operand as a number or truth with a step of its own. */
  Operand output(Operand operand) {
    return switch (operand) {
      case Operand.Fixed fixed when fixed.value() instanceof Value.Truth ->
          new Operand.Truth(truth(fixed));
      case Operand.Fixed fixed -> arithmetic.number(fixed, names);
      case Operand.Day day -> new Operand.Number(day.step(), day.bounds());
      case Operand.Number number -> number;
      case Operand.Truth truth -> truth;
      default -> throw new IllegalArgumentException("neither number nor truth: " + operand);
    };
  }

  Operand leaf(Leaf leaf) {
    return switch (leaf.column()) {
      case Column.Numbers numbers -> number(leaf, numbers, Arithmetic.bounds(numbers));
      case Column.Truths truths ->
          new Operand.Truth(steps.leaf(Operation.TRUTH, truths.values(), leaf, Program.NONE));
      case Column.Texts t -> new Operand.Text(leaf);
    };
  }

  /** A column of numbers of which it is known how they were computed. */
  Operand.Number number(Leaf leaf, Column.Numbers numbers, Bounds bounds) {
    return new Operand.Number(
        steps.leaf(Operation.NUMBER, numbers.values(), leaf, Program.NONE), bounds);
  }

  /** The value where the condition holds, and what the condition misses elsewhere. */
  Operand where(Leaf condition, Operand value) {
    int present =
        steps.leaf(
            Operation.TRUTH,
            ((Column.Truths) condition.column()).values(),
            condition,
            Program.NONE);
    return switch (value) {
      case Operand.Truth truth ->
          new Operand.Truth(
              steps.add(
                  Operation.CHOOSE,
                  present,
                  truth.step(),
                  truth.step(),
                  Program.NONE,
                  false,
                  true));
      case Operand.Number number ->
          new Operand.Number(
              steps.add(
                  Operation.CHOOSE,
                  present,
                  number.step(),
                  number.step(),
                  Program.NONE,
                  true,
                  true),
              number.bounds());
      case Operand.Fixed fixed ->
          fixed.value() instanceof Value.Truth
              ? where(condition, new Operand.Truth(truth(fixed)))
              : where(condition, arithmetic.number(fixed, names));
      // Read straight from columns, these miss already what the condition misses.
      case Operand.Day day -> day;
      case Operand.Text text -> text;
      case Operand.One one -> one;
      case Operand.Many many -> many;
    };
  }

  /** Whether there is a value. */
  Operand known(Operand operand) {
    return switch (operand) {
      case Operand.Fixed fixed ->
          new Operand.Fixed(Value.of(!(fixed.value() instanceof Value.Missing)));
      case Operand.Number number -> known(number.step());
      case Operand.Day day -> known(day.step());
      case Operand.Truth truth -> known(truth.step());
      case Operand.Text text -> known(presence(text.leaf()));
      case Operand.One one -> known(presence(one.view().presence()));
      case Operand.Many many -> known(presence(many.view().presence()));
    };
  }

  private int presence(Leaf leaf) {
    boolean[] any = new boolean[leaf.states() == null ? 0 : leaf.states().length];
    return leaf.states() == null
        ? steps.truth(true)
        : steps.leaf(Operation.TRUTH, any, leaf, Program.NONE);
  }

  private Operand known(int step) {
    return steps.at(step).nullable()
        ? new Operand.Truth(
            steps.add(
                Operation.KNOWN, step, Program.NONE, Program.NONE, Program.NONE, false, false))
        : new Operand.Fixed(Value.TRUE);
  }

  /** "And" and "or"; a known operand that settles the answer outranks the other. */
  Operand both(String function, Operand left, Operand right) {
    boolean settling = function.equals("_||_");
    Operation operation = settling ? Operation.OR : Operation.AND;
    Value settled = Value.of(settling);
    if (left.equals(new Operand.Fixed(settled)) || right.equals(new Operand.Fixed(settled))) {
      return new Operand.Fixed(settled);
    }
    Value neutral = Value.of(!settling);
    if (left.equals(new Operand.Fixed(neutral))) {
      return right;
    }
    return right.equals(new Operand.Fixed(neutral))
        ? left
        : new Operand.Truth(steps.add(operation, truth(left), truth(right), false));
  }

  /** Adds to the steps that cannot be zero those that cannot be where the condition holds. */
  Set<Integer> nonZeroWhere(Operand condition, Set<Integer> before) {
    Set<Integer> within = new HashSet<>(before);
    arithmetic.nonZeroIf(truth(condition), within);
    return Set.copyOf(within);
  }

  Operand choose(Operand condition, Operand yes, Operand no) {
    int decides = truth(condition);
    if (truthful(yes) && truthful(no)) {
      int one = truth(yes);
      int other = truth(no);
      boolean nullable = nullable(decides, one, other);
      return new Operand.Truth(
          steps.add(Operation.CHOOSE, decides, one, other, Program.NONE, false, nullable));
    }
    return arithmetic.choose(decides, number(yes), number(no));
  }

  /**
   * Any other operator or function.
   *
   * @param nonZero steps that cannot be zero where it is asked for
   */
  Operand apply(Shape.Call call, List<Operand> operands, Set<Integer> nonZero) {
    if (operands.stream().anyMatch(Operand.Text.class::isInstance)
        && !call.function().equals("known")) {
      return texts.lookup(call, operands, setting);
    }
    return switch (call.function()) {
      case "!_" -> not(truth(operands.get(0)));
      case "known" -> known(operands.get(0));
      case "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_" -> compare(call.function(), operands);
      case "_+_", "_-_", "_*_", "least", "greatest" ->
          arithmetic.of(call.function(), number(operands.get(0)), number(operands.get(1)));
      case "_/_" -> quotient(call, number(operands.get(0)), number(operands.get(1)), nonZero);
      case "-_" -> arithmetic.negated(number(operands.get(0)));
      case "@in" -> in(operands);
      case "yearOf", "addYears" -> leaf(Days.of(call.function(), operands));
      default -> throw new Unplannable("该函数没有列式算法", "a function without columns");
    };
  }

  private Operand quotient(
      Shape.Call call, Operand.Number above, Operand.Number below, Set<Integer> nonZero) {
    boolean safe =
        nonZero.contains(below.step())
            || below.bounds().least() > 0
            || below.bounds().greatest() < 0;
    int mask = safe ? Program.NONE : steps.mask(names.mask(call.path().apply(setting) + " / 0"));
    return arithmetic.quotient(above, below, mask);
  }

  private Operand compare(String function, List<Operand> operands) {
    boolean truths =
        operands.stream().anyMatch(Operand.Truth.class::isInstance)
            || operands.stream()
                .anyMatch(o -> o instanceof Operand.Fixed f && f.value() instanceof Value.Truth);
    if (truths) {
      return sameTruth(function, operands);
    }
    return arithmetic.compare(function, number(operands.get(0)), number(operands.get(1)));
  }

  private Operand sameTruth(String function, List<Operand> operands) {
    int one = truth(operands.get(0));
    int other = truth(operands.get(1));
    int both = steps.add(Operation.AND, one, other, false);
    int neither =
        steps.add(
            Operation.AND,
            steps.add(Operation.NOT, one, Program.NONE, false),
            steps.add(Operation.NOT, other, Program.NONE, false),
            false);
    if (steps.at(one).nullable() || steps.at(other).nullable()) {
      throw new Unplannable("是否值相互比较", "truths compared with each other");
    }
    int same = steps.add(Operation.OR, both, neither, false);
    return new Operand.Truth(
        function.equals("_==_") ? same : steps.add(Operation.NOT, same, Program.NONE, false));
  }

  private Operand in(List<Operand> operands) {
    if (!(operands.get(1) instanceof Operand.Fixed fixed)
        || !(fixed.value() instanceof Value.Items items)
        || items.values().isEmpty()
        || items.values().stream().anyMatch(Value.Missing.class::isInstance)) {
      throw new Unplannable("清单逐户不同", "a list that differs by row");
    }
    Operand.Number wanted = number(operands.get(0));
    int any = Program.NONE;
    for (Value item : items.values()) {
      Operand.Truth equal = arithmetic.compare("_==_", wanted, number(new Operand.Fixed(item)));
      any = any == Program.NONE ? equal.step() : steps.add(Operation.OR, any, equal.step(), false);
    }
    return new Operand.Truth(any);
  }

  private Operand not(int step) {
    return new Operand.Truth(steps.add(Operation.NOT, step, Program.NONE, false));
  }

  private boolean nullable(int... all) {
    for (int step : all) {
      if (steps.at(step).nullable()) {
        return true;
      }
    }
    return false;
  }

  private static boolean truthful(Operand operand) {
    return operand instanceof Operand.Truth
        || operand instanceof Operand.Fixed fixed
            && (fixed.value() instanceof Value.Truth || fixed.value() instanceof Value.Missing);
  }

  private int truth(Operand operand) {
    return switch (operand) {
      case Operand.Truth truth -> truth.step();
      case Operand.Fixed fixed ->
          switch (fixed.value()) {
            case Value.Truth truth -> steps.truth(truth.holds());
            case Value.Missing missing -> steps.missing(names.mask(missing.facts()), false);
            default -> throw new Unplannable("此处应为是/否", "a truth was expected");
          };
      // A column of which no row has a value has no type of its own.
      case Operand.Number number -> throw new Unplannable("此处应为是/否", "a truth was expected");
      default -> throw new Unplannable("此处应为是/否", "a truth was expected");
    };
  }

  private Operand.Number number(Operand operand) {
    return switch (operand) {
      case Operand.Number number -> number;
      case Operand.Day day -> new Operand.Number(day.step(), day.bounds());
      case Operand.Fixed fixed -> arithmetic.number(fixed, names);
      default -> throw new Unplannable("此处应为数", "a number was expected");
    };
  }
}
