package org.wuyou.store.query;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Aggregation.Grain;
import org.wuyou.spi.data.Aggregation.GroupBy;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.model.ValueType;
import org.wuyou.spi.value.DivisionCode;
import org.wuyou.spi.value.IndustryCode;
import org.wuyou.store.column.DictionaryView;
import org.wuyou.store.column.TextList;
import org.wuyou.store.table.Values;

/** The value that a row is grouped by, as a number, and back as a value. */
final class GroupKey {
  /** What a number means for which the value cannot be coarsened as asked: missing. */
  private static final long NOTHING = -1;

  private final Path path;
  private final Grain grain;
  private final Function<String, Table> tables;
  private final @Nullable DictionaryView texts;

  /** For grains of codes: each code's coarse code as a number. */
  private final long[] coarse;

  private final long[] ordinals;

  GroupKey(Conditions conditions, Path path, GroupBy by, Function<String, Table> tables) {
    this.path = path;
    this.grain = by.grain();
    this.tables = tables;
    if (!applies(path, grain)) {
      throw new IllegalArgumentException(by.field() + " has no " + grain);
    }
    this.texts = path.coded() ? path.last().dictionary(path.lastColumn()) : null;
    this.coarse = texts == null || grain == Grain.VALUE ? new long[0] : coarse(texts, grain);
    this.ordinals = Conditions.ordinals(conditions.model(), path);
  }

  private static long[] coarse(DictionaryView texts, Grain grain) {
    return texts.memo().derive(texts, grain, text -> coarse(text, grain));
  }

  /** The coarse code as a number: its digits, or the letter of a section. */
  private static long coarse(String text, Grain grain) {
    return switch (grain) {
      case PROVINCE -> Long.parseLong(DivisionCode.province(text));
      case CITY -> Long.parseLong(DivisionCode.city(text));
      case SECTION -> IndustryCode.section(text).charAt(0);
      case DIVISION ->
          Character.isLetter(text.charAt(0))
              ? NOTHING
              : Long.parseLong(IndustryCode.division(text));
      case GROUP -> text.length() < 3 ? NOTHING : Long.parseLong(text.substring(0, 3));
      case VALUE, YEAR, MONTH -> throw new IllegalArgumentException("codes have no " + grain);
    };
  }

  private static String text(long number, Grain grain) {
    return switch (grain) {
      case PROVINCE, CITY -> String.format(java.util.Locale.ROOT, "%06d", number);
      case DIVISION -> String.format(java.util.Locale.ROOT, "%02d", number);
      case GROUP -> String.format(java.util.Locale.ROOT, "%03d", number);
      case SECTION -> String.valueOf((char) number);
      case VALUE, YEAR, MONTH -> throw new IllegalArgumentException("codes have no " + grain);
    };
  }

  private static boolean applies(Path path, Grain grain) {
    ValueType type = path.isId() ? new ValueType.Int() : path.column().type();
    boolean single = path.isId() || !path.column().list();
    return switch (grain) {
      case VALUE -> true;
      case PROVINCE, CITY ->
          single && type.equals(new ValueType.Code(ValueType.Code.Kind.DIVISION));
      case SECTION, DIVISION, GROUP ->
          single && type.equals(new ValueType.Code(ValueType.Code.Kind.INDUSTRY));
      case YEAR, MONTH ->
          single && (type instanceof ValueType.Date || type instanceof ValueType.Month);
    };
  }

  Path path() {
    return path;
  }

  /** How many different numbers {@link #of} can give, or 0 if not known to be few. */
  int range() {
    return texts == null || coarse.length > 0 ? 0 : texts.size();
  }

  /** Whether stored numbers are group numbers as they are. */
  boolean plain() {
    return grain == Grain.VALUE;
  }

  /** The group's number for a stored number; negative if the row counts as having no value. */
  long of(long stored) {
    if (coarse.length > 0) {
      return coarse[(int) stored];
    }
    return switch (grain) {
      case YEAR ->
          path.column().type() instanceof ValueType.Month
              ? Math.floorDiv(stored, 12)
              : LocalDate.ofEpochDay(stored).getYear();
      case MONTH ->
          path.column().type() instanceof ValueType.Month
              ? stored
              : YearMonth.from(LocalDate.ofEpochDay(stored))
                  .getLong(java.time.temporal.ChronoField.PROLEPTIC_MONTH);
      case VALUE, PROVINCE, CITY, SECTION, DIVISION, GROUP -> stored;
    };
  }

  boolean canBeMissing(long number) {
    return coarse.length > 0 && number == NOTHING;
  }

  /** The key in Java form: a Row for references, an Integer for years. */
  Object value(long number) {
    if (coarse.length > 0) {
      return text(number, grain);
    }
    if (texts != null) {
      String text = texts.text((int) number);
      return path.column().list()
          ? TextList.split(text).stream()
              .map(e -> Values.elementValue(path.column().type(), e))
              .toList()
          : text;
    }
    if (path.isId()) {
      return number;
    }
    return switch (grain) {
      case YEAR -> (int) number;
      case MONTH -> Values.value(new ValueType.Month(), number);
      default -> {
        String target = path.column().target();
        yield target == null
            ? Values.value(path.column().type(), number)
            : tables.apply(target).row((int) number);
      }
    };
  }

  /** Order of two numbers of this key, ascending by value. */
  int compare(long left, long right) {
    if (texts == null || coarse.length > 0) {
      return Long.compare(left, right);
    }
    if (ordinals.length > 0) {
      return Long.compare(ordinals[(int) left], ordinals[(int) right]);
    }
    return texts.compare((int) left, (int) right);
  }
}
