package org.wuyou.registry.group;

import org.wuyou.registry.read.YearColumn;
import org.wuyou.registry.scale.AboveScale;
import org.wuyou.registry.scale.ScaleReader;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;

/** The above-scale list of one year, asked enterprise by enterprise. */
record AboveScaleList(int year, YearColumn memberships, YearColumn returnsBefore) {
  static AboveScaleList of(Snapshot snapshot, int year) {
    return new AboveScaleList(
        year,
        YearColumn.of(snapshot, "AboveScaleMembership", year),
        YearColumn.of(snapshot, "YearlyReturn", year - 1));
  }

  AboveScale of(Row enterprise) {
    return ScaleReader.aboveScale(
        enterprise, year, memberships.of(enterprise), returnsBefore.of(enterprise));
  }
}
