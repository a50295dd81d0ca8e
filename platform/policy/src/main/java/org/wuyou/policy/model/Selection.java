package org.wuyou.policy.model;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.expression.Expression;

/**
 * The best so many of those who meet all conditions.
 *
 * @param top how many are selected
 * @param waiting how many more are kept waiting; absent means all others
 * @param order by what candidates are compared, later keys breaking the ties of earlier ones
 * @param needs what must be known of every candidate before a selection is made
 */
public record Selection(
    Head head,
    String entity,
    Optional<Expression> where,
    List<Item> items,
    Parameter top,
    Optional<Parameter> waiting,
    List<SortKey> order,
    List<Expression> needs)
    implements SubjectRule {
  public Selection {
    items = List.copyOf(items);
    order = List.copyOf(order);
    needs = List.copyOf(needs);
  }
}
