package org.wuyou.policy.model;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.expression.Expression;

/**
 * A figure that is followed.
 *
 * @param each the entity of which each subject has its own figure; without it the division has one
 * @param population whom the figure is formed over; absent for a subject's or division's own figure
 */
public record Indicator(
    String id,
    Text name,
    Unit unit,
    Optional<String> each,
    Optional<Expression> eachWhere,
    Optional<Population> population,
    Measure measure) {

  /** How the figure is formed. */
  public sealed interface Measure {}

  /** How many satisfy the condition. */
  public record Count(Expression having) implements Measure {}

  /**
   * How many more satisfy the condition than at the end of an earlier year.
   *
   * @param since the earlier year; absent means the year before
   */
  public record NetIncrease(Expression having, Optional<Expression> since) implements Measure {}

  /** Which part of the population satisfies the condition. */
  public record Share(Expression having) implements Measure {}

  /** The total of a figure. */
  public record Sum(Expression value) implements Measure {}

  /** The total of one figure over the total of another, not the mean of the quotients. */
  public record Ratio(Expression value, Expression per) implements Measure {}

  /**
   * Growth of a figure against the year before.
   *
   * @param sameList whether only those count that reported both years; absent means yes
   */
  public record Growth(Expression value, Optional<Expression> sameList) implements Measure {}

  /**
   * Average yearly growth of a subject's figure since a base year.
   *
   * @param since the base year
   * @param arithmetic whether the mean of the yearly rates is taken instead of the compound rate
   */
  public record YearlyGrowth(Expression value, Expression since, Optional<Expression> arithmetic)
      implements Measure {}

  /** Several counts or totals taken together. */
  public record Together(List<Indicator> parts) implements Measure {
    public Together {
      parts = List.copyOf(parts);
    }
  }

  /** The figure itself, as an expression. */
  public record Plain(Expression value) implements Measure {}
}
