package org.wuyou.registry.division;

import java.util.ArrayList;
import java.util.List;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.value.DivisionCode;

/** Which division codes make up a region: its own, and retired ones that a part of it replaced. */
public final class RegionScope {
  private static final String WHOLE_COUNTRY = "100000";

  private RegionScope() {}

  /**
   * The condition on a division code that keeps what lies in the region.
   *
   * @param field path of a division code, such as {@code enterprise.divisionCode}
   */
  public static Condition of(Snapshot snapshot, String region, String field) {
    if (region.equals(WHOLE_COUNTRY)) {
      return Condition.ALL;
    }
    List<Condition> parts = new ArrayList<>();
    parts.add(own(region, field));
    List<Object> replaced = replaced(snapshot, region);
    if (!replaced.isEmpty()) {
      parts.add(new Condition.In(field, replaced));
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.Or(parts);
  }

  private static Condition own(String region, String field) {
    if (region.endsWith("0000")) {
      return startsWith(field, region.substring(0, 2));
    }
    return region.endsWith("00")
        ? startsWith(field, region.substring(0, 4))
        : Condition.eq(field, region);
  }

  private static Condition startsWith(String field, String prefix) {
    return new Condition.TextMatch(field, Condition.Match.STARTS_WITH, prefix, false);
  }

  private static List<Object> replaced(Snapshot snapshot, String region) {
    Table divisions = snapshot.table("Division");
    List<Object> codes = new ArrayList<>();
    Condition succeeded = new Condition.Not(new Condition.IsNull("successor"));
    for (int position : divisions.positions(succeeded)) {
      Row division = divisions.row(position);
      String code = java.util.Objects.requireNonNull(division.text("code"));
      Row successor = java.util.Objects.requireNonNull(division.reference("successor"));
      String present = java.util.Objects.requireNonNull(successor.text("code"));
      if (DivisionCode.within(present, region) && !DivisionCode.within(code, region)) {
        codes.add(code);
      }
    }
    return codes;
  }
}
