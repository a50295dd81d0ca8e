package org.wuyou.gateway.values;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.EnumType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;
import org.wuyou.spi.value.DivisionCode;
import org.wuyou.spi.value.IndustryCode;
import org.wuyou.spi.value.Money;
import org.wuyou.spi.value.Parsed;
import org.wuyou.spi.value.Uscc;

/**
 * Reads a text (a file's cell, a GraphQL string, a cursor) as the value of a field, in the Java
 * form of its type; references become {@link RowKey}s. A blank text is missing and is not given
 * here. What the field's range, length or pattern forbids is found by the store, not here.
 */
public final class ValueReader {
  private static final Set<String> TRUE = Set.of("true", "1", "是", "yes", "y", "√", "有");
  private static final Set<String> FALSE = Set.of("false", "0", "否", "no", "n", "×", "无");
  private static final int PERCENT_SCALE = 6;

  /** Between the parts of a composite key, and between the values of a list. */
  private static final String KEY_SEPARATOR = "/";

  private static final String LIST_SEPARATORS = "[;；、|]";

  private final Model model;

  public ValueReader(Model model) {
    this.model = model;
  }

  /** The value of the field; a list field takes several, parted by {@code ; ； 、 |}. */
  public Parsed<Object> read(String text, Field field) {
    return read(text, field, Money.Unit.YUAN);
  }

  /**
   * As {@link #read(String, Field)}.
   *
   * @param unitIfNone the unit of amounts that name none, as a column header tells it
   */
  public Parsed<Object> read(String text, Field field, Money.Unit unitIfNone) {
    if (!field.list()) {
      return read(text, field.type(), unitIfNone);
    }
    List<Object> values = new ArrayList<>();
    for (String part : text.split(LIST_SEPARATORS, -1)) {
      if (part.isBlank()) {
        continue;
      }
      switch (read(part, field.type(), unitIfNone)) {
        case Parsed.Ok<Object>(Object value) -> values.add(value);
        case Parsed.Bad<Object> bad -> {
          return bad;
        }
      }
    }
    return Parsed.ok(List.copyOf(values));
  }

  /** One value of the type. */
  public Parsed<Object> read(String text, ValueType type) {
    return read(text, type, Money.Unit.YUAN);
  }

  private Parsed<Object> read(String text, ValueType type, Money.Unit unitIfNone) {
    return switch (type) {
      case ValueType.Text() -> Parsed.ok(text.strip());
      case ValueType.Bool() -> bool(text);
      case ValueType.Int() -> integer(text);
      case ValueType.Decimal(int scale) -> decimal(text, scale);
      case ValueType.MoneyAmount() -> Amounts.parse(text, unitIfNone);
      case ValueType.Percent() -> percent(text);
      case ValueType.Date() -> Dates.day(text);
      case ValueType.Month() -> Dates.month(text);
      case ValueType.Timestamp() -> Dates.instant(text);
      case ValueType.Code(ValueType.Code.Kind kind) -> code(text, kind);
      case ValueType.Enumeration(String name) -> enumeration(text, model.enumeration(name));
      case ValueType.Reference(String entity) -> key(text, model.entity(entity));
      case ValueType.Inverse inverse ->
          throw new IllegalArgumentException("no text is the value of " + inverse);
      case ValueType.Computed computed ->
          throw new IllegalArgumentException("no text is the value of " + computed);
    };
  }

  private static Parsed<Object> bool(String text) {
    String plain = Numbers.halfWidth(text).toLowerCase(Locale.ROOT);
    if (TRUE.contains(plain)) {
      return Parsed.ok(true);
    }
    if (FALSE.contains(plain)) {
      return Parsed.ok(false);
    }
    return Parsed.bad(
        "NOT_A_BOOLEAN",
        "“" + Shown.of(text) + "”不是“是”或“否”；请填写 是/否、true/false 或 1/0。",
        "\"" + Shown.of(text) + "\" is neither yes nor no; write 是/否, true/false or 1/0.");
  }

