package org.wuyou.policy.model;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.Text;
import org.wuyou.policy.expression.Expression;

/**
 * Time limits that run for each subject from a day of its own.
 *
 * @param when whom it speaks of
 * @param start the day from which the limits run
 */
public record Clock(
    Head head, String entity, Optional<Expression> when, Expression start, List<Step> steps)
    implements Rule {
  public Clock {
    steps = List.copyOf(steps);
  }

  /**
   * One limit.
   *
   * @param within how long after the start, in days, months or years; 0 days is the day itself
   * @param done the day on which it was done
   * @param when whether the limit runs for the subject
   */
  public record Step(
      String id, Text name, Parameter within, Expression done, Optional<Expression> when) {}
}
