package org.wuyou.gateway.files.cell;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wuyou.gateway.files.cell.Reading.Remark;
import org.wuyou.gateway.files.column.Column;
import org.wuyou.gateway.files.sheet.Cell;
import org.wuyou.gateway.values.ValueReader;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;
import org.wuyou.spi.value.Money;
import org.wuyou.spi.value.Parsed;

/**
 * Reads cells as values. What spreadsheets and registers do to values on their way (destroyed
 * codes, serial numbers for dates, foreign currencies, marks for "unknown") is recognised here; the
 * values themselves are read as everywhere else in the gateway.
 */
public final class CellReader {
  private static final Set<String> UNKNOWN_MARKS =
      Set.of("n/a", "na", "-", "--", "—", "——", "/", "\\", "null", "…", "...", "不详", "未知");
  private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d(\\.\\d+)?[eE]\\+?\\d+");
  private static final Pattern ROUNDED_CODE = Pattern.compile("\\d{15}0{2,}\\d?|\\d{14,15}0{3}");
  private static final Pattern SERIAL_NUMBER = Pattern.compile("\\d{5}(\\.\\d+)?");

  private final ValueReader values;

  public CellReader(Model model) {
    this.values = new ValueReader(model);
  }

  public Reading read(Cell cell, Column column) {
    Field field = column.leaf().last();
    if (cell.blank()) {
      return new Reading.Blank();
    }
    return switch (cell) {
      case Cell.Failed(String error) -> formulaError(error);
      case Cell.Number number when isCode(field) && !number.exact() -> destroyed();
      case Cell.Number number when isDay(field) && number.value().precision() > 0 ->
          day(number.shown(), column);
      default -> text(Formulas.disarmed(cell.shown()), column);
    };
  }

  private static boolean isCode(Field field) {
    return field.type() instanceof ValueType.Code;
  }

  private static boolean isDay(Field field) {
    return field.type() instanceof ValueType.Date;
  }

  private Reading text(String text, Column column) {
    Field field = column.leaf().last();
    if (field.type() instanceof ValueType.Text && !field.list()) {
      return freeText(text);
    }
    if (UNKNOWN_MARKS.contains(text.strip().toLowerCase(java.util.Locale.ROOT))) {
      return Reading.unknown(
          "MARKED_UNKNOWN",
          "“" + text.strip() + "”表示未知，按没有值处理。",
          "\"" + text.strip() + "\" means unknown and is taken as no value.");
    }
    return switch (field.type()) {
      case ValueType.Code code -> code(text, column);
      case ValueType.Date date -> day(text, column);
      case ValueType.MoneyAmount money -> money(text, column);
      default -> plain(text, column);
    };
  }

  private static Reading freeText(String text) {
    String stripped = text.strip();
    return stripped.equals(text)
        ? Reading.value(text)
        : new Reading.Value(
            stripped,
            List.of(
                new Remark("TRIMMED", new Label("首尾空白已去掉。", "Blanks at the ends were removed."))));
  }

  private Reading code(String text, Column column) {
    if (SCIENTIFIC.matcher(text.strip()).matches()) {
      return destroyed();
    }
    Reading reading = plain(text, column);
    if (reading instanceof Reading.Bad(String code, Label message)
        && ROUNDED_CODE.matcher(text.strip()).matches()) {
      return destroyed();
    }
    return reading instanceof Reading.Value(Object value, List<Remark> remarks)
        ? new Reading.Value(value, respelled(text, value))
        : reading;
  }

  /** What differs between the code as written and as kept, one remark each. */
  private static List<Remark> respelled(String text, Object value) {
    if (text.contentEquals(value.toString())) {
      return List.of();
    }
    List<Remark> remarks = new ArrayList<>();
    String stripped = text.strip();
    String narrow = Normalizer.normalize(stripped, Normalizer.Form.NFKC);
    if (!stripped.equals(text)) {
      remarks.add(new Remark("TRIMMED", new Label("首尾空白已去掉。", "Blanks at the ends were removed.")));
    }
    if (!narrow.equals(stripped)) {
      remarks.add(
          new Remark(
              "FULL_WIDTH",
              new Label(
                  "全角字符已改为半角：" + value + "。",
                  "Full-width characters were made ordinary: " + value + ".")));
    }
    if (!narrow.equals(value.toString()) && narrow.equalsIgnoreCase(value.toString())) {
      remarks.add(
          new Remark(
              "UPPER_CASED",
              new Label(
                  "小写字母已改为大写：" + value + "。", "Lower case was made upper case: " + value + ".")));
    }
    return remarks;
  }

  private Reading day(String text, Column column) {
    Reading reading = plain(text, column);
    if (reading instanceof Reading.Bad && SERIAL_NUMBER.matcher(text.strip()).matches()) {
      return Reading.bad(
          "DATE_AS_NUMBER",
          "日期显示为序列数 " + text.strip() + "；请在表格软件中把该列设为日期格式（如 2021-06-02）后重新保存。",
          "The date has become the serial number "
              + text.strip()
              + "; format the column as dates (2021-06-02) and save the file again.");
    }
    return reading;
  }

  private Reading money(String text, Column column) {
    Optional<CapitalText> spelled = CapitalText.of(text);
    if (spelled.isEmpty()) {
      return plain(text, column);
    }
    CapitalText amount = spelled.get();
    boolean digits = amount.number().chars().anyMatch(Character::isDigit);
    if (!digits && amount.scale().isEmpty()) {
      return plain(text, column);
    }
    if (!digits) {
      return Reading.unknown(
          "AMOUNT_MISSING",
          "只写了单位，没有金额，按没有值处理。",
          "There is a unit but no amount; taken as no value.");
    }
    if (!amount.renminbi()) {
      return Reading.unknown(
          "FOREIGN_CURRENCY",
          "“" + amount.currency() + "”不是人民币，不作折算，按没有值处理。",
          "\"" + amount.currency() + "\" is not CNY; nothing is converted, taken as no value.");
    }
    if (amount.hollow()) {
      return Reading.unknown(
          "UNIT_MISSING",
          "括号内没有单位，金额无法确定，按没有值处理；请补上单位（如 万元）。",
          "The brackets hold no unit, so the amount is uncertain and taken as no value; add the unit (such as 万元).");
    }
    return plain(amount.plain(), column);
  }

  private Reading plain(String text, Column column) {
    String narrow =
        isCode(column.leaf().last()) ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
    return switch (values.read(
        narrow, column.leaf().last(), column.unit().orElse(Money.Unit.YUAN))) {
      case Parsed.Ok<Object>(Object value) -> Reading.value(value);
      case Parsed.Bad<Object>(String code, Label message) -> new Reading.Bad(code, message);
    };
  }

  private static Reading formulaError(String error) {
    return Reading.bad(
        "FORMULA_ERROR",
        "公式出错（" + error + "）；请改正公式，或粘贴为数值。",
        "The formula ends in an error (" + error + "); mend it or paste its value.");
  }

  private static Reading destroyed() {
    return Reading.bad(
        "CODE_DESTROYED_BY_SPREADSHEET",
        "代码被表格软件当成数字，末几位已丢失，无法复原；请从原始数据重新取得代码，先把该列设为“文本”格式再填入。",
        "The spreadsheet took the code for a number and its last digits are lost for good; take the code from the source again, with the column formatted as text first.");
  }
}
