package org.wuyou.policy.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Exact;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit.Dimension;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.parse.Problems;

/**
 * Turns a checked tree into terms, and checks what the type rules cannot see: dimensions, spellings
 * of choices, readings, and figures that belong into parameters.
 */
final class TermBuilder {
  /** Figures that carry no policy. */
  private static final Set<Exact> NEUTRAL = Set.of(Exact.ZERO, Exact.ONE);

  private static final Set<String> ORDER = Set.of("_<_", "_<=_", "_>_", "_>=_");

  private final Vocabulary vocabulary;
  private final @Nullable String entity;
  private final CelAbstractSyntaxTree tree;
  private final Complaints complaints;
  private final Choices choices;
  private final Map<String, Local> locals = new HashMap<>();
  private final List<Expression.Leaf> leaves = new ArrayList<>();
  private final Set<String> parameters = new TreeSet<>();
  private final Set<String> readings = new TreeSet<>();
  private final Set<DerivedFact> through = new LinkedHashSet<>();
  private int depth;

  TermBuilder(
      Vocabulary vocabulary,
      @Nullable String entity,
      CelAbstractSyntaxTree tree,
      Positions positions,
      Problems problems) {
    this.vocabulary = vocabulary;
    this.entity = entity;
    this.tree = tree;
    this.complaints = new Complaints(tree, positions, problems);
    this.choices = new Choices(vocabulary, complaints);
  }

  Optional<Expression> build(String source, FactType checkedType) {
    CelExpr root = tree.getExpr();
    Part part = part(root);
    if (!complaints.none()) {
      return Optional.empty();
    }
    FactType type = part.type() == null ? checkedType : part.type();
    return Optional.of(
        new Expression(
            source,
            type,
            part.term(),
            leaves,
            comparison(root),
            limits(root),
            part.quotient(),
            part.label(),
            new Expression.Names(parameters, readings),
            new Expression.Names(allParameters(), allReadings())));
  }

  private Set<String> allParameters() {
    Set<String> all = new TreeSet<>(parameters);
    through.forEach(fact -> all.addAll(fact.expression().uses().parameters()));
    return all;
  }

  private Set<String> allReadings() {
    Set<String> all = new TreeSet<>(readings);
    through.forEach(fact -> all.addAll(fact.expression().uses().readings()));
    return all;
  }

  /** The comparisons that stand alone or are joined by "and". */
  private List<Expression.Comparison> limits(CelExpr root) {
    boolean joined =
        root.getKind() == CelExpr.ExprKind.Kind.CALL && root.call().function().equals("_&&_");
    return joined
        ? root.call().args().stream().flatMap(argument -> limits(argument).stream()).toList()
        : comparison(root).stream().toList();
  }

  private Optional<Expression.Comparison> comparison(CelExpr root) {
    if (root.getKind() != CelExpr.ExprKind.Kind.CALL || !ORDER.contains(root.call().function())) {
      return Optional.empty();
    }
    int known = leaves.size();
    Part left = part(root.call().args().get(0));
    Part right = part(root.call().args().get(1));
    leaves.subList(known, leaves.size()).clear();
    boolean numbers =
        left.type() instanceof FactType.Number || right.type() instanceof FactType.Number;
    Dimension dimension = left.dimension() == Dimension.ANY ? right.dimension() : left.dimension();
    return numbers
        ? Optional.of(
            new Expression.Comparison(
                root.call().function().replace("_", ""),
                left.term(),
                right.term(),
                Terms.compare(root.call().function(), left.term(), right.term()),
                dimension,
                left.label(),
                left.quotient(),
                Written.fact(root.call().args().get(0)),
                parameter(root.call().args().get(1))))
        : Optional.empty();
  }

  private Optional<String> parameter(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.IDENT
            && vocabulary.parameters().containsKey(expr.ident().name())
        ? Optional.of(expr.ident().name())
        : Optional.empty();
  }

  private Part part(CelExpr expr) {
    return switch (expr.getKind()) {
      case CONSTANT -> constant(expr);
      case IDENT -> name(expr);
      case SELECT -> select(expr);
      case CALL -> call(expr);
      case LIST -> list(expr);
      case COMPREHENSION -> comprehension(expr);
      default -> throw new IllegalStateException("the checker lets no " + expr.getKind() + " pass");
    };
  }

  private Part constant(CelExpr expr) {
    CelConstant constant = expr.constant();
    return switch (constant.getKind()) {
      case BOOLEAN_VALUE -> fixed(Value.of(constant.booleanValue()), new FactType.Truth());
      case STRING_VALUE -> fixed(new Value.Words(constant.stringValue()), new FactType.Text());
      case DOUBLE_VALUE -> {
        Exact exact = Exact.of(BigDecimal.valueOf(constant.doubleValue()));
        if (!NEUTRAL.contains(exact)) {
          complaints.add(
              expr,
              ProblemCode.LITERAL_FIGURE,
              exact.toString().length(),
              new Text(
                  "数字 " + exact + " 写在了表达式里", "the figure " + exact + " stands in the expression"),
              new Text(
                  "把它写成参数：有名称、单位、条款和生效日期。",
                  "Make it a parameter with a name, unit, article and date."));
        }
        yield fixed(Value.of(exact), new FactType.Number(Dimension.ANY));
      }
      default -> throw new IllegalStateException("no such constant: " + constant.getKind());
    };
  }

