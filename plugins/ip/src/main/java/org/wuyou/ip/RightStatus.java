package org.wuyou.ip;

import java.time.LocalDate;
import java.util.Objects;
import org.wuyou.spi.data.Row;

/** The state of an IP right on a day. */
enum RightStatus {
  NOT_FILED,
  PENDING,
  IN_FORCE,
  LAPSED;

  static RightStatus of(Row right, LocalDate day) {
    LocalDate granted = right.date("grantedOn");
    LocalDate lapsed = right.date("lapsedOn");
    if (day.isBefore(Objects.requireNonNull(right.date("filedOn")))) {
      return NOT_FILED;
    }
    if (lapsed != null && !day.isBefore(lapsed)) {
      return LAPSED;
    }
    return granted == null || day.isBefore(granted) ? PENDING : IN_FORCE;
  }
}
