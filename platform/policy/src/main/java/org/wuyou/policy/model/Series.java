package org.wuyou.policy.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.expression.Expression;

/**
 * What units owe in every period, or once: reports, briefings, circulars, summaries.
 *
 * @param first the month in which the first period ends; absent for what is owed once
 * @param last the month in which the last period ends; absent for the end of the plan
 * @param due absent where the document sets no day: a period is then missing once it is over
 * @param units ids of the departments and bodies that owe it; none means the region itself
 * @param parts whether every part of the region owes it too
 * @param owing subjects of the register that owe it too
 * @param gathers the series whose late and missing units it names
 * @param shows the scorecard that an issue of it carries
 */
public record Series(
    Head head,
    Form form,
    Every every,
    Optional<ByReading<YearMonth>> first,
    Optional<YearMonth> last,
    Optional<Due> due,
    ByReading<Bound> bound,
    List<String> units,
    boolean parts,
    Optional<Owing> owing,
    Records records,
    Optional<String> gathers,
    Optional<Scorecard> shows)
    implements Rule {
  /** What is owed. */
  public enum Form {
    REPORT,
    BRIEFING,
    CIRCULAR,
    SUMMARY
  }

  /** How often. */
  public enum Every {
    MONTH,
    QUARTER,
    YEAR,
    ONCE
  }

  /** What the day due means. */
  public enum Bound {
    /** Until the end of the day. */
    INCLUSIVE,
    /** Until the beginning of the day. */
    EXCLUSIVE,
    /** Until the end of the day, or of the next working day if it falls on a weekend. */
    NEXT_WORKING_DAY
  }

  /**
   * Units of the register that owe it.
   *
   * @param id what the records name the unit by
   */
  public record Owing(String entity, Optional<Expression> where, Expression id) {}

  /** The day by which it is owed. */
  public sealed interface Due {}

  /** A day of the month after the period ends. */
  public record DayOfNextMonth(Parameter day) implements Due {}

  /** One day. */
  public record OnDay(LocalDate day) implements Due {}

  /**
   * Where what was sent is kept.
   *
   * @param unit who sent it, as id, code or name; absent where there is one sender
   * @param period of which period, as 2021-06, 2021Q2 or 2021; absent for what is owed once
   * @param sent the fact that tells the day or moment it was sent
   */
  public record Records(
      String entity,
      Optional<Expression> where,
      Optional<Expression> unit,
      Optional<Expression> period,
      String sent) {}

  public Series {
    units = List.copyOf(units);
  }
}
