package org.wuyou.spi.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change of a transaction. Values are in the Java form of the field's type, {@link RowKey} for
 * references; a key with null value clears the field; a field not named keeps its value.
 */
public sealed interface Change {
  String entity();

  record Insert(String entity, Map<String, @Nullable Object> values) implements Change {
    public Insert {
      values = copy(values);
    }
  }

  /** Refused with {@code VERSION_CONFLICT} if the row is no longer at {@code expectedVersion}. */
  record Update(
      String entity,
      RowKey target,
      @Nullable Long expectedVersion,
      Map<String, @Nullable Object> values)
      implements Change {
    public Update {
      values = copy(values);
    }
  }

  /** Inserts, or updates the row with the same key; values must hold the whole key. */
  record Upsert(String entity, Map<String, @Nullable Object> values) implements Change {
    public Upsert {
      values = copy(values);
    }
  }

  /** Refused with {@code STILL_REFERENCED} while a required reference points to the row. */
  record Remove(String entity, RowKey target, @Nullable Long expectedVersion) implements Change {}

  private static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> values) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
