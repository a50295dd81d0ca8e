package org.wuyou.policy.model;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.Text;
import org.wuyou.policy.expression.Expression;

/**
 * What follows from a fault.
 *
 * @param where whom it threatens
 * @param any whether one fault is enough; absent means yes, false means all are needed
 */
public record Sanction(
    Head head,
    String entity,
    Optional<Expression> where,
    List<Fault> faults,
    Optional<Expression> any,
    List<Effect> effects)
    implements Rule {
  public Sanction {
    faults = List.copyOf(faults);
    effects = List.copyOf(effects);
  }

  /**
   * @param item its condition holds for those at fault
   * @param plan a figure of the subject's own plan; without it the fault cannot be found
   */
  public record Fault(Item item, Optional<Expression> plan) {}

  public record Effect(String id, Text name) {}
}