  private static Parsed<Object> integer(String text) {
    return switch (Numbers.parse(text)) {
      case Parsed.Bad<BigDecimal>(var code, var message) -> new Parsed.Bad<>(code, message);
      case Parsed.Ok<BigDecimal>(BigDecimal number) -> integer(number);
    };
  }

  static Parsed<Object> integer(BigDecimal number) {
    if (!Numbers.fits(number, 0)) {
      return Parsed.bad(
          "NOT_AN_INTEGER", "应为整数；请去掉小数部分。", "A whole number is wanted; drop the decimals.");
    }
    try {
      return Parsed.ok(number.intValueExact());
    } catch (ArithmeticException beyond) {
      return Parsed.bad(
          "TOO_LARGE", "整数超出范围（±2147483647）。", "The number is out of range (±2147483647).");
    }
  }

  private static Parsed<Object> decimal(String text, int scale) {
    return switch (Numbers.parse(text)) {
      case Parsed.Bad<BigDecimal>(var code, var message) -> new Parsed.Bad<>(code, message);
      case Parsed.Ok<BigDecimal>(BigDecimal number) -> decimal(number, scale);
    };
  }

  static Parsed<Object> decimal(BigDecimal number, int scale) {
    if (!Numbers.fits(number, scale)) {
      return Parsed.bad(
          "TOO_FINE",
          "小数不得多于 " + scale + " 位；请四舍五入。",
          "At most " + scale + " decimals are kept; round the number.");
    }
    return Parsed.ok(number);
  }

  private static Parsed<Object> percent(String text) {
    String plain = Numbers.halfWidth(text);
    boolean signed = plain.endsWith("%");
    return decimal(signed ? plain.substring(0, plain.length() - 1) : plain, PERCENT_SCALE);
  }

  private static Parsed<Object> code(String text, ValueType.Code.Kind kind) {
    Parsed<String> code =
        switch (kind) {
          case USCC -> Uscc.parse(text);
          case DIVISION -> DivisionCode.parse(text);
          case INDUSTRY -> IndustryCode.parse(text);
        };
    return switch (code) {
      case Parsed.Ok<String>(String value) -> Parsed.ok(value);
      case Parsed.Bad<String>(var reason, var message) -> new Parsed.Bad<>(reason, message);
    };
  }

  private static Parsed<Object> enumeration(String text, EnumType type) {
    String plain = text.strip();
    var found = type.find(plain).or(() -> type.find(plain.toUpperCase(Locale.ROOT)));
    if (found.isPresent()) {
      return Parsed.ok(found.get().name());
    }
    String zh =
        type.values().stream().map(v -> v.label().zh()).limit(12).collect(Collectors.joining("、"));
    String en =
        type.values().stream()
            .map(EnumType.Value::name)
            .limit(12)
            .collect(Collectors.joining(", "));
    return Parsed.bad(
        "NOT_IN_LIST",
        "“" + Shown.of(text) + "”不在“" + type.label().zh() + "”的取值中；可填：" + zh + "。",
        "\"" + Shown.of(text) + "\" is no value of " + type.name() + "; write one of " + en + ".");
  }

  private Parsed<Object> key(String text, EntityType entity) {
    List<String> names = entity.key();
    String[] parts = names.size() == 1 ? new String[] {text} : text.split(KEY_SEPARATOR, -1);
    if (parts.length != names.size()) {
      return Parsed.bad(
          "KEY_PARTS",
          "“"
              + Shown.of(text)
              + "”应由 "
              + names.size()
              + " 部分组成，以 / 分隔："
              + String.join("/", names)
              + "。",
          "\""
              + Shown.of(text)
              + "\" must have the parts "
              + String.join("/", names)
              + ", parted by /.");
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      switch (read(parts[i], entity.field(names.get(i)))) {
        case Parsed.Ok<Object>(Object value) -> values.add(value);
        case Parsed.Bad<Object> bad -> {
          return bad;
        }
      }
    }
    return Parsed.ok(new RowKey.ByKey(values));
  }
}
