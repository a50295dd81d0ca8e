package org.wuyou.policy.model;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.expression.Expression;

/** Conditions that must all be met to be recognised, each with the evidence it rests on. */
public record Standard(Head head, String entity, Optional<Expression> where, List<Item> items)
    implements SubjectRule {
  public Standard {
    items = List.copyOf(items);
  }
}
