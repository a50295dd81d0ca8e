package org.wuyou.registry.scale;

import org.jspecify.annotations.Nullable;
import org.wuyou.registry.read.YearColumn;
import org.wuyou.spi.data.Row;

/** Judges rows of the register by the rules of this package. */
public final class ScaleReader {
  private ScaleReader() {}

  public static AboveScale aboveScale(Row enterprise, int year) {
    return aboveScale(
        enterprise,
        year,
        YearColumn.single(enterprise, "aboveScaleMemberships", year),
        YearColumn.single(enterprise, "returns", year - 1));
  }

  /**
   * The list of a year is drawn up on the figures of the year before.
   *
   * @param membership the list's record of the year, if there is one
   * @param returnBefore the return of the year before, if there is one
   */
  public static AboveScale aboveScale(
      Row enterprise, int year, @Nullable Row membership, @Nullable Row returnBefore) {
    Boolean listed = membership == null ? null : membership.bool("listed");
    if (listed != null) {
      return AboveScale.byList(year, listed);
    }
    return AboveScale.byRule(
        year,
        new AboveScale.Facts(
            enterprise.bool("legalPerson"),
            enterprise.text("industryCode"),
            returnBefore == null ? null : returnBefore.money("mainBusinessRevenue"),
            returnBefore == null ? null : returnBefore.money("revenue")));
  }

  /** Null if the return or one of its two figures is missing. */
  public static @Nullable SizeClass size(@Nullable Row yearlyReturn) {
    return yearlyReturn == null
        ? null
        : SizeClass.of(yearlyReturn.integer("employees"), yearlyReturn.money("revenue"))
            .orElse(null);
  }
}
