package org.wuyou.registry.yearly;

import java.time.LocalDate;
import java.time.Month;

/** The day by which enterprises report a year: 10 March of the next one, that day included. */
public final class ReturnDeadline {
  private ReturnDeadline() {}

  public static LocalDate of(int year) {
    return LocalDate.of(year + 1, Month.MARCH, 10);
  }

  public static boolean inTime(int year, LocalDate submittedOn) {
    return !submittedOn.isAfter(of(year));
  }
}
