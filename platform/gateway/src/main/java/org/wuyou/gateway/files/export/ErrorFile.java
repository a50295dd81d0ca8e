package org.wuyou.gateway.files.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wuyou.gateway.files.Finding;
import org.wuyou.gateway.files.column.ColumnPlan;
import org.wuyou.gateway.files.load.ImportReport;
import org.wuyou.gateway.files.sheet.Cell;
import org.wuyou.gateway.files.sheet.Line;

/**
 * The refused rows of a file as they were, with a last column that says why: to be mended and sent
 * again as it is.
 */
public final class ErrorFile {
  private ErrorFile() {}

  public static void write(ImportReport report, FileFormat format, Locale locale, OutputStream out)
      throws IOException {
    try (SheetWriter sheet = format.writer(out, report.entity())) {
      Line header = report.header();
      int width = header.cells().size();
      // A file that is itself an error file sent again keeps its one column of errors.
      int errors = errorColumn(header);
      sheet.row(with(header, width, errors, ColumnPlan.ERROR_HEADER.in(locale)));
      for (ImportReport.Refusal refusal : report.refusals()) {
        sheet.row(with(refusal.line(), width, errors, reasons(refusal, locale)));
      }
    }
  }

  private static int errorColumn(Line header) {
    for (int i = 0; i < header.cells().size(); i++) {
      if (ColumnPlan.isErrorColumn(header.cell(i).shown())) {
        return i;
      }
    }
    return header.cells().size();
  }

  private static List<Cell> with(Line line, int width, int at, String text) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      cells.add(line.cell(i));
    }
    if (at < width) {
      cells.set(at, new Cell.Text(text));
    } else {
      cells.add(new Cell.Text(text));
    }
    return cells;
  }

  private static String reasons(ImportReport.Refusal refusal, Locale locale) {
    return refusal.reasons().stream()
        .map(finding -> reason(finding, locale))
        .collect(Collectors.joining(" / "));
  }

  private static String reason(Finding finding, Locale locale) {
    String column = finding.column() == null ? "" : finding.column() + ": ";
    return column + finding.code() + " " + finding.message().in(locale);
  }
}
