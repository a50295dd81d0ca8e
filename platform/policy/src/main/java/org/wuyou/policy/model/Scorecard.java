package org.wuyou.policy.model;

import java.util.List;
import java.util.Optional;

/**
 * Units beside each other on some indicators, ranked per indicator. There is a composite only where
 * weights are declared.
 */
public record Scorecard(Head head, List<Column> columns) implements Rule {
  public Scorecard {
    columns = List.copyOf(columns);
  }

  /**
   * @param target the target against which a unit's figure is held
   * @param weight the weight in a composite, if the region has set one
   */
  public record Column(Indicator indicator, Optional<Target> target, Optional<Parameter> weight) {}
}
