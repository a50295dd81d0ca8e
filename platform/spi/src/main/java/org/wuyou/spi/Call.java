package org.wuyou.spi;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Transaction;

/**
 * One call of a {@link Resolver}: its object, its arguments, the snapshot it must read, who asks.
 */
public interface Call {
  /** The object whose field is asked for; null on root fields. */
  @Nullable Object source();

  /** {@link #source} as a row. */
  default Row row() {
    return (Row) java.util.Objects.requireNonNull(source());
  }

  /**
   * Argument values in the Java form of their scalars; input objects as maps; absent ones are
   * missing.
   */
  Map<String, @Nullable Object> arguments();

  @SuppressWarnings("unchecked")
  default <T> @Nullable T argument(String name) {
    return (T) arguments().get(name);
  }

  /**
   * The one snapshot of the request (of a mutation: the one after the changes before this field).
   */
  Snapshot snapshot();

  /** The date given by the field's {@code asOf} argument, else today in Beijing. */
  LocalDate asOf();

  Clock clock();

  Caller caller();

  /** Language of messages; Chinese unless the client prefers English. */
  default Locale locale() {
    return Locale.CHINESE;
  }

  /** Commits under the caller's name and audits; only within mutations. */
  CommitResult commit(Transaction transaction);
}
