package org.wuyou.policy.model;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.expression.Expression;

/**
 * Who is on a list on a day.
 *
 * @param where who belongs to it
 * @param except who is left out of those: the list of the rest, such as the never trained
 */
public record Roster(
    Head head,
    String entity,
    Optional<Expression> where,
    Optional<Expression> except,
    List<Column> columns,
    List<SortKey> order)
    implements Rule {
  public Roster {
    columns = List.copyOf(columns);
    order = List.copyOf(order);
  }

  public record Column(String id, Text name, Optional<Unit> unit, Expression value) {}
}
