package org.wuyou.policy.expression;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.parse.Spelling;

/** Readings, and the words that stand for one of several values: whether they are ones. */
final class Choices {
  private static final String READING = "reading ";

  private final Vocabulary vocabulary;
  private final Complaints complaints;

  Choices(Vocabulary vocabulary, Complaints complaints) {
    this.vocabulary = vocabulary;
    this.complaints = complaints;
  }

  /** {@code reading('A-01')}: the choice taken. */
  Part reading(CelExpr expr) {
    CelExpr argument = expr.call().args().get(0);
    String id = id(expr);
    if (vocabulary.broken().contains(id)) {
      complaints.follow();
    } else if (!vocabulary.readings().containsKey(id)) {
      Optional<String> meant = Spelling.nearest(id, vocabulary.readings().keySet());
      complaints.add(
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
    Term term = frame -> new Value.Words(frame.run().reading(id));
    return new Part(term.as(Shape.SETTING), new FactType.Choice(READING + id), frame -> id);
  }

  /** The reading that the call names; empty if it names none outright. */
  static String id(CelExpr expr) {
    CelExpr argument = expr.call().args().get(0);
    return argument.getKind() == CelExpr.ExprKind.Kind.CONSTANT
        ? argument.constant().stringValue()
        : "";
  }

  /** Both sides of a comparison with a choice must be one of its values. */
  void check(CelExpr expr, List<Part> parts) {
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

  private static Stream<CelExpr> literals(CelExpr expr) {
    return switch (expr.getKind()) {
      case CONSTANT -> Stream.of(expr);
      case LIST -> expr.list().elements().stream().flatMap(Choices::literals);
      default -> Stream.empty();
    };
  }

  private void unknownChoice(CelExpr literal, List<String> values, boolean reading) {
    String written = literal.constant().stringValue();
    Optional<String> meant = Spelling.nearest(written, values);
    complaints.add(
        literal,
        reading ? ProblemCode.UNKNOWN_READING : ProblemCode.UNKNOWN_VALUE,
        written.length() + 2,
        new Text(
            "没有 " + written + " 这个取值" + meant.map(m -> "；是否想写 " + m + "？").orElse(""),
            "no value " + written + meant.map(m -> "; did you mean " + m + "?").orElse("")),
        new Text("可用的取值：" + String.join("、", values), "Values: " + String.join(", ", values)));
  }
}
