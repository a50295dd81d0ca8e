package org.wuyou.policy.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExprConverter;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Yaml;

/** Reads and checks the expressions of one bundle; everything wrong goes to its problems. */
public final class ExpressionCompiler {
  private final Vocabulary vocabulary;
  private final Problems problems;
  private final Map<String, List<String>> lines;
  private final Set<String> mentioned;
  private final Map<String, CelValidationResult> parsed;

  public ExpressionCompiler(
      Vocabulary vocabulary, SortedMap<String, String> files, Problems problems) {
    this(vocabulary, new HashMap<>(), new LinkedHashSet<>(), new HashMap<>(), problems);
    files.forEach((name, text) -> lines.put(name, List.of(text.split("\n", -1))));
  }

  private ExpressionCompiler(
      Vocabulary vocabulary,
      Map<String, List<String>> lines,
      Set<String> mentioned,
      Map<String, CelValidationResult> parsed,
      Problems problems) {
    this.vocabulary = vocabulary;
    this.lines = lines;
    this.mentioned = mentioned;
    this.parsed = parsed;
    this.problems = problems;
  }

  /** The expression, if it is right and gives the wanted kind of value. */
  public Optional<Expression> compile(Yaml.Scalar source, @Nullable String entity, Wanted wanted) {
    Optional<Expression> expression = compile(source, entity);
    if (expression.isPresent() && !wanted.fits(expression.get().type())) {
      problems.add(
          ProblemCode.WRONG_TYPE,
          source.spot(),
          new Text(
              "这里应得出" + wanted.zh() + "，实为 " + name(expression.get().type()),
              "this must give " + wanted.en() + " but gives " + name(expression.get().type())),
          new Text("改写表达式，或用比较得出是/否。", "Rewrite the expression, or compare to get true/false."));
      return Optional.empty();
    }
    return expression;
  }

  /** What a place in a bundle needs. */
  public enum Wanted {
    TRUTH("是/否", "true or false"),
    NUMBER("数", "a number"),
    TEXT("文字", "a text"),
    SUBJECT("一个对象", "one subject"),
    DAY("日期", "a date"),
    SUBJECTS("一组对象", "a list of subjects"),
    ORDERED("可比较大小的值", "something that can be put in order"),
    ANYTHING("值", "a value");

    private final String zh;
    private final String en;

    Wanted(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    String zh() {
      return zh;
    }

    String en() {
      return en;
    }

    boolean fits(FactType type) {
      return switch (this) {
        case TRUTH -> type instanceof FactType.Truth;
        case NUMBER -> type instanceof FactType.Number;
        case TEXT -> type instanceof FactType.Text || type instanceof FactType.Choice;
        case SUBJECT -> type instanceof FactType.One;
        case DAY -> type instanceof FactType.Day;
        case SUBJECTS -> type instanceof FactType.Many;
        case ORDERED ->
            !(type instanceof FactType.One
                || type instanceof FactType.Many
                || type instanceof FactType.Texts);
        case ANYTHING -> true;
      };
    }
  }

  /** Checks the expression of a derived fact and gives the fact its type and term. */
  public Optional<Expression> define(DerivedFact fact, Yaml.Scalar source) {
    Optional<Expression> expression = compile(source, fact.entity());
    expression.ifPresent(fact::define);
    return expression;
  }

  /** A compiler for the same bundle that also knows further facts of one entity. */
  public ExpressionCompiler knowing(String entity, Map<String, DerivedFact> more) {
    return new ExpressionCompiler(
        vocabulary.with(entity, more), lines, mentioned, parsed, problems);
  }

  /** The parameters that any expression used so far. */
  public Set<String> mentioned() {
    return mentioned;
  }

  /**
   * The derived facts that an expression about the entity reads itself, without checking it; none
   * if it cannot be read.
   */
  public Set<DerivedFact> reads(Yaml.Scalar source, String entity) {
    CelValidationResult written = parsed(source.text());
    return written.hasError()
        ? Set.of()
        : Sketch.of(tree(written).getExpr(), vocabulary, entity).derived();
  }

  private CelValidationResult parsed(String text) {
    return parsed.computeIfAbsent(text, CelEnvironment.PARSER::parse);
  }

  private static CelAbstractSyntaxTree tree(CelValidationResult right) {
    try {
      return right.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException("asked for errors before", e);
    }
  }

