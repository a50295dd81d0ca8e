package org.wuyou.store.write;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wuyou.store.disk.Batch;
import org.wuyou.store.disk.Head;
import org.wuyou.store.disk.TableSchema;
import org.wuyou.store.table.TableState;

/** What has changed in memory and not yet on disk. */
final class Dirt {
  private final Map<String, BitSet> pages = new LinkedHashMap<>();
  private final Map<String, TableSchema> schemas = new LinkedHashMap<>();
  private final Map<String, byte[]> documents = new LinkedHashMap<>();
  private final Map<String, String> renamed = new HashMap<>();

  void row(String entity, int position) {
    pages.computeIfAbsent(entity, e -> new BitSet()).set(position / Batch.PAGE_ROWS);
  }

  void schema(TableSchema schema) {
    schemas.put(schema.entity(), schema);
  }

  void document(String name, byte[] stored) {
    documents.put(name, stored);
  }

  void renamed(String before, String after) {
    renamed.put(before, after);
  }

  boolean empty() {
    return pages.isEmpty() && schemas.isEmpty() && documents.isEmpty();
  }

  Batch batch(Head head, Map<String, TableState> states) {
    Map<TableState, BitSet> changed = new LinkedHashMap<>();
    pages.forEach(
        (entity, dirty) -> changed.put(Objects.requireNonNull(states.get(entity)), dirty));
    return new Batch(head, renamed, List.copyOf(schemas.values()), changed, documents);
  }
}
