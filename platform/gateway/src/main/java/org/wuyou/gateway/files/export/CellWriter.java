package org.wuyou.gateway.files.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.files.sheet.Cell;
import org.wuyou.gateway.values.ValueWriter;
import org.wuyou.spi.model.EnumType;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;
import org.wuyou.spi.value.Money;

/** Values as cells: numbers as numbers, codes as texts, everything so that it reads back equal. */
final class CellWriter {
  private final Model model;
  private final Headers words;
  private final Money.Unit unit;

  CellWriter(Model model, Headers words, Money.Unit unit) {
    this.model = model;
    this.words = words;
    this.unit = unit;
  }

  Cell cell(@Nullable Object value, ValueType type) {
    return switch (value) {
      case null -> Cell.BLANK;
      case Money money -> number(money.in(unit));
      case BigDecimal number -> number(number);
      case Integer number -> number(BigDecimal.valueOf(number));
      case LocalDate day -> new Cell.Moment(day.atStartOfDay());
      case List<?> list ->
          new Cell.Text(list.stream().map(one -> text(one, type)).collect(Collectors.joining(";")));
      default -> new Cell.Text(text(value, type));
    };
  }

  /** A number too long for a spreadsheet stays a text, to the last digit. */
  private static Cell number(BigDecimal value) {
    Cell.Number number = new Cell.Number(value);
    return number.exact() && number.value().compareTo(value) == 0
        ? number
        : new Cell.Text(value.toPlainString());
  }

  private String text(Object value, ValueType type) {
    return switch (value) {
      case Boolean truth when words == Headers.ZH -> truth ? "是" : "否";
      case String name when type instanceof ValueType.Enumeration(String enumName) ->
          enumeration(name, model.enumeration(enumName));
      default -> ValueWriter.text(value);
    };
  }

  /** The label, if it means this value alone. */
  private String enumeration(String name, EnumType type) {
    return type.values().stream()
        .filter(value -> value.name().equals(name))
        .map(
            value ->
                switch (words) {
                  case NAME -> name;
                  case ZH -> value.label().zh();
                  case EN -> value.label().en();
                })
        .filter(label -> type.find(label).filter(found -> found.name().equals(name)).isPresent())
        .findFirst()
        .orElse(name);
  }
}
