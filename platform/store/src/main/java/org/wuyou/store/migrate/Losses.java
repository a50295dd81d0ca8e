package org.wuyou.store.migrate;

import org.wuyou.store.table.LiveTable;
import org.wuyou.store.table.TableState;

/** Counts the rows whose values a change would lose. */
final class Losses {
  private final TableState state;

  Losses(LiveTable table) {
    this.state = table.state();
  }

  int values(int column) {
    int count = 0;
    for (int position = 0; position < state.limit(); position++) {
      count += state.live(position) && !state.isNull(position, column) ? 1 : 0;
    }
    return count;
  }

  int rows(int column, Conversion conversion) {
    int count = 0;
    for (int position = 0; position < state.limit(); position++) {
      Object cell = state.live(position) ? state.cell(position, column) : null;
      count += cell != null && conversion.convert(cell) == null ? 1 : 0;
    }
    return count;
  }

  /** How many rows lose their value, looking at each different text first. */
  int texts(int column, Conversion conversion) {
    for (int code = 0; code < state.dictionary(column).size(); code++) {
      if (conversion.convert(state.dictionary(column).text(code)) == null) {
        return rows(column, conversion);
      }
    }
    return 0;
  }
}
