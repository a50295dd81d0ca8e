package org.wuyou.registry.yearly;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.registry.figure.Growth;
import org.wuyou.registry.figure.Ratio;
import org.wuyou.registry.read.Arguments;
import org.wuyou.registry.read.YearColumn;
import org.wuyou.spi.Call;
import org.wuyou.spi.Registration;
import org.wuyou.spi.RowCheck.Fault;
import org.wuyou.spi.RowCheck.Severity;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.value.Money;

/** Answers what can be told from the yearly returns of one enterprise, and checks returns. */
public final class ReturnFields {
  private ReturnFields() {}

  public static void register(Registration registration) {
    registration.field("Enterprise", "returnOf", call -> of(call, Arguments.year(call)));
    registration.field("Enterprise", "rdActivity", ReturnFields::rdActivity);
    registration.field("Enterprise", "rdGrowth", ReturnFields::rdGrowth);
    registration.field("Enterprise", "rdIntensity", ReturnFields::rdIntensity);
    registration.field(
        "YearlyReturn", "flags", call -> ReturnChecks.of(ReturnFigures.of(call.row())));
    registration.field("YearlyReturn", "submittedInTime", call -> inTime(call.row()));
    registration.check("YearlyReturn", ReturnFields::warnings);
  }

  private static @Nullable Row of(Call call, int year) {
    return YearColumn.single(call.row(), "returns", year);
  }

  private static @Nullable Money amount(Call call, int year, String field) {
    Row yearlyReturn = of(call, year);
    return yearlyReturn == null ? null : yearlyReturn.money(field);
  }

  private static @Nullable Boolean rdActivity(Call call) {
    Money rd = amount(call, Arguments.year(call), "rdExpenditure");
    return rd == null ? null : rd.fen() > 0;
  }

  private static Growth rdGrowth(Call call) {
    int year = Arguments.year(call);
    return Growth.of(amount(call, year - 1, "rdExpenditure"), amount(call, year, "rdExpenditure"));
  }

  private static Ratio rdIntensity(Call call) {
    int year = Arguments.year(call);
    return Ratio.of(amount(call, year, "rdExpenditure"), amount(call, year, "revenue"));
  }

  private static @Nullable Boolean inTime(Row yearlyReturn) {
    LocalDate submitted = yearlyReturn.date("submittedOn");
    int year = Objects.requireNonNull(yearlyReturn.integer("year"));
    return submitted == null ? null : ReturnDeadline.inTime(year, submitted);
  }

  private static List<Fault> warnings(Map<String, @Nullable Object> values, Snapshot before) {
    return ReturnChecks.of(ReturnFigures.of(values)).stream()
        .map(f -> new Fault(Severity.WARNING, f.code(), f.fields().getFirst(), f.message()))
        .toList();
  }
}
