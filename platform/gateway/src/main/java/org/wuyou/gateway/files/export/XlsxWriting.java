package org.wuyou.gateway.files.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.wuyou.gateway.files.cell.Formulas;
import org.wuyou.gateway.files.sheet.Cell;

/** Writes XLSX row by row; texts stand in their cells, so no table of texts grows in memory. */
final class XlsxWriting implements SheetWriter {
  private static final int FLUSHED_ROWS = 500;
  private static final String TEXT = "@";
  private static final String DAY = "yyyy-mm-dd";

  private final Workbook workbook;
  private final Worksheet sheet;
  private int row;

  XlsxWriting(OutputStream out, String name) {
    workbook = new Workbook(new Unclosed(out), "Wuyou", "1.0");
    sheet = workbook.newWorksheet(name);
    sheet.freezePane(0, 1);
  }

  @Override
  public void row(List<Cell> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      cell(i, cells.get(i));
    }
    if (++row % FLUSHED_ROWS == 0) {
      sheet.flush();
    }
  }

  private void cell(int column, Cell cell) {
    switch (cell) {
      case Cell.Text(String text) when text.isEmpty() -> {}
      case Cell.Number number when number.exact() -> sheet.value(row, column, number.value());
      case Cell.Moment(var moment) -> {
        sheet.value(row, column, moment.toLocalDate());
        sheet.style(row, column).format(DAY).set();
      }
      case Cell.Truth(boolean truth) -> sheet.value(row, column, truth);
      case Cell.Text text -> text(column, text.text());
      case Cell.Number number -> text(column, number.value().toPlainString());
      case Cell.Failed failed -> text(column, failed.error());
    }
  }

  private void text(int column, String text) {
    sheet.inlineString(row, column, Formulas.armed(text));
    // So that a person who edits the cell does not turn it into a number.
    if (!text.isEmpty() && Character.isDigit(text.charAt(0)) && row > 0) {
      sheet.style(row, column).format(TEXT).set();
    }
  }

  @Override
  public void close() throws IOException {
    workbook.finish();
  }
}
