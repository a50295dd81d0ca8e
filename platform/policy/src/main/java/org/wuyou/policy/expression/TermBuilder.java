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
import org.wuyou.policy.parse.Spelling;

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
  private final Positions positions;
  private final Problems problems;
  private final Map<String, Local> locals = new HashMap<>();
  private final List<Expression.Leaf> leaves = new ArrayList<>();
  private final Set<String> parameters = new TreeSet<>();
  private final Set<String> readings = new TreeSet<>();
  private final Set<DerivedFact> through = new LinkedHashSet<>();
  private int depth;
  private boolean sound = true;

  TermBuilder(
      Vocabulary vocabulary,
      @Nullable String entity,
      CelAbstractSyntaxTree tree,
      Positions positions,
      Problems problems) {
    this.vocabulary = vocabulary;
    this.entity = entity;
    this.tree = tree;
    this.positions = positions;
    this.problems = problems;
  }

  /**
   * A part of the expression.
   *
   * @param type with the enumeration or entity that the checker's type no longer shows
   * @param path how a person would name the fact, for saying which is missing
   * @param label its name, if it is one fact
   * @param quotient its parts, if it is one number over another
   */
  private record Part(
      Term term,
      @Nullable FactType type,
      Function<Frame, String> path,
      Optional<Text> label,
      Optional<Expression.Quotient> quotient) {
    Part(Term term, @Nullable FactType type, Function<Frame, String> path) {
      this(term, type, path, Optional.empty(), Optional.empty());
    }

    Part called(Text name) {
      return new Part(term, type, path, Optional.of(name), quotient);
    }

    Part over(Optional<Expression.Quotient> parts) {
      return new Part(term, type, path, label, parts);
    }

    Dimension dimension() {
      return type instanceof FactType.Number number ? number.dimension() : Dimension.ANY;
    }

    Optional<String> subject() {
      if (type instanceof FactType.One one) {
        return Optional.of(one.entity());
      }
      return type instanceof FactType.Many many ? Optional.of(many.entity()) : Optional.empty();
    }
  }

  Optional<Expression> build(String source, FactType checkedType) {
    CelExpr root = tree.getExpr();
    Part part = part(root);
    if (!sound) {
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
                fact(root.call().args().get(0)),
                parameter(root.call().args().get(1))))
        : Optional.empty();
  }

  private Optional<String> parameter(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.IDENT
            && vocabulary.parameters().containsKey(expr.ident().name())
        ? Optional.of(expr.ident().name())
        : Optional.empty();
  }

  private static Optional<String> fact(CelExpr expr) {
    return switch (expr.getKind()) {
      case IDENT, SELECT -> Optional.of(sourcePath(expr));
      default -> Optional.empty();
    };
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
          problem(
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
    return leaf(sourcePath(expr), false, labelled(owner, field, new Part(term, type, path)));
  }

  private static String sourcePath(CelExpr expr) {
    return switch (expr.getKind()) {
      case IDENT -> expr.ident().name();
      case SELECT -> sourcePath(expr.select().operand()) + "." + expr.select().field();
      case CALL ->
          expr.call().target().map(target -> sourcePath(target) + ".").orElse("")
              + expr.call().function()
              + "("
              + String.join(", ", expr.call().args().stream().map(TermBuilder::sourcePath).toList())
              + ")";
      case CONSTANT ->
          expr.constant().getKind() == CelConstant.Kind.DOUBLE_VALUE
              ? Exact.of(BigDecimal.valueOf(expr.constant().doubleValue())).toString()
              : "…";
      default -> "…";
    };
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
      problem(
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
      return reading(expr);
    }
    if (yearArithmetic(call)) {
      return year(call);
    }
    List<Part> parts = new ArrayList<>();
    call.target().ifPresent(target -> parts.add(part(target)));
    call.args().forEach(argument -> parts.add(part(argument)));
    List<Term> terms = parts.stream().map(Part::term).toList();
    Function<Frame, String> path = parts.isEmpty() ? frame -> function : parts.get(0).path();
    if (function.equals("_==_") || function.equals("_!=_") || function.equals("@in")) {
      checkChoice(expr, parts);
    }
    if (function.equals("at")) {
      return at(parts);
    }
    Term term = Calls.of(function, terms, path);
    return switch (function) {
      case "_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_" -> {
        sameDimension(expr, parts);
        yield new Part(term, new FactType.Truth(), path);
      }
      case "_+_", "_-_" -> {
        sameDimension(expr, parts);
        yield new Part(term, wider(parts), path, parts.get(0).label(), Optional.empty());
      }
      case "_*_" -> new Part(term, new FactType.Number(product(function, parts)), path);
      case "_/_" ->
          new Part(term, new FactType.Number(product(function, parts)), path).over(quotient(parts));
      case "-_", "distinct" -> new Part(term, parts.get(0).type(), path);
      case "_?_:_" -> new Part(term, wider(parts.subList(1, 3)), parts.get(1).path());
      case "sum", "least", "greatest" -> new Part(term, wider(parts), path);
      case "count", "yearOf", "monthOf" ->
          new Part(term, new FactType.Number(Dimension.COUNT), path);
      case "prefix" -> new Part(term, new FactType.Text(), path);
      case "date", "addYears" -> new Part(term, new FactType.Day(), path);
      case "statistic", "statisticTotal" ->
          leaf(
              sourcePathOfStatistic(call),
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

  private static String sourcePathOfStatistic(CelExpr.CelCall call) {
    CelExpr code = call.args().get(0);
    return code.getKind() == CelExpr.ExprKind.Kind.CONSTANT
        ? code.constant().stringValue()
        : "statistic";
  }

  /** {@code year - 1}: a shift in time is no figure of the policy. */
  private static boolean yearArithmetic(CelExpr.CelCall call) {
    return (call.function().equals("_-_") || call.function().equals("_+_"))
        && call.args().get(0).getKind() == CelExpr.ExprKind.Kind.IDENT
        && call.args().get(0).ident().name().equals("year")
        && call.args().get(1).getKind() == CelExpr.ExprKind.Kind.CONSTANT;
  }

  private static Part year(CelExpr.CelCall call) {
    int shift = (int) call.args().get(1).constant().doubleValue();
    int signed = call.function().equals("_-_") ? -shift : shift;
    Term term = frame -> Value.of(Exact.of(frame.year() + signed));
    return new Part(term.as(Shape.SETTING), new FactType.Number(Dimension.ANY), frame -> "year");
  }

  private Part reading(CelExpr expr) {
    CelExpr argument = expr.call().args().get(0);
    String id =
        argument.getKind() == CelExpr.ExprKind.Kind.CONSTANT
            ? argument.constant().stringValue()
            : "";
    if (!vocabulary.readings().containsKey(id)) {
      Optional<String> meant = Spelling.nearest(id, vocabulary.readings().keySet());
      problem(
          argument,
          ProblemCode.UNKNOWN_READING,
          id.length() + 2,
          new Text(
              "没有口径 " + id + meant.map(m -> "；是否想写 " + m + "？").orElse(""),
              "no reading " + id + meant.map(m -> "; did you mean " + m + "?").orElse("")),
          new Text(
              "在 readings.yaml 里写明它的两种理解，或改用已有的。",
              "Declare it in readings.yaml with its choices, or use one that is there."));
    }
    readings.add(id);
    Term term = frame -> new Value.Words(frame.run().reading(id));
    return new Part(term.as(Shape.SETTING), new FactType.Choice(READING + id), frame -> id);
  }

  private static final String READING = "reading ";

  /** Both sides of a comparison with a choice must be one of its values. */
  private void checkChoice(CelExpr expr, List<Part> parts) {
    for (int side = 0; side < 2; side++) {
      if (!(parts.get(side).type() instanceof FactType.Choice choice)) {
        continue;
      }
      boolean reading = choice.enumeration().startsWith(READING);
      List<String> values =
          reading
              ? vocabulary
                  .readings()
                  .getOrDefault(choice.enumeration().substring(READING.length()), List.of())
              : vocabulary.catalogue().enumerations().getOrDefault(choice.enumeration(), List.of());
      literals(expr.call().args().get(1 - side))
          .filter(literal -> !values.isEmpty())
          .filter(literal -> !values.contains(literal.constant().stringValue()))
          .forEach(literal -> unknownChoice(literal, values, reading));
    }
  }

  private static java.util.stream.Stream<CelExpr> literals(CelExpr expr) {
    return switch (expr.getKind()) {
      case CONSTANT -> java.util.stream.Stream.of(expr);
      case LIST -> expr.list().elements().stream().flatMap(TermBuilder::literals);
      default -> java.util.stream.Stream.empty();
    };
  }

  private void unknownChoice(CelExpr literal, List<String> values, boolean reading) {
    String written = literal.constant().stringValue();
    Optional<String> meant = Spelling.nearest(written, values);
    problem(
        literal,
        reading ? ProblemCode.UNKNOWN_READING : ProblemCode.UNKNOWN_VALUE,
        written.length() + 2,
        new Text(
            "没有 " + written + " 这个取值" + meant.map(m -> "；是否想写 " + m + "？").orElse(""),
            "no value " + written + meant.map(m -> "; did you mean " + m + "?").orElse("")),
        new Text("可用的取值：" + String.join("、", values), "Values: " + String.join(", ", values)));
  }

  private void sameDimension(CelExpr expr, List<Part> parts) {
    Dimension left = parts.get(0).dimension();
    Dimension right = parts.get(1).dimension();
    if (!org.wuyou.policy.Unit.compatible(left, right)) {
      String symbol = expr.call().function().replace("_", "");
      problem(
          expr,
          ProblemCode.WRONG_UNIT,
          symbol.length(),
          new Text(
              symbol + " 两边的量不同：" + left + " 与 " + right,
              symbol + " has unlike quantities: " + left + " and " + right),
          new Text(
              "检查参数的 unit，或先相除得出比值。",
              "Check the unit of the parameter, or divide first to get a ratio."));
    }
  }

  private static @Nullable FactType wider(List<Part> parts) {
    return parts.stream()
        .map(Part::type)
        .filter(type -> type instanceof FactType.Number n && n.dimension() != Dimension.ANY)
        .findFirst()
        .orElse(
            parts.get(0).type() == null ? parts.get(parts.size() - 1).type() : parts.get(0).type());
  }

  private static Dimension product(String function, List<Part> parts) {
    Dimension left = parts.get(0).dimension();
    Dimension right = parts.get(1).dimension();
    if (function.equals("_/_")) {
      return left == right && left != Dimension.ANY
          ? Dimension.RATIO
          : right == Dimension.RATIO ? left : Dimension.ANY;
    }
    return left == Dimension.RATIO ? right : right == Dimension.RATIO ? left : Dimension.ANY;
  }

  private void problem(CelExpr expr, ProblemCode code, int length, Text message, Text remedy) {
    sound = false;
    Integer offset = tree.getSource().getPositionsMap().get(expr.id());
    problems.add(code, positions.at(offset == null ? 0 : offset, length), message, remedy);
  }
}
