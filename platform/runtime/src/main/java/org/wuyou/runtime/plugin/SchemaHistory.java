package org.wuyou.runtime.plugin;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wuyou.runtime.control.ControlDocument;
import org.wuyou.store.Documents;

/** The changes of the schema over time, latest first, as far back as is of use. */
public final class SchemaHistory {
  private static final String DOCUMENT = "schema-history";
  private static final int KEPT = 100;
  private static final int MOST_CHANGES = 1_000;

  private final ControlDocument<List<Entry>> document;
  private final Clock clock;

  /** What one deployment changed. */
  public record Entry(
      Instant at, String actor, String occasion, List<Impact.SchemaChange> changes) {
    public Entry {
      changes = List.copyOf(changes);
    }
  }

  public SchemaHistory(Documents documents, Clock clock) {
    this.document = new ControlDocument<>(documents, DOCUMENT, new TypeReference<>() {}, List.of());
    this.clock = clock;
  }

  public List<Entry> entries() {
    return document.get();
  }

  synchronized void add(String actor, String occasion, List<Impact.SchemaChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    List<Entry> next = new ArrayList<>();
    next.add(
        new Entry(clock.instant(), actor, occasion, changes.stream().limit(MOST_CHANGES).toList()));
    document.get().stream().limit(KEPT - 1L).forEach(next::add);
    document.put(List.copyOf(next));
  }
}
