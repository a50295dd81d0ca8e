package org.wuyou.registry.hnte;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.wuyou.registry.read.YearColumn;
import org.wuyou.spi.data.Row;

/** Gathers what the criteria look at for an enterprise on a day. */
public final class HnteReader {
  private static final int YEARS = 3;

  private HnteReader() {}

  public static HnteFacts facts(Row enterprise, LocalDate asOf) {
    int lastYear = asOf.getYear() - 1;
    LocalDate registered = enterprise.date("registeredOn");
    List<HnteFacts.Year> years = new ArrayList<>();
    for (int year = lastYear; year > lastYear - YEARS; year--) {
      if (year == lastYear || registered == null || registered.getYear() <= year) {
        years.add(year(YearColumn.single(enterprise, "returns", year)));
      }
    }
    Row last = YearColumn.single(enterprise, "returns", lastYear);
    Row profile = YearColumn.single(enterprise, "hnteProfiles", lastYear);
    return new HnteFacts(
        asOf,
        lastYear,
        registered,
        years,
        last == null ? null : last.integer("employees"),
        last == null ? null : last.money("totalIncome"),
        profile == null ? null : profile.bool("ownsCoreIp"),
        profile == null ? null : profile.bool("supportedField"),
        profile == null ? null : profile.integer("technicalStaff"),
        profile == null ? null : profile.money("rdExpenseInChina"),
        profile == null ? null : profile.money("highTechIncome"),
        profile == null ? null : profile.decimal("innovationScore"),
        profile == null ? null : profile.bool("majorIncident"));
  }

  private static HnteFacts.Year year(@org.jspecify.annotations.Nullable Row yearlyReturn) {
    return yearlyReturn == null
        ? new HnteFacts.Year(null, null)
        : new HnteFacts.Year(yearlyReturn.money("rdExpense"), yearlyReturn.money("revenue"));
  }
}
