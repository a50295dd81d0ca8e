package org.wuyou.registry.title;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Row;

/**
 * The days on which one title is valid: from the day of issue to the day before it ends.
 *
 * @param end first day it is no longer valid; null if it has no end
 */
public record Validity(LocalDate issuedOn, @Nullable LocalDate end) {
  /** An HNTE certificate that names no end is valid for three years. */
  private static final int HNTE_YEARS = 3;

  public static Validity of(
      String kind,
      LocalDate issuedOn,
      @Nullable LocalDate validUntil,
      @Nullable LocalDate revokedOn) {
    LocalDate end = validUntil;
    if (end == null && kind.equals("HNTE")) {
      end = issuedOn.plusYears(HNTE_YEARS);
    }
    if (revokedOn != null && (end == null || revokedOn.isBefore(end))) {
      end = revokedOn;
    }
    return new Validity(issuedOn, end);
  }

  /** Of a row of {@code Title}, whose kind and day of issue are never missing. */
  public static Validity of(Row title) {
    return of(
        java.util.Objects.requireNonNull(title.text("kind")),
        java.util.Objects.requireNonNull(title.date("issuedOn")),
        title.date("validUntil"),
        title.date("revokedOn"));
  }

  public boolean on(LocalDate day) {
    return !day.isBefore(issuedOn) && (end == null || day.isBefore(end));
  }

  /** Whether it had been issued by the day, valid still or not. */
  public boolean issuedBy(LocalDate day) {
    return !issuedOn.isAfter(day);
  }
}
