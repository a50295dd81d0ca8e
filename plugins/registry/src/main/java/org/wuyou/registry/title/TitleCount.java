package org.wuyou.registry.title;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Enterprises with a title on a day, and how that changed since the end of the year before.
 *
 * @param cumulative enterprises ever recognised by the day
 * @param issued enterprises to which it was issued in the year, up to the day
 * @param gained valid on the day and not at the end of the year before
 * @param lost valid at the end of the year before and not on the day
 */
public record TitleCount(
    LocalDate asOf, int valid, int cumulative, int issued, int gained, int lost, int net) {

  /**
   * Counts on a day.
   *
   * @param titles the titles of each enterprise
   */
  public static <E> TitleCount of(Map<E, List<Validity>> titles, LocalDate asOf) {
    LocalDate before = asOf.withDayOfYear(1).minusDays(1);
    int valid = 0;
    int cumulative = 0;
    int issued = 0;
    int gained = 0;
    int lost = 0;
    for (List<Validity> held : titles.values()) {
      boolean now = held.stream().anyMatch(v -> v.on(asOf));
      boolean then = held.stream().anyMatch(v -> v.on(before));
      valid += now ? 1 : 0;
      cumulative += held.stream().anyMatch(v -> v.issuedBy(asOf)) ? 1 : 0;
      issued += held.stream().anyMatch(v -> v.issuedBy(asOf) && !v.issuedBy(before)) ? 1 : 0;
      gained += now && !then ? 1 : 0;
      lost += then && !now ? 1 : 0;
    }
    return new TitleCount(asOf, valid, cumulative, issued, gained, lost, gained - lost);
  }
}
