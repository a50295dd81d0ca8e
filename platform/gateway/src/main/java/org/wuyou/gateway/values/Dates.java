package org.wuyou.gateway.values;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wuyou.spi.value.Parsed;

/**
 * Dates as people write them: {@code 2021-06-02}, {@code 2021/6/2}, {@code 2021.6.2}, {@code
 * 2021年6月2日}, {@code 20210602}; a time of day behind a date is accepted only if it is midnight.
 */
final class Dates {
  /** Texts without an offset are in Beijing time. */
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private static final Pattern DAY =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|/(\\d{1,2})/(\\d{1,2})|\\.(\\d{1,2})\\.(\\d{1,2})"
              + "|年(\\d{1,2})月(\\d{1,2})[日号]|(\\d{2})(\\d{2}))(?:[ T]0{1,2}:00(?::00(?:\\.0+)?)?)?");
  private static final Pattern MONTH =
      Pattern.compile("(\\d{4})(?:[-/.](\\d{1,2})|年(\\d{1,2})月份?|(\\d{2}))");

  private Dates() {}

  static Parsed<Object> day(String text) {
    Matcher matcher = DAY.matcher(Numbers.halfWidth(text));
    if (matcher.matches()) {
      for (int group = 2; group <= 10; group += 2) {
        if (matcher.group(group) != null) {
          return day(text, number(matcher, 1), number(matcher, group), number(matcher, group + 1));
        }
      }
    }
    return badDay(text);
  }

  private static Parsed<Object> day(String text, int year, int month, int day) {
    try {
      return Parsed.ok(LocalDate.of(year, month, day));
    } catch (DateTimeException noSuchDay) {
      return badDay(text);
    }
  }

  static Parsed<Object> month(String text) {
    Matcher matcher = MONTH.matcher(Numbers.halfWidth(text));
    if (matcher.matches()) {
      int group = matcher.group(2) != null ? 2 : matcher.group(3) != null ? 3 : 4;
      int month = number(matcher, group);
      if (month >= 1 && month <= 12) {
        return Parsed.ok(YearMonth.of(number(matcher, 1), month));
      }
    }
    return Parsed.bad(
        "NOT_A_MONTH",
        "“" + Shown.of(text) + "”不是年月；请填写如 2021-06。",
        "\"" + Shown.of(text) + "\" is no month; write it like 2021-06.");
  }

  static Parsed<Object> instant(String text) {
    String plain = text.strip();
    try {
      return Parsed.ok(OffsetDateTime.parse(plain).toInstant().truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException noOffset) {
      return localInstant(plain);
    }
  }

  private static Parsed<Object> localInstant(String text) {
    try {
      Instant instant = LocalDateTime.parse(text.replace(' ', 'T')).atZone(BEIJING).toInstant();
      return Parsed.ok(instant.truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException unreadable) {
      return Parsed.bad(
          "NOT_A_TIMESTAMP",
          "“" + Shown.of(text) + "”不是时刻；请填写如 2026-11-21T08:00:00Z。",
          "\"" + Shown.of(text) + "\" is no instant; write it like 2026-11-21T08:00:00Z.");
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static Parsed<Object> badDay(String text) {
    return Parsed.bad(
        "NOT_A_DATE",
        "“" + Shown.of(text) + "”不是有效日期；请填写如 2021-06-02。",
        "\"" + Shown.of(text) + "\" is no date of the calendar; write it like 2021-06-02.");
  }
}
