package org.wuyou.gateway.files.load;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.files.Finding;
import org.wuyou.gateway.files.column.Column;
import org.wuyou.gateway.files.column.ColumnPlan;
import org.wuyou.gateway.files.sheet.Cell;
import org.wuyou.gateway.files.sheet.Line;
import org.wuyou.gateway.files.sheet.Lines;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.ValueType;
import org.wuyou.spi.value.Parsed;
import org.wuyou.spi.value.Uscc;

/**
 * The table found in a file: its header and the rows below.
 *
 * @param delimited whether a separator too many shifts the rest of a row
 * @param notes what is to be said of the sheet as a whole
 * @param source opens the rows below the header, as often as asked
 */
public record Table(
    Line header, ColumnPlan plan, boolean delimited, List<Finding> notes, Source source) {
  /** Opens the rows. */
  @FunctionalInterface
  public interface Source {
    Lines open();
  }

  public Table {
    notes = List.copyOf(notes);
  }

  /** The header under which a field of the entity stands; null if the file has no such column. */
  @Nullable String headerOf(String field) {
    return plan.columns().stream()
        .filter(column -> column.leaf().root().name().equals(field))
        .map(Column::header)
        .findFirst()
        .orElse(null);
  }

  /** The cell of a field in a row, as a person sees it; null if the file has no such column. */
  @Nullable String shown(Line line, String field) {
    return plan.columns().stream()
        .filter(column -> column.leaf().root().name().equals(field))
        .map(column -> line.cell(column.index()).shown())
        .findFirst()
        .orElse(null);
  }

  /** Why a line cannot be read cell by cell. */
  List<Finding> misshapen(Line line) {
    int width = header.cells().size();
    for (int i = 0; i < line.cells().size(); i++) {
      Cell cell = line.cell(i);
      if (cell instanceof Cell.Text(String text) && text.indexOf('\uFEFF') >= 0) {
        return List.of(strayMark(line, i, text));
      }
      if (delimited && i >= width && !cell.blank()) {
        return List.of(tooWide(line, width));
      }
    }
    return repeatsHeader(line) ? List.of(headerAgain(line)) : List.of();
  }

  /** Told when a credit code is bad but stands, sound, under another header of the same row. */
  List<Finding> shifted(Line line, List<Finding> errors) {
    for (Column column : plan.columns()) {
      boolean bad = errors.stream().anyMatch(e -> column.header().equals(e.column()));
      if (!bad || !holdsUscc(column)) {
        continue;
      }
      for (int i = 0; i < line.cells().size(); i++) {
        String text = line.cell(i).shown();
        if (i != column.index() && Uscc.parse(text) instanceof Parsed.Ok<String>) {
          return List.of(shifted(line, column, i, text));
        }
      }
    }
    return List.of();
  }

  private static boolean holdsUscc(Column column) {
    return column.leaf().last().type() instanceof ValueType.Code(ValueType.Code.Kind kind)
        && kind == ValueType.Code.Kind.USCC;
  }

  private Finding shifted(Line line, Column column, int index, String text) {
    String there = header.cell(index).shown();
    return new Finding(
        line.number(),
        there,
        text,
        "SHIFTED_COLUMNS",
        new Label(
            "信用代码写在了“" + there + "”列，该行各列已错位；请按表头逐列对齐后重新上传。",
            "The credit code stands under \""
                + there
                + "\" instead of \""
                + column.header()
                + "\": the row's columns have shifted; line them up with the header and send it again."));
  }

  private boolean repeatsHeader(Line line) {
    return plan.columns().stream()
        .allMatch(c -> line.cell(c.index()).shown().strip().equals(c.header()));
  }

  private Finding strayMark(Line line, int index, String text) {
    return new Finding(
        line.number(),
        index < header.cells().size() ? header.cell(index).shown() : null,
        text.replace("\uFEFF", "\\uFEFF"),
        "STRAY_BYTE_ORDER_MARK",
        new Label(
            "单元格里有看不见的字节顺序标记，多半是几个文件首尾相接而成；请分别上传，或删去该行重新录入。",
            "The cell holds an invisible byte order mark, most often because files were joined end to end; send them one by one or type the row anew."));
  }

  private static Finding tooWide(Line line, int width) {
    return new Finding(
        line.number(),
        null,
        null,
        "TOO_MANY_CELLS",
        new Label(
            "该行有 " + line.cells().size() + " 格，表头只有 " + width + " 列，各列可能已错位；含逗号的内容请加双引号。",
            "The row has "
                + line.cells().size()
                + " cells but the header "
                + width
                + " columns, so values may have shifted; put text with commas in double quotes."));
  }

  private static Finding headerAgain(Line line) {
    return new Finding(
        line.number(),
        null,
        null,
        "HEADER_REPEATED",
        new Label("这一行又是表头；请删除。", "This row is the header again; delete it."));
  }
}
