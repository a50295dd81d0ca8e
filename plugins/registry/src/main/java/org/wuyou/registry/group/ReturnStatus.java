package org.wuyou.registry.group;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.wuyou.registry.yearly.ReturnChecks;
import org.wuyou.registry.yearly.ReturnDeadline;
import org.wuyou.registry.yearly.ReturnFigures;
import org.wuyou.spi.data.Row;

/**
 * Who reported a year, in time or late, and who did not. A return without a day of submission, such
 * as a draft, counts as missing.
 */
public record ReturnStatus(
    int year,
    LocalDate deadline,
    int expected,
    int inTime,
    int late,
    int missing,
    int flagged,
    List<Row> missingEnterprises) {

  public static ReturnStatus of(EnterpriseGroup group) {
    int inTime = 0;
    int late = 0;
    int flagged = 0;
    List<Row> missing = new ArrayList<>();
    for (Row enterprise : group.enterprises()) {
      Row yearlyReturn = group.returnOf(enterprise);
      LocalDate submitted = yearlyReturn == null ? null : yearlyReturn.date("submittedOn");
      if (yearlyReturn == null || submitted == null) {
        missing.add(enterprise);
        continue;
      }
      if (ReturnDeadline.inTime(group.year(), submitted)) {
        inTime++;
      } else {
        late++;
      }
      flagged += ReturnChecks.of(ReturnFigures.of(yearlyReturn)).isEmpty() ? 0 : 1;
    }
    return new ReturnStatus(
        group.year(),
        ReturnDeadline.of(group.year()),
        group.enterprises().size(),
        inTime,
        late,
        missing.size(),
        flagged,
        List.copyOf(missing));
  }
}
