package org.wuyou.gateway.files.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** One cell as the file holds it, before anybody asks what it means. */
public sealed interface Cell {
  Cell BLANK = new Text("");

  record Text(String text) implements Cell {
    @Override
    public String shown() {
      return text;
    }
  }

  /**
   * A number as a spreadsheet keeps it. Spreadsheets hold 15 significant digits; a longer number
   * has already lost its last ones.
   */
  record Number(BigDecimal value) implements Cell {
    private static final MathContext SPREADSHEET = new MathContext(15);

    /**
     * The number that was typed in. What a binary double adds beyond 15 digits is noise; a whole
     * number of more digits stays as it is, for nobody can tell what it was.
     */
    public Number {
      if (integerDigits(value) <= SPREADSHEET.getPrecision()) {
        value = value.round(SPREADSHEET).stripTrailingZeros();
      }
    }

    /** Whether the digits are still those that were typed in. */
    public boolean exact() {
      return integerDigits(value) <= SPREADSHEET.getPrecision();
    }

    private static int integerDigits(BigDecimal value) {
      return value.precision() - value.scale();
    }

    @Override
    public String shown() {
      return exact() ? value.toPlainString() : value.round(SPREADSHEET).toString();
    }
  }

  record Moment(LocalDateTime value) implements Cell {
    @Override
    public String shown() {
      return value.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? value.toLocalDate().toString()
          : value.toString();
    }
  }

  record Truth(boolean value) implements Cell {
    @Override
    public String shown() {
      return value ? "TRUE" : "FALSE";
    }
  }

  /** A formula that ended in an error, such as {@code #REF!}. */
  record Failed(String error) implements Cell {
    @Override
    public String shown() {
      return error;
    }
  }

  /** The cell as a person sees it. */
  String shown();

  default boolean blank() {
    return this instanceof Text(String text) && text.isBlank();
  }
}
