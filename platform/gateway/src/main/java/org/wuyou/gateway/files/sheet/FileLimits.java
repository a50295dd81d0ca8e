package org.wuyou.gateway.files.sheet;

/**
 * How much of a file is read before it is refused.
 *
 * @param bytes largest upload
 * @param legacyBytes largest XLS, which is held in memory whole
 * @param rows most rows of a sheet
 * @param columns most columns of a row
 * @param cellLength longest text of a cell, in characters
 * @param inflatedBytes largest sum of the unpacked parts of an XLSX
 * @param inflation most times a part of an XLSX may grow when unpacked
 */
public record FileLimits(
    long bytes,
    long legacyBytes,
    int rows,
    int columns,
    int cellLength,
    long inflatedBytes,
    int inflation) {
  public static final FileLimits DEFAULT =
      new FileLimits(64L << 20, 24L << 20, 1_000_000, 512, 32_767, 1L << 30, 200);

  Line check(Line line) {
    if (line.number() > rows) {
      throw new FileRefused(
          "TOO_MANY_ROWS",
          "文件超过 " + rows + " 行；请拆成几个文件分别上传。",
          "The file has more than " + rows + " rows; split it and send the parts one by one.");
    }
    if (line.cells().size() > columns) {
      throw new FileRefused(
          "TOO_MANY_COLUMNS",
          "第 " + line.number() + " 行超过 " + columns + " 列；请删除多余的列，或检查分隔符。",
          "Row "
              + line.number()
              + " has more than "
              + columns
              + " columns; remove the surplus columns or check the separator.");
    }
    for (Cell cell : line.cells()) {
      if (cell instanceof Cell.Text(String text) && text.length() > cellLength) {
        throw tooLong(line.number());
      }
    }
    return line;
  }

  FileRefused tooLong(long row) {
    return new FileRefused(
        "CELL_TOO_LONG",
        "第 " + row + " 行有单元格超过 " + cellLength + " 个字符；常见原因是引号没有成对，请检查该行。",
        "Row "
            + row
            + " has a cell of more than "
            + cellLength
            + " characters; most often a quote is not closed: check that row.");
  }
}
