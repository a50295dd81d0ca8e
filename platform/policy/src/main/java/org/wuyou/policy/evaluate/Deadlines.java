package org.wuyou.policy.evaluate;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.model.Series;

/** Days and moments by which things are owed, in the time of China. */
public final class Deadlines {
  private Deadlines() {}

  /** The first moment after the time allowed. */
  static Instant passed(LocalDate due, Series.Bound bound) {
    return switch (bound) {
      case INCLUSIVE -> startOf(due.plusDays(1));
      case EXCLUSIVE -> startOf(due);
      case NEXT_WORKING_DAY -> startOf(workingDay(due).plusDays(1));
    };
  }

  /** The last moment of the day: what a day stands for where a moment is asked. */
  public static Instant lastMomentOf(LocalDate day) {
    return endOf(day).minusMillis(1);
  }

  /** The moment at which the day has ended. */
  static Instant endOf(LocalDate day) {
    return startOf(day.plusDays(1));
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(FactType.Moment.ZONE).toInstant();
  }

  /** The day itself, or the Monday after a weekend. */
  static LocalDate workingDay(LocalDate day) {
    LocalDate working = day;
    while (working.getDayOfWeek() == DayOfWeek.SATURDAY
        || working.getDayOfWeek() == DayOfWeek.SUNDAY) {
      working = working.plusDays(1);
    }
    return working;
  }

  static Timeliness standing(Optional<Instant> done, Instant passed, Instant at) {
    return done.filter(moment -> !moment.isAfter(at))
        .map(moment -> moment.isBefore(passed) ? Timeliness.ON_TIME : Timeliness.LATE)
        .orElse(at.isBefore(passed) ? Timeliness.PENDING : Timeliness.MISSING);
  }

  /** A stretch of time for which something is owed, by the name people give it. */
  record Period(String name, LocalDate last) {
    /** Whether the record speaks of it: by its name, or by the month in which it ends. */
    boolean named(String written) {
      return written.replace("-Q", "Q").equals(name)
          || written.equals(YearMonth.from(last).toString());
    }
  }

  /** The periods from the one that holds {@code first} to the one that holds {@code last}. */
  static List<Period> periods(Series.Every every, YearMonth first, YearMonth last) {
    int months = months(every);
    List<Period> periods = new ArrayList<>();
    YearMonth end = endOfPeriod(first, months);
    while (!end.isAfter(endOfPeriod(last, months))) {
      periods.add(new Period(name(every, end), end.atEndOfMonth()));
      end = end.plusMonths(months);
    }
    return periods;
  }

  private static int months(Series.Every every) {
    return switch (every) {
      case MONTH -> 1;
      case QUARTER -> 3;
      case YEAR -> 12;
      case ONCE -> throw new IllegalArgumentException("what is owed once has no periods");
    };
  }

  private static YearMonth endOfPeriod(YearMonth month, int months) {
    int last = (month.getMonthValue() + months - 1) / months * months;
    return month.withMonth(last);
  }

  private static String name(Series.Every every, YearMonth end) {
    return switch (every) {
      case MONTH -> end.toString();
      case QUARTER -> end.getYear() + "Q" + end.getMonthValue() / 3;
      case YEAR, ONCE -> String.valueOf(end.getYear());
    };
  }
}
