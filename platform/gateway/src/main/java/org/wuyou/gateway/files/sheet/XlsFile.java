package org.wuyou.gateway.files.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** An XLS of Excel 97 to 2003, held in memory whole; hence the smaller limit. */
final class XlsFile implements SheetFile {
  private final HSSFWorkbook workbook;
  private final FileLimits limits;

  private XlsFile(HSSFWorkbook workbook, FileLimits limits) {
    this.workbook = workbook;
    this.limits = limits;
  }

  static XlsFile open(Path file, FileLimits limits) throws IOException {
    if (Files.size(file) > limits.legacyBytes()) {
      throw new FileRefused(
          "FILE_TOO_LARGE",
          "XLS 文件超过 " + (limits.legacyBytes() >> 20) + " MB；请另存为 XLSX 后上传。",
          "The XLS file is larger than "
              + (limits.legacyBytes() >> 20)
              + " MB; save it as XLSX and send that.");
    }
    try (InputStream in = Files.newInputStream(file);
        POIFSFileSystem container = new POIFSFileSystem(in)) {
      // An encrypted XLSX comes in the same container as an XLS.
      if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
        throw encrypted();
      }
      return new XlsFile(new HSSFWorkbook(container), limits);
    } catch (EncryptedDocumentException e) {
      throw encrypted();
    } catch (FileRefused e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw ArchiveGuard.damaged(e);
    }
  }

  private static FileRefused encrypted() {
    return new FileRefused(
        "ENCRYPTED_FILE",
        "文件设有打开密码；请去掉密码另存后上传。",
        "The file is protected by a password; save it without one and send it again.");
  }

  @Override
  public List<Sheet> sheets() {
    return IntStream.range(0, workbook.getNumberOfSheets())
        .mapToObj(
            i ->
                new Sheet(
                    workbook.getSheetName(i),
                    workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE))
        .toList();
  }

  @Override
  public boolean delimited() {
    return false;
  }

  @Override
  public Lines lines(int sheet) {
    return new Rows(workbook.getSheetAt(sheet));
  }

  @Override
  public void close() {
    try {
      workbook.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private final class Rows implements Lines {
    private final HSSFSheet sheet;
    private int index;

    Rows(HSSFSheet sheet) {
      this.sheet = sheet;
    }

    @Override
    public boolean hasNext() {
      return index <= sheet.getLastRowNum();
    }

    @Override
    public Line next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      HSSFRow row = sheet.getRow(index++);
      List<Cell> cells = new ArrayList<>();
      if (row != null) {
        for (int i = 0; i < row.getLastCellNum(); i++) {
          cells.add(cell(row.getCell(i)));
        }
      }
      return limits.check(new Line(index, cells));
    }

    @Override
    public void close() {}
  }

  private Cell cell(@Nullable HSSFCell cell) {
    if (cell == null) {
      return Cell.BLANK;
    }
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case STRING -> new Cell.Text(cell.getStringCellValue());
      case BOOLEAN -> new Cell.Truth(cell.getBooleanCellValue());
      case ERROR -> new Cell.Failed(FormulaError.forInt(cell.getErrorCellValue()).getString());
      case NUMERIC -> number(cell);
      case BLANK, FORMULA, _NONE -> Cell.BLANK;
    };
  }

  private Cell number(HSSFCell cell) {
    BigDecimal value = new BigDecimal(cell.getNumericCellValue());
    return DateFormats.showsDays(cell.getCellStyle().getDataFormatString())
        ? DateFormats.moment(value, workbook.getInternalWorkbook().isUsing1904DateWindowing())
        : new Cell.Number(value);
  }
}
