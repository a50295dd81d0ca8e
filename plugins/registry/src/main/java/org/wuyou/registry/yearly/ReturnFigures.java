package org.wuyou.registry.yearly;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.value.Money;

/** The figures of a yearly return that its logic checks compare; null where left blank. */
public record ReturnFigures(
    @Nullable Money revenue,
    @Nullable Money mainBusinessRevenue,
    @Nullable Money totalIncome,
    @Nullable Money output,
    @Nullable Money newProductOutput,
    @Nullable Money newProductSales,
    @Nullable Money rdExpenditure,
    @Nullable Money rdExpense,
    @Nullable Money superDeductionBase,
    @Nullable Integer employees,
    @Nullable Integer rdPersonnel,
    @Nullable Integer rdProjects,
    @Nullable Integer rdInstitutions) {

  public static ReturnFigures of(Row row) {
    return new ReturnFigures(
        row.money("revenue"),
        row.money("mainBusinessRevenue"),
        row.money("totalIncome"),
        row.money("output"),
        row.money("newProductOutput"),
        row.money("newProductSales"),
        row.money("rdExpenditure"),
        row.money("rdExpense"),
        row.money("superDeductionBase"),
        row.integer("employees"),
        row.integer("rdPersonnel"),
        row.integer("rdProjectCount"),
        row.integer("rdInstitutionCount"));
  }

  /** Of a row that is about to be written. */
  public static ReturnFigures of(Map<String, @Nullable Object> values) {
    return new ReturnFigures(
        (Money) values.get("revenue"),
        (Money) values.get("mainBusinessRevenue"),
        (Money) values.get("totalIncome"),
        (Money) values.get("output"),
        (Money) values.get("newProductOutput"),
        (Money) values.get("newProductSales"),
        (Money) values.get("rdExpenditure"),
        (Money) values.get("rdExpense"),
        (Money) values.get("superDeductionBase"),
        (Integer) values.get("employees"),
        (Integer) values.get("rdPersonnel"),
        (Integer) values.get("rdProjectCount"),
        (Integer) values.get("rdInstitutionCount"));
  }
}
