package org.wuyou.talent;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;

/** Tells when the enterprises of a session sum to more person-times than the session reports. */
final class AttendanceWithinTotal implements RowCheck {
  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    Row session = RowCheck.referred("TrainingSession", values.get("session"), before).orElse(null);
    Integer total = session == null ? null : session.integer("attendances");
    if (session == null || total == null) {
      return List.of();
    }
    Row enterprise = RowCheck.referred("Enterprise", values.get("enterprise"), before).orElse(null);
    int sum = (Integer) Objects.requireNonNull(values.get("persons")) + others(session, enterprise);
    return sum <= total
        ? List.of()
        : List.of(
            new Fault(
                Severity.WARNING,
                "ATTENDANCE_ABOVE_TOTAL",
                "persons",
                new Label(
                    "各企业合计 " + sum + " 人次，多于该场报告的 " + total + " 人次；请核对。",
                    "The enterprises sum to "
                        + sum
                        + " person-times, more than the "
                        + total
                        + " of the session; check both.")));
  }

  private static int others(Row session, @Nullable Row enterprise) {
    return session.related("attended").stream()
        .filter(other -> !Objects.equals(other.reference("enterprise"), enterprise))
        .mapToInt(other -> Objects.requireNonNull(other.integer("persons")))
        .sum();
  }
}
