package org.wuyou.policy.model;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.expression.Expression;

/** Figures of a subject, each with a name; a later one may be made of earlier ones. */
public record Calculation(
    Head head,
    String entity,
    Optional<Expression> recipient,
    Optional<Expression> where,
    List<Figure> figures)
    implements Rule {
  public Calculation {
    figures = List.copyOf(figures);
  }

  /**
   * @param unit in which it is shown; absent for what is no number
   */
  public record Figure(String id, Text name, Optional<Unit> unit, Expression value) {}
}
