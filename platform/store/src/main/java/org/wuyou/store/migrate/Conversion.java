package org.wuyou.store.migrate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.model.EnumType;
import org.wuyou.spi.model.ValueType;
import org.wuyou.spi.value.DivisionCode;
import org.wuyou.spi.value.IndustryCode;
import org.wuyou.spi.value.Money;
import org.wuyou.spi.value.Parsed;
import org.wuyou.spi.value.Uscc;
import org.wuyou.store.column.TextList;
import org.wuyou.store.table.Column;
import org.wuyou.store.table.Values;

/** Takes values of one column type to another exactly, or not at all. */
record Conversion(Column from, Column to, Map<String, EnumType> enums) {

  /** The cell in the new column; null if it has no exact counterpart. */
  @Nullable Object convert(Object cell) {
    List<String> elements = from.list() ? TextList.split((String) cell) : List.of(text(cell));
    List<Object> converted = new ArrayList<>();
    for (String element : elements) {
      Object one = element(from.list() ? text(elementCell(element)) : element);
      if (one == null) {
        return null;
      }
      converted.add(one);
    }
    if (to.list()) {
      return TextList.join(converted.stream().map(Object::toString).toList());
    }
    return converted.size() == 1 ? converted.getFirst() : null;
  }

  private Object elementCell(String element) {
    return from.type() instanceof ValueType.Text
            || from.type() instanceof ValueType.Code
            || from.type() instanceof ValueType.Enumeration
        ? element
        : (Object) Long.valueOf(element);
  }

  /** The value as a person would write it; references by their identity. */
  private String text(Object cell) {
    if (cell instanceof String text) {
      return text;
    }
    if (from.type() instanceof ValueType.Reference) {
      return cell.toString();
    }
    Object value = Values.value(from.type(), (Long) cell);
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }

  private @Nullable Object element(String text) {
    if (from.type() instanceof ValueType.Reference || to.type() instanceof ValueType.Reference) {
      return from.type().equals(to.type()) ? (Object) Long.valueOf(text) : null;
    }
    try {
      return switch (to.type()) {
        case ValueType.Text t -> text;
        case ValueType.Code code -> code(code.kind(), text);
        case ValueType.Enumeration type -> value(enums.get(type.enumName()), text);
        case ValueType.Bool b ->
            text.equals("true") ? (Object) 1L : text.equals("false") ? 0L : null;
        case ValueType.Int i -> (long) new BigDecimal(text).intValueExact();
        case ValueType.MoneyAmount m -> Money.yuan(new BigDecimal(text)).fen();
        case ValueType.Decimal d -> Values.number(d, new BigDecimal(text));
        case ValueType.Percent p -> Values.number(p, new BigDecimal(text));
        case ValueType.Date d -> Values.number(d, LocalDate.parse(text));
        case ValueType.Month m -> Values.number(m, YearMonth.parse(text));
        case ValueType.Timestamp t -> Values.number(t, Instant.parse(text));
        case ValueType.Reference r -> null;
        case ValueType.Inverse i -> null;
        case ValueType.Computed c -> null;
      };
    } catch (ArithmeticException | NumberFormatException | java.time.DateTimeException e) {
      // Not a value of the new type: that is the answer, and it is counted and reported.
      return null;
    }
  }

  private static @Nullable Object value(@Nullable EnumType type, String text) {
    return type != null && type.values().stream().anyMatch(v -> v.name().equals(text))
        ? text
        : null;
  }

  private static @Nullable Object code(ValueType.Code.Kind kind, String text) {
    Parsed<String> parsed =
        switch (kind) {
          case USCC -> Uscc.parse(text);
          case DIVISION -> DivisionCode.parse(text);
          case INDUSTRY -> IndustryCode.parse(text);
        };
    return parsed instanceof Parsed.Ok<String> ok ? ok.value() : null;
  }
}
