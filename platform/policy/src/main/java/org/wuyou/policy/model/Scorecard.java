package org.wuyou.policy.model;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.expression.Expression;

/**
 * Units beside each other on some indicators, ranked per indicator. There is a composite only where
 * weights are declared.
 *
 * @param composite whether one is asked for, which a reading may decide; absent means yes
 */
public record Scorecard(Head head, List<Column> columns, Optional<Expression> composite)
    implements Rule {
  public Scorecard {
    columns = List.copyOf(columns);
  }

  /**
   * @param target the target against which a unit's figure is held
   * @param weight the weight in a composite, if the region has set one
   */
  public record Column(Indicator indicator, Optional<Target> target, Optional<Parameter> weight) {}
}
