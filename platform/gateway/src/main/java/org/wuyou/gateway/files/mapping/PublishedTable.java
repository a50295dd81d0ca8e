package org.wuyou.gateway.files.mapping;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.wuyou.gateway.files.sheet.FileRefused;
import org.wuyou.gateway.files.sheet.Line;
import org.wuyou.gateway.files.sheet.Lines;
import org.wuyou.gateway.files.sheet.SheetFile;

/**
 * A table as it is printed: title lines, a header of one or more rows, bilingual and with merged
 * cells, then a row per region or industry.
 *
 * @param above the rows of the first visible sheet; what is title and what is header is told by the
 *     mapping
 */
record PublishedTable(List<Line> lines) {
  private static final Pattern NOT_COUNTED = Pattern.compile("[\\s\\u00A0\\u3000#*]+");
  private static final int MOST_ROWS = 5_000;

  PublishedTable {
    lines = List.copyOf(lines);
  }

  static PublishedTable read(SheetFile file) {
    List<SheetFile.Sheet> sheets = file.sheets();
    for (int i = 0; i < sheets.size(); i++) {
      if (!sheets.get(i).hidden()) {
        List<Line> lines = lines(file, i);
        if (!lines.isEmpty()) {
          return new PublishedTable(lines);
        }
      }
    }
    throw new FileRefused(
        "EMPTY_FILE",
        "文件里没有任何内容；请确认上传的是年鉴表格。",
        "The file has no content; check that you sent the table of the yearbook.");
  }

  private static List<Line> lines(SheetFile file, int sheet) {
    List<Line> found = new ArrayList<>();
    try (Lines lines = file.lines(sheet)) {
      while (lines.hasNext()) {
        Line line = lines.next();
        if (!line.blank()) {
          found.add(line);
        }
        if (found.size() > MOST_ROWS) {
          throw new FileRefused(
              "TOO_MANY_ROWS",
              "年鉴表格不会超过 " + MOST_ROWS + " 行；请核对文件。",
              "A table of a yearbook has no more than " + MOST_ROWS + " rows; check the file.");
        }
      }
    }
    return found;
  }

  /** The first text of the sheet, folded. */
  String title() {
    return lines.getFirst().cells().stream()
        .filter(cell -> !cell.blank())
        .map(cell -> fold(cell.shown()))
        .findFirst()
        .orElse("");
  }

  /** Width, blanks and the mark of "of which" do not count: 山　西 is 山西. */
  static String fold(String text) {
    return NOT_COUNTED.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
  }
}
