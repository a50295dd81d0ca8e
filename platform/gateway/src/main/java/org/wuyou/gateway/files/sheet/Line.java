package org.wuyou.gateway.files.sheet;

import java.util.List;

/**
 * One row of a sheet.
 *
 * @param number as a spreadsheet counts: the first row is 1
 */
public record Line(int number, List<Cell> cells) {
  public Line {
    cells = List.copyOf(cells);
  }

  /** The cell at an index from 0; blank beyond the last. */
  public Cell cell(int index) {
    return index < cells.size() ? cells.get(index) : Cell.BLANK;
  }

  public boolean blank() {
    return cells.stream().allMatch(Cell::blank);
  }
}
