package org.wuyou.policy.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wuyou.policy.expression.DerivedFact;
import org.wuyou.policy.expression.Run;
import org.wuyou.policy.expression.Shape;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.plan.Program.Operation;

/**
 * Turns terms into the steps of one program. What it cannot turn it has decided row by row, as a
 * column like the others.
 */
final class Planner {
  private final Run run;
  private final int year;
  private final Names names;
  private final Interpreter interpreter;
  private final Loops loops;
  private final Steps steps = new Steps();
  private final Arithmetic arithmetic = new Arithmetic(steps);
  private final Texts texts;
  private final Map<Term, Boolean> settings = new IdentityHashMap<>();
  private final Map<Known, Operand> derived = new HashMap<>();
  private final Map<Term, Map<View, Operand>> interpreted = new IdentityHashMap<>();
  private final Map<View, Map<DerivedFact, Operand>> given = new HashMap<>();
  private Set<Integer> nonZero = Set.of();

  private record Known(DerivedFact fact, View view, Set<Integer> nonZero) {}

  /**
   * What names mean: the subject itself and the variables of loops around.
   *
   * @param frames how the interpreter sees a row
   */
  record Scope(View self, Map<Integer, View> locals, Interpreter.Frames frames) {}

  Planner(Run run, int year, Names names, Interpreter interpreter, Loops loops) {
    this.run = run;
    this.year = year;
    this.names = names;
    this.interpreter = interpreter;
    this.loops = loops;
    this.texts = new Texts(steps);
  }

  Steps steps() {
    return steps;
  }

