package org.wuyou.gateway.access;

import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Condition.Compare;
import org.wuyou.spi.data.Condition.Match;
import org.wuyou.spi.data.Condition.Operator;
import org.wuyou.spi.data.Condition.TextMatch;

/** Divisions as conditions. */
public final class Regions {
  private Regions() {}

  /** Rows whose division code at {@code path} is the region or lies within it. */
  public static Condition within(String path, String region) {
    if (region.endsWith("0000")) {
      return new TextMatch(path, Match.STARTS_WITH, region.substring(0, 2), false);
    }
    return region.endsWith("00")
        ? new TextMatch(path, Match.STARTS_WITH, region.substring(0, 4), false)
        : new Compare(path, Operator.EQ, region);
  }
}
