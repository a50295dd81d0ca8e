package org.wuyou.registry.read;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Table;

/** The rows of one year of an entity keyed by enterprise and year, found by enterprise. */
public final class YearColumn {
  private static final int NONE = -1;

  private final Table table;
  private final int[] byEnterprise;

  private YearColumn(Table table, int[] byEnterprise) {
    this.table = table;
    this.byEnterprise = byEnterprise;
  }

  public static YearColumn of(Snapshot snapshot, String entity, int year) {
    Table table = snapshot.table(entity);
    int[] byEnterprise = new int[snapshot.table("Enterprise").limit()];
    Arrays.fill(byEnterprise, NONE);
    int enterprise = table.column("enterprise");
    for (int position : table.positions(Condition.eq("year", year))) {
      byEnterprise[(int) table.longAt(position, enterprise)] = position;
    }
    return new YearColumn(table, byEnterprise);
  }

  /** The row of the enterprise, or null if there is none of that year. */
  public @Nullable Row of(Row enterprise) {
    int position = byEnterprise[enterprise.position()];
    return position == NONE ? null : table.row(position);
  }

  /** The one row of a year among the inverse field's rows of a single enterprise, or null. */
  public static @Nullable Row single(Row enterprise, String inverse, int year) {
    for (Row row : enterprise.related(inverse)) {
      Integer of = row.integer("year");
      if (of != null && of == year) {
        return row;
      }
    }
    return null;
  }
}
