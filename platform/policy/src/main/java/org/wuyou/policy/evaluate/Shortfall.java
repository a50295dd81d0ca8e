package org.wuyou.policy.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;

/**
 * What would make an unmet comparison hold: by how much one figure must change.
 *
 * @param figure the name of the figure to change
 * @param amount by how much, in the base unit, positive or zero
 * @param unit in which it is shown
 * @param less whether it must fall; otherwise it must rise
 * @param beyond whether the bound itself is not enough
 * @param relative the distance to the bound as a part of the bound, if the bound is not zero
 */
public record Shortfall(
    Text figure, Exact amount, Unit unit, boolean less, boolean beyond, Optional<Exact> relative) {

  /** The change in the unit; shown a little too large rather than too small. */
  public String shown() {
    return Exact.of(ceiling(unit.fromBase(amount))) + " " + unit.zh();
  }

  /** The change in a sentence. */
  public Text say() {
    Unit english = unit.dimension() == Unit.Dimension.MONEY ? Unit.YUAN : unit;
    String more = grouped(ceiling(english.fromBase(amount))) + " " + english.label().en();
    return new Text(
        figure.zh() + (less ? "须减少" : "还差") + (beyond ? "超过 " : " ") + shown(),
        figure.en() + ": " + (beyond ? "beyond " : "") + more + (less ? " less" : " more"));
  }

  private static BigDecimal ceiling(Exact value) {
    BigDecimal rounded = value.rounded(2);
    return Exact.of(rounded).compareTo(value) < 0
        ? rounded.add(new BigDecimal("0.01"))
        : rounded.setScale(2, RoundingMode.UNNECESSARY);
  }

  private static String grouped(BigDecimal value) {
    return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(value);
  }
}
