package org.wuyou.gateway.values;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.value.Money;

/**
 * Writes values as the texts of the wire and of files; what {@link ValueReader} reads of them is
 * the same value.
 */
public final class ValueWriter {
  private ValueWriter() {}

  /** The canonical text of a value that is not missing; of a row, the text of its key. */
  public static String text(Object value) {
    return switch (value) {
      case Money money -> money(money);
      case BigDecimal number -> decimal(number);
      case Instant instant -> instant.toString();
      case List<?> list -> list.stream().map(ValueWriter::text).collect(Collectors.joining(";"));
      case Row row -> key(row);
      default -> value.toString();
    };
  }

  /** Exact yuan without superfluous zeros, without the cost of a decimal number. */
  public static String money(Money money) {
    long fen = money.fen();
    long rest = Math.abs(fen % 100);
    if (rest == 0) {
      return Long.toString(fen / 100);
    }
    String sign = fen < 0 && fen > -100 ? "-" : "";
    String decimals =
        rest % 10 == 0 ? Long.toString(rest / 10) : rest < 10 ? "0" + rest : Long.toString(rest);
    return sign + fen / 100 + "." + decimals;
  }

  public static String decimal(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String key(Row row) {
    return row.table().type().key().stream()
        .map(field -> java.util.Objects.requireNonNull(row.value(field), field))
        .map(ValueWriter::text)
        .collect(Collectors.joining("/"));
  }
}