  private static Part fixed(Value value, FactType type) {
    Term term = frame -> value;
    return new Part(term.as(new Shape.Constant(value)), type, frame -> "");
  }

  private Part name(CelExpr expr) {
    String name = expr.ident().name();
    Local local = locals.get(name);
    if (local != null) {
      Term term = frame -> frame.local(local.slot());
      return new Part(term.as(new Shape.Local(local.slot())), local.type(), frame -> name);
    }
    if (entity != null && name.equals(Vocabulary.SUBJECT)) {
      return new Part(
          frame -> new Value.Item(frame.self()), new FactType.One(entity), frame -> name);
    }
    if (Vocabulary.BUILT_IN.containsKey(name)) {
      return new Part(
          Terms.builtIn(name).as(Shape.SETTING), Vocabulary.BUILT_IN.get(name), frame -> name);
    }
    if (vocabulary.parameters().containsKey(name)) {
      parameters.add(name);
      Dimension dimension = vocabulary.parameters().get(name);
      Term term = frame -> frame.run().parameter(name);
      return leaf(
          name,
          true,
          new Part(term.as(Shape.SETTING), new FactType.Number(dimension), frame -> name));
    }
    Optional<DerivedFact> derived = vocabulary.derived(entity, name);
    if (derived.isPresent()) {
      DerivedFact fact = derived.get();
      through.add(fact);
      Part part = new Part(fact.asTerm(), fact.type(), frame -> name);
      return leaf(name, false, part.called(fact.label()).over(fact.expression().quotient()));
    }
    FactType type = vocabulary.fact(entity, name).orElseThrow();
    return leaf(
        name,
        false,
        labelled(entity, name, new Part(declared(entity, name, type), type, frame -> name)));
  }

  private Term declared(@Nullable String owner, String name, FactType type) {
    Optional<Value> absent = vocabulary.absent(owner, name).map(Value::missing);
    if (absent.isPresent()) {
      Term missing = frame -> absent.get();
      return missing.as(Shape.SETTING);
    }
    Term term = frame -> Terms.read(frame.self(), name, type, () -> name);
    return term.as(new Shape.Fact(name, type));
  }

  private Part labelled(@Nullable String owner, String name, Part part) {
    return vocabulary.label(owner, name).map(part::called).orElse(part);
  }

  private Part leaf(String name, boolean parameter, Part part) {
    if (depth == 0 && leaves.stream().noneMatch(leaf -> leaf.name().equals(name))) {
      leaves.add(new Expression.Leaf(name, parameter, part.term(), part.dimension()));
    }
    return part;
  }

  private Part select(CelExpr expr) {
    // What is selected from is no leaf of its own: returns.at(year).revenue is one fact.
    int known = leaves.size();
    Part operand = part(expr.select().operand());
    leaves.subList(known, leaves.size()).clear();
    String field = expr.select().field();
    String owner = operand.subject().orElseThrow();
    FactType type = vocabulary.fact(owner, field).orElseThrow();
    Function<Frame, String> path = frame -> operand.path().apply(frame) + "." + field;
    Optional<DerivedFact> derived = vocabulary.derived(owner, field);
    derived.ifPresent(through::add);
    Optional<Value> absent = vocabulary.absent(owner, field).map(Value::missing);
    Term missing = frame -> absent.orElseThrow();
    Term term =
        absent.isPresent()
            ? missing.as(Shape.SETTING)
            : Terms.select(operand.term(), field, type, derived, path)
                .as(new Shape.Select(operand.term(), field, type, derived, path));
    if (expr.select().testOnly()) {
      Term present = Terms.present(term, operand.term()).as(new Shape.Present(term));
      return new Part(present, new FactType.Truth(), path);
    }
    return leaf(Written.path(expr), false, labelled(owner, field, new Part(term, type, path)));
  }

  private Part list(CelExpr expr) {
    List<Part> parts = expr.list().elements().stream().map(this::part).toList();
    FactType type = parts.isEmpty() ? null : parts.get(0).type();
    List<Term> terms = parts.stream().map(Part::term).toList();
    return new Part(Terms.list(terms).as(new Shape.Items(terms)), type, frame -> "[…]");
  }

