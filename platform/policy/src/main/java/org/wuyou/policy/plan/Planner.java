package org.wuyou.policy.plan;

import java.util.ArrayList;
import java.util.HashMap;
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

/**
 * Turns terms into the steps of one program. What it cannot turn it has decided row by row, as a
 * column like the others.
 */
final class Planner {
  private final Run run;
  private final int year;
  private final Interpreter interpreter;
  private final Loops loops;
  private final Operators operators;
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
    this.interpreter = interpreter;
    this.loops = loops;
    this.operators = new Operators(names, run.frame(null, year));
  }

  Steps steps() {
    return operators.steps();
  }

  /** What is done with the columns that stand for terms. */
  Operators operators() {
    return operators;
  }

  /** The step that gives the term's number or truth. */
  Operand output(Term term, Scope scope) {
    return operators.output(plan(term, scope));
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
        known = operators.leaf(interpreter.column(term, scope.self(), scope.frames(), reason));
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
      case Shape.Present present -> operators.known(plan(present.fact(), scope));
      case Shape.At at -> at(at, scope);
      case Shape.Call call -> call(call, scope);
      case Shape.Loop loop -> operators.leaf(loops.truth(loop, this, scope));
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
      case FactType.Number n -> operators.leaf(view.leaf(name, type, path));
      case FactType.Day d -> {
        Leaf leaf = view.leaf(name, type, path);
        Operand.Number number = (Operand.Number) operators.leaf(leaf);
        yield new Operand.Day(number.step(), number.bounds(), leaf);
      }
      case FactType.Truth t -> operators.leaf(view.leaf(name, type, path));
      case FactType.Text t -> operators.leaf(view.leaf(name, type, path));
      case FactType.Choice c -> operators.leaf(view.leaf(name, type, path));
    };
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
    return view.complete() ? value : operators.where(view.presence(), value);
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

  private Operand call(Shape.Call call, Scope scope) {
    return switch (call.function()) {
      case "_?_:_" -> choose(call, scope);
      case "_&&_", "_||_" ->
          operators.both(
              call.function(),
              plan(call.arguments().get(0), scope),
              plan(call.arguments().get(1), scope));
      case "count", "sum" -> operators.leaf(loops.total(call, this, scope));
      case "distinct", "map", "filter" ->
          throw new Unplannable("清单逐户不同", "a list that differs by row");
      default -> {
        List<Operand> operands = new ArrayList<>();
        call.arguments().forEach(argument -> operands.add(plan(argument, scope)));
        yield operators.apply(call, operands, nonZero);
      }
    };
  }

  private Operand choose(Shape.Call call, Scope scope) {
    Operand condition = plan(call.arguments().get(0), scope);
    if (condition instanceof Operand.Fixed fixed) {
      return fixed.value() instanceof Value.Truth truth
          ? plan(call.arguments().get(truth.holds() ? 1 : 2), scope)
          : fixed;
    }
    Operand yes = planWhere(condition, call.arguments().get(1), scope);
    Operand no = plan(call.arguments().get(2), scope);
    return operators.choose(condition, yes, no);
  }

  /** The term where the condition holds: what divides there may be known not to be zero. */
  private Operand planWhere(Operand condition, Term term, Scope scope) {
    Set<Integer> before = nonZero;
    nonZero = operators.nonZeroWhere(condition, before);
    try {
      return plan(term, scope);
    } finally {
      nonZero = before;
    }
  }
}