  /** Every name in it: of facts, variables and functions. */
  private static void collect(CelExpr expr, Set<String> names) {
    switch (expr.getKind()) {
      case IDENT -> names.add(expr.ident().name());
      case SELECT -> {
        names.add(expr.select().field());
        collect(expr.select().operand(), names);
      }
      case CALL -> {
        names.add(expr.call().function());
        expr.call().target().ifPresent(target -> collect(target, names));
        expr.call().args().forEach(argument -> collect(argument, names));
      }
      case LIST -> expr.list().elements().forEach(item -> collect(item, names));
      case COMPREHENSION -> {
        collect(expr.comprehension().iterRange(), names);
        collect(expr.comprehension().loopCondition(), names);
        collect(expr.comprehension().loopStep(), names);
      }
      default -> {}
    }
  }

  private Optional<Expression> compile(Yaml.Scalar source, @Nullable String entity) {
    String text = source.text();
    Positions positions =
        new Positions(source, lines.getOrDefault(source.spot().file(), List.of()));
    CelErrors errors = new CelErrors(vocabulary, entity, positions, text, problems);
    CelValidationResult written = parsed(text);
    if (written.hasError()) {
      // One slip makes the parser stumble on; the first place is the one to mend.
      written.getErrors().stream()
          .limit(1)
          .forEach(issue -> errors.report(issue, written.getSource(), null));
      return Optional.empty();
    }
    CelAbstractSyntaxTree tree = numbersOnly(tree(written));
    Set<String> names = new HashSet<>();
    collect(tree.getExpr(), names);
    CelValidationResult checked = CelEnvironment.checker(vocabulary, entity, names).check(tree);
    if (checked.hasError()) {
      for (CelIssue issue : checked.getErrors()) {
        errors.report(issue, tree.getSource(), tree.getExpr());
      }
      return Optional.empty();
    }
    CelAbstractSyntaxTree right = tree(checked);
    TermBuilder builder = new TermBuilder(vocabulary, entity, right, positions, problems);
    Optional<Expression> built = builder.build(text, factType(right.getResultType()));
    built.ifPresent(expression -> mentioned.addAll(expression.names().parameters()));
    return built;
  }

  /** There is one kind of number: whole literals become the checker's double. */
  private static CelAbstractSyntaxTree numbersOnly(CelAbstractSyntaxTree parsed) {
    CelMutableExpr expr = CelMutableExprConverter.fromCelExpr(parsed.getExpr());
    widen(expr);
    return CelAbstractSyntaxTree.newParsedAst(
        CelMutableExprConverter.fromMutableExpr(expr), parsed.getSource());
  }

  private static void widen(CelMutableExpr expr) {
    switch (expr.getKind()) {
      case CONSTANT -> {
        if (expr.constant().getKind() == CelConstant.Kind.INT64_VALUE) {
          expr.setConstant(CelConstant.ofValue((double) expr.constant().int64Value()));
        }
      }
      case SELECT -> widen(expr.select().operand());
      case CALL -> {
        expr.call().target().ifPresent(ExpressionCompiler::widen);
        expr.call().args().forEach(ExpressionCompiler::widen);
      }
      case LIST -> expr.list().elements().forEach(ExpressionCompiler::widen);
      case COMPREHENSION -> {
        widen(expr.comprehension().iterRange());
        widen(expr.comprehension().accuInit());
        widen(expr.comprehension().loopCondition());
        widen(expr.comprehension().loopStep());
        widen(expr.comprehension().result());
      }
      default -> {}
    }
  }

  static FactType factType(CelType type) {
    return switch (type.kind()) {
      case DOUBLE -> new FactType.Number(Unit.Dimension.ANY);
      case STRING -> new FactType.Text();
      case BOOL -> new FactType.Truth();
      case TIMESTAMP -> new FactType.Day();
      case STRUCT -> new FactType.One(type.name());
      case LIST ->
          type.parameters().get(0).kind() == CelKind.STRING
              ? new FactType.Texts()
              : new FactType.Many(type.parameters().get(0).name());
      default -> new FactType.Text();
    };
  }

  private static String name(FactType type) {
    return switch (type) {
      case FactType.Number n -> "number";
      case FactType.Text t -> "text";
      case FactType.Texts t -> "list of text";
      case FactType.Choice c -> c.enumeration();
      case FactType.Truth t -> "true/false";
      case FactType.Day d -> "date";
      case FactType.Moment m -> "moment";
      case FactType.One one -> one.entity();
      case FactType.Many many -> "list of " + many.entity();
    };
  }
}
