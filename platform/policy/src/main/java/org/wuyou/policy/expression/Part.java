package org.wuyou.policy.expression;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit.Dimension;
import org.wuyou.policy.facts.FactType;

/**
 * A part of an expression.
 *
 * @param type with the enumeration or entity that the checker's type no longer shows; a moment
 *     counts as its day
 * @param path how a person would name the fact, for saying which is missing
 * @param label its name, if it is one fact
 * @param quotient its parts, if it is one number over another
 */
record Part(
    Term term,
    @Nullable FactType type,
    Function<Frame, String> path,
    Optional<Text> label,
    Optional<Expression.Quotient> quotient) {
  Part {
    type = type instanceof FactType.Moment ? new FactType.Day() : type;
  }

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