  private Part comprehension(CelExpr expr) {
    CelExpr.CelComprehension loop = expr.comprehension();
    Part range = part(loop.iterRange());
    int item = 2 * depth;
    int gathered = item + 1;
    if (gathered >= Frame.LOCALS) {
      complaints.add(
          expr,
          ProblemCode.EXPRESSION_SYNTAX,
          1,
          new Text("循环嵌套过深", "loops are nested too deeply"),
          new Text("把里层写成派生事实。", "Make the inner one a derived fact."));
      return fixed(Value.FALSE, new FactType.Truth());
    }
    depth++;
    Local outerItem =
        bind(loop.iterVar(), item, range.subject().map(FactType.One::new).orElse(null));
    Part start = part(loop.accuInit());
    Local outerGathered = bind(loop.accuVar(), gathered, range.type());
    Part condition = part(loop.loopCondition());
    Part step = part(loop.loopStep());
    Part result = part(loop.result());
    restore(loop.iterVar(), outerItem);
    restore(loop.accuVar(), outerGathered);
    depth--;
    Term term =
        Terms.loop(
                range.term(),
                item,
                gathered,
                start.term(),
                condition.term(),
                step.term(),
                result.term())
            .as(new Shape.Loop(range.term(), item, gathered, start.term(), step.term()));
    CelType checked = tree.getTypeOrThrow(expr.id());
    // A mapped list is gathered element by element, so the step still knows the dimension.
    FactType type =
        checked.kind() == CelKind.LIST && step.type() instanceof FactType.Number number
            ? number
            : ExpressionCompiler.factType(checked);
    return new Part(term, type, range.path());
  }

  /** A loop's variable: its place in the frame and what it stands for. */
  private record Local(int slot, @Nullable FactType type) {}

  private @Nullable Local bind(String name, int slot, @Nullable FactType type) {
    return locals.put(name, new Local(slot, type));
  }

  private void restore(String name, @Nullable Local outer) {
    if (outer == null) {
      locals.remove(name);
    } else {
      locals.put(name, outer);
    }
  }

  private Part call(CelExpr expr) {
    CelExpr.CelCall call = expr.call();
    String function = call.function();
    if (function.equals("reading")) {
      readings.add(Choices.id(expr));
      return choices.reading(expr);
    }
    if (Written.shiftsYear(call)) {
      return year(call);
    }
    List<Part> parts = new ArrayList<>();
    call.target().ifPresent(target -> parts.add(part(target)));
    call.args().forEach(argument -> parts.add(part(argument)));
    List<Term> terms = parts.stream().map(Part::term).toList();
    Function<Frame, String> path = parts.isEmpty() ? frame -> function : parts.get(0).path();
    if (function.equals("_==_") || function.equals("_!=_") || function.equals("@in")) {
      choices.check(expr, parts);
    }
    if (function.equals("at")) {
      return at(parts);
    }
    Term term = Calls.of(function, terms, path);
    return switch (function) {
      case "_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_" -> {
        Dimensions.alike(expr, parts, complaints);
        yield new Part(term, new FactType.Truth(), path);
      }
      case "_+_", "_-_" -> {
        Dimensions.alike(expr, parts, complaints);
        yield new Part(term, Dimensions.wider(parts), path, parts.get(0).label(), Optional.empty());
      }
      case "_*_" -> new Part(term, new FactType.Number(Dimensions.product(function, parts)), path);
      case "_/_" ->
          new Part(term, new FactType.Number(Dimensions.product(function, parts)), path)
              .over(quotient(parts));
      case "-_", "distinct" -> new Part(term, parts.get(0).type(), path);
      case "_?_:_" -> new Part(term, Dimensions.wider(parts.subList(1, 3)), parts.get(1).path());
      case "sum", "least", "greatest" -> new Part(term, Dimensions.wider(parts), path);
      case "count", "yearOf", "monthOf" ->
          new Part(term, new FactType.Number(Dimension.COUNT), path);
      case "prefix" -> new Part(term, new FactType.Text(), path);
      case "date", "addYears" -> new Part(term, new FactType.Day(), path);
      case "statistic", "statisticTotal" ->
          leaf(
              Written.statistic(call),
              false,
              new Part(term, new FactType.Number(Dimension.ANY), path));
      default -> new Part(term, new FactType.Truth(), path);
    };
  }

  /** The one of many whose year is that year. */
  private static Part at(List<Part> parts) {
    Term list = parts.get(0).term();
    Term wanted = parts.get(1).term();
    Function<Frame, String> path =
        frame -> parts.get(0).path().apply(frame) + "[" + Terms.wholeNumber(wanted.in(frame)) + "]";
    return new Part(
        Terms.at(list, wanted, path).as(new Shape.At(list, wanted, path)),
        new FactType.One(parts.get(0).subject().orElse("")),
        path);
  }

  private static Optional<Expression.Quotient> quotient(List<Part> parts) {
    Part above = parts.get(0);
    return Optional.of(
        new Expression.Quotient(
            above.term(), parts.get(1).term(), above.label(), above.dimension()));
  }

  private static Part year(CelExpr.CelCall call) {
    int shift = (int) call.args().get(1).constant().doubleValue();
    int signed = call.function().equals("_-_") ? -shift : shift;
    Term term = frame -> Value.of(Exact.of(frame.year() + signed));
    return new Part(term.as(Shape.SETTING), new FactType.Number(Dimension.ANY), frame -> "year");
  }
}