  /** The step that gives the term's number or truth. */
  Operand output(Term term, Scope scope) {
    Operand operand = plan(term, scope);
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

  boolean answerable(Term term, Scope scope) {
    try {
      return switch (plan(term, scope)) {
        case Operand.Number n -> true;
        case Operand.Truth t -> true;
        case Operand.Fixed fixed ->
            fixed.value() instanceof Value.Number || fixed.value() instanceof Value.Truth;
        case Operand.Day d -> false;
        case Operand.Text t -> false;
        case Operand.One o -> false;
        case Operand.Many m -> false;
      };
    } catch (Unplannable e) {
      return false;
    }
  }

  Operand plan(Term term, Scope scope) {
    if (setting(term)) {
      return new Operand.Fixed(term.in(run.frame(null, year)));
    }
    try {
      return shape(term, scope);
    } catch (Unplannable reason) {
      Map<View, Operand> byView = interpreted.computeIfAbsent(term, t -> new HashMap<>());
      Operand known = byView.get(scope.self());
      if (known == null) {
        known = leaf(interpreter.column(term, scope.self(), scope.frames(), reason));
        byView.put(scope.self(), known);
      }
      return known;
    }
  }

  /** Whether the term gives the same in every row. */
  private boolean setting(Term term) {
    Boolean known = settings.get(term);
    if (known != null) {
      return known;
    }
    boolean same =
        switch (term.shape()) {
          case Shape.Constant c -> true;
          case Shape.Setting s -> true;
          case Shape.Derived d -> setting(d.fact().term());
          case Shape.Items items -> items.elements().stream().allMatch(this::setting);
          case Shape.Call call -> call.arguments().stream().allMatch(this::setting);
          case Shape.At at -> setting(at.list()) && setting(at.year());
          case Shape.Present present -> setting(present.fact());
          case Shape.Fact f -> false;
          case Shape.Local l -> false;
          case Shape.Select s -> false;
          // Over nothing, since its module is absent.
          case Shape.Loop loop -> loop.range().shape() instanceof Shape.Setting;
          case Shape.Opaque o -> false;
        };
    settings.put(term, same);
    return same;
  }

  private Operand shape(Term term, Scope scope) {
    return switch (term.shape()) {
      case Shape.Fact fact -> fact(scope.self(), fact.name(), fact.type(), fact.name());
      case Shape.Derived of -> derived(of.fact(), scope);
      case Shape.Local local -> local(local, scope);
      case Shape.Select select -> select(select, scope);
      case Shape.Present present -> known(plan(present.fact(), scope));
      case Shape.At at -> at(at, scope);
      case Shape.Call call -> call(call, scope);
      case Shape.Loop loop -> leaf(loops.truth(loop, this, scope));
      case Shape.Items items -> throw new Unplannable("清单逐户不同", "a list that differs by row");
      case Shape.Constant c -> new Operand.Fixed(c.value());
      case Shape.Setting s -> throw new IllegalStateException("told to be the same in every row");
      case Shape.Opaque o -> throw new Unplannable("该函数没有列式算法", "a function without columns");
    };
  }

  private static Operand local(Shape.Local local, Scope scope) {
    View view = scope.locals().get(local.slot());
    if (view == null) {
      throw new Unplannable("循环中的累计", "what a loop gathers");
    }
    return new Operand.One(view);
  }

  /** Takes what is known already of a derived fact of the rows themselves. */
  void given(DerivedFact fact, View self, Operand value) {
    given.computeIfAbsent(self, view -> new HashMap<>()).put(fact, value);
  }

  private Operand derived(DerivedFact fact, Scope scope) {
    Operand before = given.getOrDefault(scope.self(), Map.of()).get(fact);
    if (before != null) {
      return before;
    }
    Known key = new Known(fact, scope.self(), nonZero);
    Operand known = derived.get(key);
    if (known == null) {
      known = plan(fact.term(), new Scope(scope.self(), Map.of(), scope.frames()));
      derived.put(key, known);
    }
    return known;
  }

  private Operand fact(View view, String name, FactType type, String path) {
    return switch (type) {
      case FactType.One one -> new Operand.One(view.one(name, path));
      case FactType.Many many -> new Operand.Many(view, name);
      case FactType.Texts t -> throw new Unplannable("多值文字", "a fact of many texts");
      case FactType.Moment m -> throw new Unplannable("时刻", "the day of a moment");
      case FactType.Number n -> leaf(view.leaf(name, type, path));
      case FactType.Day d -> {
        Leaf leaf = view.leaf(name, type, path);
        Operand.Number number = (Operand.Number) leaf(leaf);
        yield new Operand.Day(number.step(), number.bounds(), leaf);
      }
      case FactType.Truth t -> leaf(view.leaf(name, type, path));
      case FactType.Text t -> leaf(view.leaf(name, type, path));
      case FactType.Choice c -> leaf(view.leaf(name, type, path));
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

  private Operand select(Shape.Select select, Scope scope) {
    Operand owner = plan(select.owner(), scope);
    if (owner instanceof Operand.Fixed missing) {
      return missing;
    }
    if (!(owner instanceof Operand.One one)) {
      throw new Unplannable("对象逐户计算得出", "a subject found row by row");
    }
    if (select.derived().isEmpty()) {
      String path = select.path().apply(run.frame(null, year));
      return fact(one.view(), select.field(), select.type(), path);
    }
    View view = one.view();
    Interpreter.Frames frames = (inside, row) -> inside.frame(view.columns().subject(row), year);
    Operand value = derived(select.derived().get(), new Scope(view, Map.of(), frames));
    return view.complete() ? value : where(view.presence(), value);
  }

  /** The value where the condition holds, and what the condition misses elsewhere. */
  private Operand where(Leaf condition, Operand value) {
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

  private Operand at(Shape.At at, Scope scope) {
    Operand list = plan(at.list(), scope);
    Operand wanted = plan(at.year(), scope);
    if (!(list instanceof Operand.Many many)
        || !(wanted instanceof Operand.Fixed fixed)
        || !(fixed.value() instanceof Value.Number number)) {
      throw new Unplannable("年度逐户不同", "a year that differs by row");
    }
    String path = at.path().apply(run.frame(null, year));
    return new Operand.One(
        many.view().at(many.fact(), number.exact().rounded(0).intValueExact(), path));
  }

  private Operand known(Operand operand) {
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

  private Operand call(Shape.Call call, Scope scope) {
    return switch (call.function()) {
      case "_?_:_" -> choose(call, scope);
      case "_&&_" -> both(Operation.AND, false, call, scope);
      case "_||_" -> both(Operation.OR, true, call, scope);
      case "count", "sum" -> leaf(loops.total(call, this, scope));
      case "distinct", "map", "filter" ->
          throw new Unplannable("清单逐户不同", "a list that differs by row");
      default -> {
        List<Operand> operands = new ArrayList<>();
        call.arguments().forEach(argument -> operands.add(plan(argument, scope)));
        yield operation(call, operands);
      }
    };
  }

  private Operand operation(Shape.Call call, List<Operand> operands) {
    if (operands.stream().anyMatch(Operand.Text.class::isInstance)
        && !call.function().equals("known")) {
      return texts.lookup(call, operands, run.frame(null, year));
    }
    return switch (call.function()) {
      case "!_" -> not(truth(operands.get(0)));
      case "known" -> known(operands.get(0));
      case "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_" -> compare(call.function(), operands);
      case "_+_", "_-_", "_*_", "least", "greatest" ->
          arithmetic.of(call.function(), number(operands.get(0)), number(operands.get(1)));
      case "_/_" -> quotient(call, number(operands.get(0)), number(operands.get(1)));
      case "-_" -> arithmetic.negated(number(operands.get(0)));
      case "@in" -> in(operands);
      case "yearOf", "addYears" -> leaf(Days.of(call.function(), operands));
      default -> throw new Unplannable("该函数没有列式算法", "a function without columns");
    };
  }

  private Operand quotient(Shape.Call call, Operand.Number above, Operand.Number below) {
    boolean safe =
        nonZero.contains(below.step())
            || below.bounds().least() > 0
            || below.bounds().greatest() < 0;
    int mask =
        safe
            ? Program.NONE
            : steps.mask(names.mask(call.path().apply(run.frame(null, year)) + " / 0"));
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

  private Operand both(Operation operation, boolean settling, Shape.Call call, Scope scope) {
    Operand left = plan(call.arguments().get(0), scope);
    Operand right = plan(call.arguments().get(1), scope);
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

  private Operand choose(Shape.Call call, Scope scope) {
    Operand condition = plan(call.arguments().get(0), scope);
    if (condition instanceof Operand.Fixed fixed) {
      return fixed.value() instanceof Value.Truth truth
          ? plan(call.arguments().get(truth.holds() ? 1 : 2), scope)
          : fixed;
    }
    int decides = truth(condition);
    Set<Integer> before = nonZero;
    Set<Integer> within = new HashSet<>(before);
    arithmetic.nonZeroIf(decides, within);
    nonZero = Set.copyOf(within);
    Operand yes = plan(call.arguments().get(1), scope);
    nonZero = before;
    Operand no = plan(call.arguments().get(2), scope);
    if (truthful(yes) && truthful(no)) {
      int one = truth(yes);
      int other = truth(no);
      boolean nullable = nullable(decides, one, other);
      return new Operand.Truth(
          steps.add(Operation.CHOOSE, decides, one, other, Program.NONE, false, nullable));
    }
    return arithmetic.choose(decides, number(yes), number(no));
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

  int truth(Operand operand) {
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

  Operand.Number number(Operand operand) {
    return switch (operand) {
      case Operand.Number number -> number;
      case Operand.Day day -> new Operand.Number(day.step(), day.bounds());
      case Operand.Fixed fixed -> arithmetic.number(fixed, names);
      default -> throw new Unplannable("此处应为数", "a number was expected");
    };
  }
}
