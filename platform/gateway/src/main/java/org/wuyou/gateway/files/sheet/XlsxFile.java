package org.wuyou.gateway.files.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** An XLSX, streamed: one row in memory at a time, beside the shared texts. */
final class XlsxFile implements SheetFile {
  private final ReadableWorkbook workbook;
  private final FileLimits limits;

  private XlsxFile(ReadableWorkbook workbook, FileLimits limits) {
    this.workbook = workbook;
    this.limits = limits;
  }

  static XlsxFile open(Path file, FileLimits limits) throws IOException {
    Set<String> parts = ArchiveGuard.check(file, limits);
    if (!parts.contains("xl/workbook.xml")) {
      throw new FileRefused(
          "NOT_A_SPREADSHEET",
          "这是压缩包，不是 Excel 文件；请解压后上传其中的数据文件。",
          "This is an archive but not an Excel file; unpack it and send the data file inside.");
    }
    ReadingOptions options = new ReadingOptions(parts.contains("xl/styles.xml"), true);
    ReadableWorkbook workbook =
        guarded(
            () -> {
              try {
                return new ReadableWorkbook(file.toFile(), options);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    return new XlsxFile(workbook, limits);
  }

  /** The library reports malformed content by whatever exception it runs into. */
  private static <T> T guarded(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (FileRefused e) {
      throw e;
    } catch (RuntimeException e) {
      throw ArchiveGuard.damaged(e);
    }
  }

  @Override
  public List<Sheet> sheets() {
    return workbook
        .getSheets()
        .map(s -> new Sheet(s.getName(), s.getVisibility() != SheetVisibility.VISIBLE))
        .toList();
  }

  @Override
  public boolean delimited() {
    return false;
  }

  @Override
  public Lines lines(int sheet) {
    return guarded(
        () -> {
          try {
            return new Rows(workbook.getSheet(sheet).orElseThrow().openStream());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Override
  public void close() {
    try {
      workbook.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Rows implements Lines {
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    Rows(Stream<Row> stream) {
      this.stream = stream;
      this.rows = stream.iterator();
    }

    @Override
    public boolean hasNext() {
      return guarded(rows::hasNext);
    }

    @Override
    public Line next() {
      return limits.check(guarded(() -> line(rows.next())));
    }

    private Line line(Row row) {
      List<Cell> cells = new ArrayList<>(row.getCellCount());
      for (int i = 0; i < row.getCellCount(); i++) {
        cells.add(cell(row.getCell(i)));
      }
      return new Line(row.getRowNum(), cells);
    }

    @Override
    public void close() {
      stream.close();
    }
  }

  private Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return Cell.BLANK;
    }
    if (cell.getType() == CellType.ERROR) {
      return new Cell.Failed(String.valueOf(cell.getRawValue()));
    }
    return switch (cell.getValue()) {
      case null -> Cell.BLANK;
      case BigDecimal number when DateFormats.showsDays(cell.getDataFormatString()) ->
          DateFormats.moment(number, workbook.isDate1904());
      case BigDecimal number -> new Cell.Number(number);
      case Boolean truth -> new Cell.Truth(truth);
      case Object text when isError(text.toString()) -> new Cell.Failed(text.toString());
      case Object text -> new Cell.Text(text.toString());
    };
  }

  /** Formulas that failed keep their error as a text. */
  private static boolean isError(String text) {
    return switch (text) {
      case "#REF!", "#N/A", "#NAME?", "#DIV/0!", "#VALUE!", "#NUM!", "#NULL!" -> true;
      default -> false;
    };
  }
}
