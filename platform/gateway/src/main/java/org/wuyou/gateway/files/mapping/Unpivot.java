package org.wuyou.gateway.files.mapping;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wuyou.gateway.files.Finding;
import org.wuyou.gateway.files.column.ColumnPlan;
import org.wuyou.gateway.files.load.Table;
import org.wuyou.gateway.files.sheet.Cell;
import org.wuyou.gateway.files.sheet.FileRefused;
import org.wuyou.gateway.files.sheet.Line;
import org.wuyou.gateway.files.sheet.Lines;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;

/** Turns one published table into rows of one figure each, after checking that it is that table. */
final class Unpivot {
  private static final Line HEADER =
      line(1, "region", "year", "indicator", "value", "unit", "source");
  private static final String YEARBOOK = "《中国科技统计年鉴》";

  private final TableMapping mapping;
  private final PublishedTable published;
  private final TitleLines title;
  private final int year;
  private final List<Finding> notes = new ArrayList<>();

  Unpivot(TableMapping mapping, PublishedTable published, Map<String, String> parameters) {
    this.mapping = mapping;
    this.published = published;
    this.title = TitleLines.of(published, mapping);
    this.year = title.year(parameters, notes);
  }

  Table table(EntityType entity, Model model) {
    HeaderBlock header = HeaderBlock.of(published, mapping);
    Map<Integer, TableMapping.Indicator> columns = header.columns(mapping, title);
    header.unmapped().forEach(text -> notes.add(unmapped(text)));
    List<Line> rows = new ArrayList<>();
    List<String> strangers = new ArrayList<>();
    for (Line line : header.below()) {
      String name = PublishedTable.fold(line.cell(0).shown());
      List<Line> figures = figures(line, mapping.codes().getOrDefault(name, ""), columns);
      if (mapping.codes().containsKey(name)) {
        rows.addAll(figures);
      } else if (!name.isEmpty() && !figures.isEmpty()) {
        strangers.add(line.number() + ": " + name);
      }
    }
    if (!strangers.isEmpty()) {
      throw new FileRefused(
          "UNKNOWN_ROW_NAME",
          "以下各行的名称不在对照表中，未导入任何数据：" + String.join("；", strangers) + "。请核对名称。",
          "These rows have names that the mapping does not know, so nothing was imported: "
              + String.join("; ", strangers)
              + ". Check the names.");
    }
    ColumnPlan plan = ColumnPlan.of(entity, model, HEADER);
    return new Table(HEADER, plan, false, notes, () -> new Given(rows.iterator()));
  }

  /** A blank cell is a figure that was not published; there is no row for it. */
  private List<Line> figures(Line line, String code, Map<Integer, TableMapping.Indicator> columns) {
    return columns.entrySet().stream()
        .filter(column -> !line.cell(column.getKey()).blank())
        .map(
            column -> {
              TableMapping.Indicator indicator = column.getValue();
              return line(
                  line.number(),
                  mapping.region(code),
                  String.valueOf(year),
                  mapping.indicator(code, indicator),
                  line.cell(column.getKey()).shown().strip(),
                  indicator.unit(),
                  YEARBOOK + title.text());
            })
        .collect(Collectors.toList());
  }

  private static Line line(int number, String... texts) {
    List<Cell> cells = new ArrayList<>();
    for (String text : texts) {
      cells.add(new Cell.Text(text));
    }
    return new Line(number, cells);
  }

  private static Finding unmapped(String text) {
    return Finding.ofColumn(
        text,
        "UNKNOWN_COLUMN",
        new Label(
            "“" + text + "”列不在对照表中，未读取。",
            "Column \"" + text + "\" is not in the mapping and is not read."));
  }

  private static final class Given implements Lines {
    private final Iterator<Line> lines;

    Given(Iterator<Line> lines) {
      this.lines = lines;
    }

    @Override
    public boolean hasNext() {
      return lines.hasNext();
    }

    @Override
    public Line next() {
      return lines.next();
    }

    @Override
    public void close() {}
  }
}
