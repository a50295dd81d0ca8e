package org.wuyou.spi.data;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.model.Model;

/**
 * The whole register as of one commit: immutable, shared, free to keep for the time of one request.
 */
public interface Snapshot {
  /** Counts commits; a larger version is later. */
  long version();

  Model model();

  /** The table of an entity of {@link #model}; a programming error if there is none. */
  Table table(String entity);

  /** The row, or empty if the key names none. */
  default Optional<Row> find(String entity, RowKey key) {
    Table table = table(entity);
    var position = table.find(key);
    return position.isPresent() ? Optional.of(table.row(position.getAsInt())) : Optional.empty();
  }

  /** The row whose key has these values, or null. */
  default @Nullable Row get(String entity, Object... keyValues) {
    return find(entity, RowKey.key(keyValues)).orElse(null);
  }
}
