package org.wuyou.registry.hnte;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.value.Money;

/**
 * What the criteria look at; null where the register holds nothing.
 *
 * @param lastYear the last accounting year
 * @param years R&amp;D expense and sales of the last three accounting years in which the enterprise
 *     existed, the last one first
 */
public record HnteFacts(
    LocalDate asOf,
    int lastYear,
    @Nullable LocalDate registeredOn,
    List<Year> years,
    @Nullable Integer employees,
    @Nullable Money totalIncome,
    @Nullable Boolean ownsCoreIp,
    @Nullable Boolean supportedField,
    @Nullable Integer technicalStaff,
    @Nullable Money rdExpenseInChina,
    @Nullable Money highTechIncome,
    @Nullable BigDecimal innovationScore,
    @Nullable Boolean majorIncident) {

  /** R&amp;D expense (accounting) and sales of one accounting year. */
  public record Year(@Nullable Money rdExpense, @Nullable Money sales) {}

  public HnteFacts {
    years = List.copyOf(years);
    if (years.isEmpty()) {
      throw new IllegalArgumentException("at least the last accounting year");
    }
  }

  /** R&amp;D expense of the years, null if one of them is missing. */
  @Nullable Money rdExpense() {
    return years.stream().anyMatch(y -> y.rdExpense() == null)
        ? null
        : years.stream().map(Year::rdExpense).reduce(Money.ZERO, Money::plus);
  }

  /** Sales of the years, null if one of them is missing. */
  @Nullable Money sales() {
    return years.stream().anyMatch(y -> y.sales() == null)
        ? null
        : years.stream().map(Year::sales).reduce(Money.ZERO, Money::plus);
  }

  @Nullable Money lastSales() {
    return years.getFirst().sales();
  }
}
