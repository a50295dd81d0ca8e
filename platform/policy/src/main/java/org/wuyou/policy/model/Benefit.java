package org.wuyou.policy.model;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.expression.Expression;

/**
 * What is given to those who meet all conditions.
 *
 * @param once what may be claimed one time only
 * @param award how much is given
 */
public record Benefit(
    Head head,
    String entity,
    Optional<Expression> recipient,
    Optional<Expression> where,
    List<Item> items,
    Optional<Once> once,
    Award award)
    implements SubjectRule {
  public Benefit {
    items = List.copyOf(items);
  }

  /**
   * Of the claims that agree in all of {@code by}, the first is granted.
   *
   * @param first by what claims are put in order; absent means by name
   */
  public record Once(List<Expression> by, Optional<Expression> first) {
    public Once {
      by = List.copyOf(by);
    }
  }
}
