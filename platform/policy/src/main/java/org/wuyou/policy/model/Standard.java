package org.wuyou.policy.model;

import java.util.List;
import org.wuyou.policy.Text;
import org.wuyou.policy.expression.Expression;

/** Conditions that must all be met to be recognised, each with the evidence it rests on. */
public record Standard(Head head, String entity, List<Item> items) implements Rule {
  public Standard {
    items = List.copyOf(items);
  }

  public record Item(String id, Text name, Text say, Expression condition) {}
}
