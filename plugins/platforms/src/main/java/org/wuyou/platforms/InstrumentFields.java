package org.wuyou.platforms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.Registration;
import org.wuyou.spi.data.Row;

/** How much an instrument was used in a year. */
final class InstrumentFields {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private InstrumentFields() {}

  /** What {@code InstrumentUsage} declares. */
  record Usage(
      int year,
      int bookings,
      int users,
      BigDecimal usedHours,
      @Nullable BigDecimal availableHours,
      @Nullable BigDecimal rate) {}

  static void register(Registration registration) {
    registration.field(
        "Instrument",
        "usage",
        call -> usage(call.row(), Objects.requireNonNull(call.<Integer>argument("year"))));
  }

  private static Usage usage(Row instrument, int year) {
    List<Row> bookings =
        instrument.related("bookings").stream()
            .filter(booking -> booking.value("cancelledOn") == null && beganIn(booking, year))
            .toList();
    BigDecimal used =
        bookings.stream()
            .map(booking -> booking.decimal("usedHours"))
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal available = instrument.decimal("availableHours");
    return new Usage(
        year,
        bookings.size(),
        (int) bookings.stream().map(InstrumentFields::user).distinct().count(),
        used,
        available,
        rate(used, available));
  }

  private static boolean beganIn(Row booking, int year) {
    Instant start = (Instant) Objects.requireNonNull(booking.value("startsAt"));
    return start.atZone(BEIJING).getYear() == year;
  }

  private static Object user(Row booking) {
    Row enterprise = booking.reference("user");
    return enterprise == null ? String.valueOf(booking.text("userName")) : enterprise.id();
  }

  private static @Nullable BigDecimal rate(BigDecimal used, @Nullable BigDecimal available) {
    return available == null || available.signum() == 0
        ? null
        : used.movePointRight(2).divide(available, 2, RoundingMode.HALF_UP);
  }
}
