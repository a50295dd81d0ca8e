package org.wuyou.platforms;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;

/** A booking ends after it begins, and no other booking of the instrument lies in its time. */
final class FreeForBooking implements RowCheck {
  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    Instant from = (Instant) Objects.requireNonNull(values.get("startsAt"));
    Instant to = (Instant) Objects.requireNonNull(values.get("endsAt"));
    if (!from.isBefore(to)) {
      return List.of(
          fault(
              "BOOKING_TIMES",
              "endsAt",
              "结束时刻应晚于开始时刻；请改正。",
              "A booking ends after it begins; mend the times."));
    }
    if (values.get("cancelledOn") != null) {
      return List.of();
    }
    return RowCheck.referred("Instrument", values.get("instrument"), before)
        .flatMap(instrument -> taken(instrument, values.get("code"), from, to))
        .map(
            other ->
                List.of(
                    fault(
                        "BOOKING_OVERLAP",
                        "startsAt",
                        "该时段已被预约 " + other.text("code") + " 占用；请另选时段。",
                        "Booking "
                            + other.text("code")
                            + " has the instrument at that time; choose another.")))
        .orElse(List.of());
  }

  private static Optional<Row> taken(
      Row instrument, @Nullable Object code, Instant from, Instant to) {
    return instrument.related("bookings").stream()
        .filter(other -> !Objects.equals(other.text("code"), code))
        .filter(other -> other.value("cancelledOn") == null)
        .filter(other -> at(other, "startsAt").isBefore(to) && from.isBefore(at(other, "endsAt")))
        .findFirst();
  }

  private static Instant at(Row booking, String field) {
    return (Instant) Objects.requireNonNull(booking.value(field));
  }

  private static Fault fault(String code, String field, String zh, String en) {
    return new Fault(Severity.ERROR, code, field, new Label(zh, en));
  }
}
