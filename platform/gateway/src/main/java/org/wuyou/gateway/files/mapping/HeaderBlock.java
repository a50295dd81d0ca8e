package org.wuyou.gateway.files.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wuyou.gateway.files.mapping.TableMapping.Indicator;
import org.wuyou.gateway.files.sheet.FileRefused;
import org.wuyou.gateway.files.sheet.Line;

/**
 * The header of a published table: from the row that begins with the name of the row column to the
 * row before the next one that begins with anything.
 *
 * @param texts what stands above each column, top to bottom in one, folded
 * @param unmapped filled by {@link #columns}: headers that the mapping does not know
 * @param below the rows under the header
 */
record HeaderBlock(List<String> texts, List<String> unmapped, List<Line> below) {
  static HeaderBlock of(PublishedTable table, TableMapping mapping) {
    List<Line> lines = table.lines();
    int first = 0;
    while (first < lines.size() && !begins(lines.get(first), mapping.rowHeader())) {
      first++;
    }
    if (first == lines.size()) {
      throw new FileRefused(
          "HEADER_NOT_FOUND",
          "找不到以“" + mapping.rowHeader() + "”开头的表头；请核对文件与对照表 " + mapping.name() + "。",
          "There is no header that begins with \""
              + mapping.rowHeader()
              + "\"; check the file against the mapping "
              + mapping.name()
              + ".");
    }
    int data = first + 1;
    while (data < lines.size() && lines.get(data).cell(0).blank()) {
      data++;
    }
    return new HeaderBlock(
        texts(lines.subList(first, data)), new ArrayList<>(), lines.subList(data, lines.size()));
  }

  private static boolean begins(Line line, String header) {
    return PublishedTable.fold(line.cell(0).shown()).equals(header);
  }

  private static List<String> texts(List<Line> rows) {
    int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    List<String> texts = new ArrayList<>();
    for (int c = 0; c < width; c++) {
      StringBuilder text = new StringBuilder();
      for (Line row : rows) {
        text.append(PublishedTable.fold(row.cell(c).shown()));
      }
      texts.add(text.toString());
    }
    return texts;
  }

  /** The indicators by column; every one of the mapping must be there, in its unit. */
  Map<Integer, Indicator> columns(TableMapping mapping, TitleLines title) {
    Map<Integer, Indicator> columns = new TreeMap<>();
    List<String> missing = new ArrayList<>(mapping.columns().keySet());
    for (int c = 1; c < texts.size(); c++) {
      String text = texts.get(c);
      Optional<Map.Entry<String, Indicator>> match = match(text, mapping);
      if (match.isPresent()) {
        String header = match.get().getKey();
        title.checkUnit(match.get().getValue(), header, text);
        columns.put(c, match.get().getValue());
        missing.remove(header);
      } else if (startsChinese(text)) {
        unmapped.add(text);
      }
    }
    if (!missing.isEmpty()) {
      throw new FileRefused(
          "MAPPING_COLUMN_MISSING",
          "表中没有这些列："
              + String.join("、", missing)
              + "；现有各列："
              + String.join(" | ", texts)
              + "。请核对文件与对照表 "
              + mapping.name()
              + "。",
          "The table lacks the columns "
              + String.join(", ", missing)
              + "; it has "
              + String.join(" | ", texts)
              + ". Check the file against the mapping "
              + mapping.name()
              + ".");
    }
    return columns;
  }

  /** The column whose header the text begins with, whole: 专利申请数 is not 专利申请. */
  private static Optional<Map.Entry<String, Indicator>> match(String text, TableMapping mapping) {
    return mapping.columns().entrySet().stream()
        .filter(column -> begins(text, column.getKey()))
        .findFirst();
  }

  private static boolean begins(String text, String header) {
    return text.startsWith(header)
        && (text.length() == header.length() || !chinese(text.charAt(header.length())));
  }

  private static boolean startsChinese(String text) {
    return !text.isEmpty() && chinese(text.charAt(0));
  }

  private static boolean chinese(char c) {
    return Character.isIdeographic(c);
  }
}
