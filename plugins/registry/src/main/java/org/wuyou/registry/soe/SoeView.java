package org.wuyou.registry.soe;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.registry.figure.Ratio;
import org.wuyou.registry.read.YearColumn;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.value.Money;

/**
 * How a state-owned enterprise stands in the assessment of its innovation.
 *
 * @param deemedProfit profit with R&amp;D expenditure counted as profit; null if either is missing
 */
public record SoeView(
    @Nullable String ownership,
    @Nullable BigDecimal averageGrowth,
    FloorGrowth.Result floorResult,
    @Nullable Money profit,
    @Nullable Money deemedProfit,
    @Nullable Money rdExpenditure,
    Ratio rdIntensity,
    @Nullable Integer rdPersonnel,
    @Nullable Money newProductSales) {

  /**
   * The sheet of one year.
   *
   * @param from first year of the average growth
   * @param appliesTo ownerships that the floor covers
   */
  public static SoeView of(
      Row enterprise, int from, int year, @Nullable BigDecimal floor, List<String> appliesTo) {
    Row first = YearColumn.single(enterprise, "returns", from);
    Row last = YearColumn.single(enterprise, "returns", year);
    Money base = first == null ? null : first.money("rdExpenditure");
    Money rd = last == null ? null : last.money("rdExpenditure");
    Money profit = last == null ? null : last.money("profit");
    String ownership = enterprise.text("ownership");
    FloorGrowth growth = new FloorGrowth(base, rd, year - from);
    boolean covered = ownership != null && appliesTo.contains(ownership);
    return new SoeView(
        ownership,
        growth.percent(),
        covered ? growth.test(floor) : FloorGrowth.Result.NOT_TESTED,
        profit,
        profit == null || rd == null ? null : profit.plus(rd),
        rd,
        Ratio.of(rd, last == null ? null : last.money("revenue")),
        last == null ? null : last.integer("rdPersonnel"),
        last == null ? null : last.money("newProductSales"));
  }
}
