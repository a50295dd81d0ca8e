package org.wuyou.gateway.files.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Tells dates from numbers by the cell's number format, as spreadsheets do. */
final class DateFormats {
  private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

  private DateFormats() {}

  /** Whether the format shows days: a y or d outside quotes, brackets and escapes. */
  static boolean showsDays(@Nullable String format) {
    if (format == null) {
      return false;
    }
    boolean quoted = false;
    boolean bracketed = false;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      switch (c) {
        case '"' -> quoted = !quoted;
        case '[' -> bracketed = !quoted || bracketed;
        case ']' -> bracketed = false;
        case '\\', '_', '*' -> i++;
        case 'y', 'Y', 'd', 'D' -> {
          if (!quoted && !bracketed) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /** The moment a serial number stands for; the number itself if it lies outside the calendar. */
  static Cell moment(BigDecimal serial, boolean from1904) {
    if (serial.signum() <= 0 || serial.compareTo(LAST_DAY) > 0) {
      return new Cell.Number(serial);
    }
    BigDecimal days = serial.setScale(0, RoundingMode.DOWN);
    long seconds =
        serial
            .subtract(days)
            .multiply(SECONDS_OF_DAY)
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    LocalDateTime day;
    if (from1904) {
      day = LocalDate.of(1904, 1, 1).plusDays(days.longValueExact()).atStartOfDay();
    } else {
      // Serial 60 is 29 February 1900, a day that spreadsheets count and calendars do not have.
      long number = days.longValueExact();
      day = LocalDate.of(1899, 12, 30).plusDays(number < 60 ? number + 1 : number).atStartOfDay();
    }
    return new Cell.Moment(day.plusSeconds(seconds));
  }
}
