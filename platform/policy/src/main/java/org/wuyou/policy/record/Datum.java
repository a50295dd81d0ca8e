package org.wuyou.policy.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact's value as text, exactly as it was read.
 *
 * @param text empty if the fact was missing; the elements of a list by lines
 */
public record Datum(Kind kind, String text) {
  private static final String BETWEEN = "\n";

  /** The Java type the text stands for. */
  public enum Kind {
    MISSING,
    NUMBER,
    TEXT,
    TRUTH,
    DAY,
    MOMENT,
    TEXTS
  }

  static Datum of(@Nullable Object value) {
    return switch (value) {
      case null -> new Datum(Kind.MISSING, "");
      case BigDecimal number -> new Datum(Kind.NUMBER, number.toPlainString());
      case String text -> new Datum(Kind.TEXT, text);
      case Boolean truth -> new Datum(Kind.TRUTH, truth.toString());
      case LocalDate day -> new Datum(Kind.DAY, day.toString());
      case Instant moment -> new Datum(Kind.MOMENT, moment.toString());
      case List<?> texts ->
          new Datum(Kind.TEXTS, String.join(BETWEEN, texts.stream().map(String::valueOf).toList()));
      default -> throw new IllegalArgumentException(value.getClass() + " is no type of a fact");
    };
  }

  @Nullable Object value() {
    return switch (kind) {
      case MISSING -> null;
      case NUMBER -> new BigDecimal(text);
      case TEXT -> text;
      case TRUTH -> Boolean.valueOf(text);
      case DAY -> LocalDate.parse(text);
      case MOMENT -> Instant.parse(text);
      case TEXTS -> text.isEmpty() ? List.of() : List.of(text.split(BETWEEN));
    };
  }
}
