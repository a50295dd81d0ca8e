package org.wuyou.policy.model;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.expression.Expression;

/**
 * Who comes before whom. A preference "under equal conditions" is a later key: it decides only
 * among those whom the earlier keys leave equal.
 */
public record Priority(Head head, String entity, Optional<Expression> where, List<SortKey> order)
    implements Rule {
  public Priority {
    order = List.copyOf(order);
  }
}
