package org.wuyou.gateway.files.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.wuyou.gateway.files.column.HeaderNames;
import org.wuyou.gateway.files.column.Leaf;
import org.wuyou.gateway.files.load.TableFinder;
import org.wuyou.gateway.files.sheet.Cell;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.EnumType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;
import org.wuyou.spi.value.Money;

/** An empty file to fill in: the headers with their units and, in XLSX, lists and explanations. */
public final class Template {
  private static final int PREPARED_ROWS = 2_000;
  private static final int LONGEST_LIST = 255;

  private final Model model;
  private final EntityType entity;
  private final List<Leaf> leaves;
  private final HeaderNames names;

  /**
   * @param leaves the columns wanted
   */
  public Template(Model model, EntityType entity, List<Leaf> leaves) {
    this.model = model;
    this.entity = entity;
    this.leaves = List.copyOf(leaves);
    this.names = HeaderNames.of(entity, model);
  }

  public void write(FileFormat format, Headers headers, OutputStream out) throws IOException {
    switch (format) {
      case FileFormat.Csv csv -> {
        try (SheetWriter sheet = csv.writer(out, entity.name())) {
          sheet.row(
              leaves.stream()
                  .<Cell>map(leaf -> new Cell.Text(headers.of(leaf, names, Money.Unit.WAN_YUAN)))
                  .toList());
        }
      }
      case FileFormat.Xlsx xlsx -> workbook(headers, out);
    }
  }

  private void workbook(Headers headers, OutputStream out) throws IOException {
    Workbook workbook = new Workbook(new Unclosed(out), "Wuyou", "1.0");
    Worksheet sheet = workbook.newWorksheet(entity.name());
    Worksheet notes = workbook.newWorksheet(TableFinder.NOTES_SHEET.zh());
    sheet.freezePane(0, 1);
    Locale locale = headers == Headers.EN ? Locale.ENGLISH : Locale.CHINESE;
    for (int i = 0; i < leaves.size(); i++) {
      Leaf leaf = leaves.get(i);
      sheet.value(0, i, headers.of(leaf, names, Money.Unit.WAN_YUAN));
      sheet.style(0, i).bold().set();
      sheet.width(i, 20);
      // Text format keeps the spreadsheet from taking codes for numbers.
      if (leaf.last().type() instanceof ValueType.Code) {
        sheet.range(1, i, PREPARED_ROWS, i).style().format("@").set();
      }
      listOfValues(sheet, i, leaf.last(), headers);
      notes.value(i, 0, headers.of(leaf, names, Money.Unit.WAN_YUAN));
      notes.value(i, 1, explanation(leaf).in(locale));
    }
    notes.width(0, 30);
    notes.width(1, 90);
    workbook.finish();
  }

  private void listOfValues(Worksheet sheet, int column, Field field, Headers headers) {
    List<String> values =
        switch (field.type()) {
          case ValueType.Bool bool ->
              headers == Headers.ZH ? List.of("是", "否") : List.of("true", "false");
          case ValueType.Enumeration(String name) -> spellings(model.enumeration(name), headers);
          default -> List.of();
        };
    String joined = String.join(",", values);
    // Spreadsheets take a list in place up to this length; longer ones are in the notes alone.
    if (!values.isEmpty() && !field.list() && joined.length() <= LONGEST_LIST) {
      sheet
          .range(1, column, PREPARED_ROWS, column)
          .validateWithListByFormula("\"" + joined.replace("\"", "") + "\"");
    }
  }

  private static List<String> spellings(EnumType type, Headers headers) {
    return type.values().stream()
        .map(
            value ->
                switch (headers) {
                  case NAME -> value.name();
                  case ZH -> value.label().zh();
                  case EN -> value.label().en();
                })
        .toList();
  }

  private Label explanation(Leaf leaf) {
    Field field = leaf.last();
    boolean key = entity.key().contains(leaf.root().name());
    String zh = key ? "主键，必填。" : leaf.root().required() ? "必填。" : "选填。";
    String en = key ? "Key, required. " : leaf.root().required() ? "Required. " : "Optional. ";
    String list = field.list() ? "可填多个，以“、”分隔。" : "";
    String listEn = field.list() ? " Several values are separated by \";\"." : "";
    Label kind = kind(field);
    return new Label(zh + kind.zh() + list, en + kind.en() + listEn);
  }

  private Label kind(Field field) {
    return switch (field.type()) {
      case ValueType.Text t -> new Label("文字。", "Text.");
      case ValueType.Bool b -> new Label("是 或 否。", "true or false.");
      case ValueType.Int n -> new Label("整数。", "Whole number.");
      case ValueType.Decimal d ->
          new Label(
              "数字，至多 " + d.scale() + " 位小数。", "Number of at most " + d.scale() + " decimals.");
      case ValueType.MoneyAmount m ->
          new Label(
              "金额；单位按表头，也可在单元格内写明（如 1.5亿元）。",
              "Amount in the unit of the header, or with its own (such as 1.5亿元).");
      case ValueType.Percent p ->
          new Label("百分数，20 或 20% 均为百分之二十。", "Percentage; 20 and 20% both mean twenty per cent.");
      case ValueType.Date d -> new Label("日期，如 2021-06-02。", "Date, such as 2021-06-02.");
      case ValueType.Month m -> new Label("年月，如 2021-06。", "Month, such as 2021-06.");
      case ValueType.Timestamp t ->
          new Label("时刻，如 2026-11-21T08:00:00Z。", "Instant, such as 2026-11-21T08:00:00Z.");
      case ValueType.Code(ValueType.Code.Kind kind) ->
          switch (kind) {
            case USCC -> new Label("18 位统一社会信用代码，文本格式。", "Credit code of 18 characters, as text.");
            case DIVISION -> new Label("6 位行政区划代码，文本格式。", "Division code of six digits, as text.");
            case INDUSTRY ->
                new Label(
                    "行业代码，如 C、39、3973，文本格式。", "Industry code, such as C, 39 or 3973, as text.");
          };
      case ValueType.Enumeration(String name) ->
          new Label(
              "取值：" + String.join("、", spellings(model.enumeration(name), Headers.ZH)) + "。",
              "One of "
                  + spellings(model.enumeration(name), Headers.EN).stream()
                      .collect(Collectors.joining(", "))
                  + ".");
      case ValueType.Reference r -> throw new IllegalStateException("a leaf is no reference");
      case ValueType.Inverse i -> throw new IllegalStateException("an inverse is not stored");
      case ValueType.Computed c ->
          throw new IllegalStateException("a computed field is not stored");
    };
  }
}
