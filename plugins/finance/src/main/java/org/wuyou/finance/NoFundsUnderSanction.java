package org.wuyou.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;

/**
 * Who is barred from project funds by a sanction gets none while it lasts; that an application was
 * refused may be recorded. Sanctions are kept by the supervision module: without it nobody is
 * barred.
 */
final class NoFundsUnderSanction implements RowCheck {
  private static final String SANCTION = "Sanction";
  private static final String BARRED = "NO_FISCAL_PROJECT_FUNDS_ANY_LEVEL";

  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    if (!before.model().entities().containsKey(SANCTION) || "REFUSED".equals(values.get("state"))) {
      return List.of();
    }
    Object decided = values.get("decidedOn");
    LocalDate day = (LocalDate) (decided == null ? values.get("appliedOn") : decided);
    return RowCheck.referred("Enterprise", values.get("enterprise"), before).stream()
        .flatMap(enterprise -> enterprise.related("sanctions").stream())
        .filter(sanction -> bars(sanction, day))
        .map(NoFundsUnderSanction::fault)
        .toList();
  }

  /** Whether the sanction bars on that day; without a day, whether it has not been lifted. */
  private static boolean bars(Row sanction, @Nullable LocalDate day) {
    LocalDate from = sanction.date("decidedOn");
    LocalDate lifted = sanction.date("liftedOn");
    boolean inForce =
        day == null
            ? lifted == null
            : from != null && !day.isBefore(from) && (lifted == null || day.isBefore(lifted));
    return inForce
        && sanction.value("effects") instanceof List<?> effects
        && effects.contains(BARRED);
  }

  private static Fault fault(Row sanction) {
    String clause = sanction.text("policy") + " " + sanction.text("clause");
    String reasons = sanction.value("reasons") instanceof List<?> codes ? join(codes) : "–";
    return new Fault(
        Severity.ERROR,
        "SANCTIONED",
        "enterprise",
        new Label(
            "该企业因 %s 受惩戒（%s，%s 年度），不得享受财政项目资金；解除惩戒后再申请，或记为不予支持。"
                .formatted(reasons, clause, sanction.integer("year")),
            "The enterprise is barred from project funds by a sanction (%s, %s, year %s); apply once it is lifted, or record the refusal."
                .formatted(reasons, clause, sanction.integer("year"))));
  }

  private static String join(List<?> codes) {
    return String.join("、", codes.stream().map(String::valueOf).toList());
  }
}
