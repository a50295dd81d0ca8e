package org.wuyou.registry.division;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.wuyou.registry.division.DivisionAnswer.Result;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;

/** Division codes over time, as far as the revisions of GB/T 2260 on record tell. */
public final class DivisionHistory {
  /** Longer chains of successors than any in the standard: a guard against data that goes round. */
  private static final int LONGEST_CHAIN = 8;

  private DivisionHistory() {}

  /**
   * Resolves a code for a day: to itself, to what followed or preceded it, or to the level above.
   */
  public static DivisionAnswer resolve(Snapshot snapshot, @Nullable String code, LocalDate day) {
    if (code == null) {
      return new DivisionAnswer(null, Result.MISSING, null);
    }
    Row division = snapshot.get("Division", code);
    if (division == null) {
      return new DivisionAnswer(code, Result.UNKNOWN, null);
    }
    YearMonth month = YearMonth.from(day);
    if (inUse(division, month)) {
      return new DivisionAnswer(code, Result.IN_USE, division);
    }
    if (retired(division, month)) {
      Row successor = successor(division, month);
      if (successor != null) {
        return new DivisionAnswer(code, Result.SUCCEEDED, successor);
      }
    } else {
      for (Row predecessor : division.related("predecessors")) {
        if (inUse(predecessor, month)) {
          return new DivisionAnswer(code, Result.PRECEDED, predecessor);
        }
      }
    }
    Row parent = division.reference("parent");
    return new DivisionAnswer(code, Result.RAISED, parent);
  }

  public static boolean inUse(Row division, YearMonth month) {
    YearMonth from = (YearMonth) division.value("validFrom");
    return (from == null || !month.isBefore(from)) && !retired(division, month);
  }

  private static boolean retired(Row division, YearMonth month) {
    YearMonth to = (YearMonth) division.value("validTo");
    return to != null && !month.isBefore(to);
  }

  /** The code that stands today where this one stood; the code itself where none is known. */
  public static String present(Snapshot snapshot, String code) {
    Row division = snapshot.get("Division", code);
    for (int i = 0; division != null && i < LONGEST_CHAIN; i++) {
      if (division.value("validTo") == null) {
        return java.util.Objects.requireNonNull(division.text("code"));
      }
      division = division.reference("successor");
    }
    return code;
  }

  private static @Nullable Row successor(Row division, YearMonth month) {
    Row next = division.reference("successor");
    for (int i = 0; next != null && i < LONGEST_CHAIN; i++) {
      if (inUse(next, month)) {
        return next;
      }
      next = next.reference("successor");
    }
    return null;
  }

  /** The name a code bore on a day, or null if it was not in use. */
  public static @Nullable String nameOn(Row division, LocalDate day) {
    YearMonth month = YearMonth.from(day);
    if (!inUse(division, month)) {
      return null;
    }
    for (Row period : division.related("periods")) {
      YearMonth from = (YearMonth) period.value("validFrom");
      YearMonth to = (YearMonth) period.value("validTo");
      if (from != null && !month.isBefore(from) && (to == null || month.isBefore(to))) {
        return period.text("name");
      }
    }
    return division.text("name");
  }
}
