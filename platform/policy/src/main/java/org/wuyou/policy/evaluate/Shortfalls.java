package org.wuyou.policy.evaluate;

import java.util.Optional;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.expression.Expression.Comparison;
import org.wuyou.policy.expression.Expression.Quotient;
import org.wuyou.policy.expression.Frame;
import org.wuyou.policy.expression.Value;

/** Finds what is lacking where a figure does not stand to its bound as it must. */
final class Shortfalls {
  private Shortfalls() {}

  /**
   * @param clause what the figure is called where it has no name of its own
   * @param unit the unit of the bound, if it has one
   */
  static Optional<Shortfall> of(
      Comparison comparison, Frame frame, Text clause, Optional<Unit> unit) {
    if (!(comparison.left().in(frame) instanceof Value.Number figure)
        || !(comparison.right().in(frame) instanceof Value.Number bound)) {
      return Optional.empty();
    }
    Exact distance = bound.exact().minus(figure.exact());
    Optional<Exact> relative =
        bound.exact().isZero()
            ? Optional.empty()
            : Optional.of(size(distance.dividedBy(bound.exact())));
    boolean less = comparison.symbol().startsWith("<");
    boolean beyond = !comparison.symbol().endsWith("=");
    Optional<Shortfall> inPart =
        comparison
            .quotient()
            .flatMap(quotient -> inPart(quotient, frame, bound.exact(), less, beyond, relative));
    return inPart.or(
        () ->
            Optional.of(
                new Shortfall(
                    comparison.label().orElse(clause),
                    size(distance),
                    unit.filter(u -> u.dimension() == comparison.dimension())
                        .orElse(unit(comparison.dimension())),
                    less,
                    beyond,
                    relative)));
  }

  /** A ratio is raised by what stands above the line; that is what people can change. */
  private static Optional<Shortfall> inPart(
      Quotient quotient,
      Frame frame,
      Exact bound,
      boolean less,
      boolean beyond,
      Optional<Exact> relative) {
    if (quotient.label().isEmpty()
        || !(quotient.above().in(frame) instanceof Value.Number above)
        || !(quotient.below().in(frame) instanceof Value.Number below)
        || below.exact().signum() <= 0) {
      return Optional.empty();
    }
    Exact wanted = bound.times(below.exact());
    return Optional.of(
        new Shortfall(
            quotient.label().get(),
            size(wanted.minus(above.exact())),
            unit(quotient.dimension()),
            less,
            beyond,
            relative));
  }

  private static Exact size(Exact value) {
    return value.signum() < 0 ? value.negated() : value;
  }

  private static Unit unit(Unit.Dimension dimension) {
    return switch (dimension) {
      case MONEY -> Unit.WAN_YUAN;
      case RATIO -> Unit.POINT;
      case TIME -> Unit.DAY;
      case MONTHS -> Unit.MONTH;
      case YEARS -> Unit.YEAR;
      case MINUTES -> Unit.MINUTE;
      case AREA -> Unit.MU;
      case COUNT, ANY -> Unit.ITEM;
    };
  }
}
