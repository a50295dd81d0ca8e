package org.wuyou.policy.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.Text;
import org.wuyou.policy.model.Series;

/**
 * How a series stands at a moment, unit by unit and period by period.
 *
 * @param gathered how the series it gathers stands at the same moment
 */
public record SeriesOutcome(
    Series series, Instant at, List<Standing> standings, List<Standing> gathered) {
  public SeriesOutcome {
    standings = List.copyOf(standings);
    gathered = List.copyOf(gathered);
  }

  /**
   * What one unit owes for one period.
   *
   * @param unit id of the department or body, or code of the division; empty for the region
   * @param period 2021-06, 2021Q2, 2021; empty for what is owed once
   * @param due absent where the document sets no day
   * @param sent when it was first sent, if it was by then
   */
  public record Standing(
      String unit,
      Text name,
      String period,
      Optional<LocalDate> due,
      Optional<Instant> sent,
      Timeliness status) {
    /** Unit and period as a case names them. */
    public String key() {
      return (unit + " " + period).strip();
    }
  }

  /** The standings that have this status. */
  public List<Standing> with(Timeliness status) {
    return standings.stream().filter(one -> one.status() == status).toList();
  }

  /** The worst of all. */
  public Timeliness worst() {
    return standings.stream()
        .map(Standing::status)
        .max(Timeliness::compareTo)
        .orElse(Timeliness.ON_TIME);
  }
}
