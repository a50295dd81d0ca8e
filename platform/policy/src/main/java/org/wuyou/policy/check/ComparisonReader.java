package org.wuyou.policy.check;

import java.util.Optional;
import org.wuyou.policy.Operator;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.Words;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.ExpressionCompiler.Wanted;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Yaml;

/**
 * Reads a comparison in the words of the document: {@code figure} (an expression), {@code must}
 * (以上, 超过, 不足 …) and {@code value} (a parameter).
 */
final class ComparisonReader {
  private final RuleContext context;

  ComparisonReader(RuleContext context) {
    this.context = context;
  }

  Optional<Expression> read(Keys keys, String entity) {
    Optional<Yaml.Scalar> figure = keys.requiredScalar("figure");
    Optional<Operator> operator = keys.requiredScalar("must").flatMap(this::operator);
    Optional<Parameter> bound = context.parameter(keys, "value");
    if (!keys.has("value")) {
      keys.missing("value");
    }
    // Alone first, so that what is no figure is told as such; its place is the same in both.
    boolean isFigure =
        figure.flatMap(f -> context.expressions().compile(f, entity, Wanted.NUMBER)).isPresent();
    if (!isFigure || operator.isEmpty() || bound.isEmpty()) {
      return Optional.empty();
    }
    Yaml.Scalar written = figure.orElseThrow();
    String symbol = operator.get() == Operator.EQUAL ? "==" : operator.get().symbol();
    String whole = written.text() + " " + symbol + " " + bound.get().id();
    return context
        .expressions()
        .compile(new Yaml.Scalar(written.spot(), whole, false), entity, Wanted.TRUTH);
  }

  private Optional<Operator> operator(Yaml.Scalar word) {
    Optional<Words.Meaning> meaning = Words.standard().meaning(word.text());
    if (meaning.isEmpty()) {
      context.unknownValue(word, Words.standard().meanings().keySet());
    } else if (meaning.get().operator().isEmpty()) {
      context
          .problems()
          .add(
              ProblemCode.UNKNOWN_VALUE,
              word.spot(),
              new Text(
                  word.text() + " 不含数字，不能比较", word.text() + " names no figure to compare with"),
              new Text(
                  "改用 if 写出条件，或交由人判断。", "Write the condition with if, or leave it to a person."));
    }
    return meaning.flatMap(Words.Meaning::operator);
  }
}
