package org.wuyou.policy.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.wuyou.policy.Operator;
import org.wuyou.policy.expression.Expression;

/**
 * A figure to be reached by a day.
 *
 * @param band the tier and band to whose members it applies
 * @param where a further condition on whom it applies to
 * @param when whether it counts at all, which a reading may decide; absent means always
 * @param word the word of comparison used
 * @param operator what the word means; absent where it names no figure
 * @param threshold the figure; absent where the document gives none
 * @param striveFor whether the document only asks to strive for it
 */
public record Target(
    Head head,
    Indicator indicator,
    Optional<BandOf> band,
    Optional<Expression> where,
    Optional<Expression> when,
    String word,
    Optional<Operator> operator,
    Optional<Parameter> threshold,
    Due due,
    boolean striveFor)
    implements Rule {

  public record BandOf(Tier tier, String band) {}

  /** One day, or the last day of every year from the first to the last. */
  public record Due(LocalDate first, LocalDate last) {
    public boolean yearly() {
      return !first.equals(last);
    }

    /** The day due in that year, if there is one. */
    public Optional<LocalDate> in(int year) {
      return year < first.getYear() || year > last.getYear() || !yearly() && year != first.getYear()
          ? Optional.empty()
          : Optional.of(first.withYear(year));
    }

    /** The day that matters when one looks from {@code asOf}: the last one past, else the first. */
    public LocalDate seenFrom(LocalDate asOf) {
      if (!yearly() || asOf.isBefore(first)) {
        return first;
      }
      LocalDate inYear = first.withYear(Math.min(asOf.getYear(), last.getYear()));
      return inYear.isAfter(asOf) && inYear.getYear() > first.getYear()
          ? inYear.minusYears(1)
          : inYear;
    }

    public LocalDate of(OptionalInt year, LocalDate asOf) {
      return year.isPresent() ? in(year.getAsInt()).orElse(first) : seenFrom(asOf);
    }
  }
}
