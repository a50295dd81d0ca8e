package org.wuyou.store.write;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.model.EnumType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.ValueType;
import org.wuyou.spi.value.DivisionCode;
import org.wuyou.spi.value.IndustryCode;
import org.wuyou.spi.value.Money;
import org.wuyou.spi.value.Parsed;
import org.wuyou.spi.value.Uscc;
import org.wuyou.store.column.TextList;
import org.wuyou.store.table.Values;

/** Reads values in Java form as cells, and tells everything in which they break the declaration. */
final class CellReader {
  private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

  /** The cell, or null if the value is refused; why is then told to {@code faults}. */
  @Nullable Object read(Draft draft, Field field, Object value, Faults faults) {
    if (!field.list()) {
      return one(draft, field, value, faults);
    }
    List<String> elements = new ArrayList<>();
    boolean whole = true;
    for (Object item : (List<?>) value) {
      Object cell = one(draft, field, Objects.requireNonNull(item), faults);
      whole &= cell != null;
      if (cell != null) {
        elements.add(
            field.type() instanceof ValueType.Reference
                ? Long.toString((Long) cell + 1)
                : cell.toString());
      }
    }
    return whole ? TextList.join(elements) : null;
  }

  private @Nullable Object one(Draft draft, Field field, Object value, Faults faults) {
    return switch (field.type()) {
      case ValueType.Text t -> text(field, (String) value, faults);
      case ValueType.Code code -> code(field, code.kind(), (String) value, faults);
      case ValueType.Enumeration type ->
          enumeration(field, draft.model().enumeration(type.enumName()), (String) value, faults);
      case ValueType.Reference reference -> {
        int position = draft.find(reference.entity(), Draft.key(value));
        if (position < 0) {
          faults.referenceNotFound(field, value);
        }
        yield position < 0 ? null : (Object) (long) position;
      }
      default -> number(field, value, faults);
    };
  }

  private @Nullable Object text(Field field, String value, Faults faults) {
    boolean good = true;
    Optional<Integer> most = field.maxLength();
    int length = value.codePointCount(0, value.length());
    if (most.isPresent() && length > most.get()) {
      faults.tooLong(field, value, length, most.get());
      good = false;
    }
    Optional<String> pattern = field.pattern();
    if (pattern.isPresent() && !pattern(pattern.get()).matcher(value).matches()) {
      faults.pattern(field, value, pattern.get());
      good = false;
    }
    return good ? value : null;
  }

  private Pattern pattern(String text) {
    return patterns.computeIfAbsent(text, Pattern::compile);
  }

  private @Nullable Object code(
      Field field, ValueType.Code.Kind kind, String value, Faults faults) {
    Parsed<String> parsed =
        switch (kind) {
          case USCC -> Uscc.parse(value);
          case DIVISION -> DivisionCode.parse(value);
          case INDUSTRY -> IndustryCode.parse(value);
        };
    return switch (parsed) {
      case Parsed.Ok<String> ok -> {
        String canonical = ok.value();
        if (!canonical.equals(value)) {
          faults.spelling(field, value, canonical);
        }
        yield canonical.equals(value) ? value : null;
      }
      case Parsed.Bad<String> bad -> {
        faults.code(field, value, bad);
        yield null;
      }
    };
  }

  private static @Nullable Object enumeration(
      Field field, EnumType type, String value, Faults faults) {
    if (type.values().stream().anyMatch(known -> known.name().equals(value))) {
      return value;
    }
    faults.unknownValue(
        field, value, String.join(", ", type.values().stream().map(EnumType.Value::name).toList()));
    return null;
  }

  private static @Nullable Object number(Field field, Object value, Faults faults) {
    if (value instanceof BigDecimal decimal
        && decimal.stripTrailingZeros().scale() > Values.scale(field.type())) {
      faults.tooPrecise(field, value, Values.scale(field.type()));
      return null;
    }
    BigDecimal amount =
        switch (value) {
          case BigDecimal decimal -> decimal;
          case Integer whole -> BigDecimal.valueOf(whole);
          case Money money -> money.yuan();
          default -> BigDecimal.ZERO;
        };
    boolean low = field.min().isPresent() && amount.compareTo(field.min().get()) < 0;
    boolean high = field.max().isPresent() && amount.compareTo(field.max().get()) > 0;
    // Larger than a column can hold is out of range even where none is declared.
    boolean huge =
        value instanceof BigDecimal
            && amount.movePointRight(Values.scale(field.type())).toBigInteger().bitLength() > 62;
    if (low || high || huge) {
      faults.outOfRange(field, value);
      return null;
    }
    return Values.number(field.type(), value);
  }
}
