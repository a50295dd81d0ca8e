package org.wuyou.store;

import java.util.List;
import java.util.Map;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.Snapshot;

/**
 * A transaction became durable and visible.
 *
 * @param actor who committed it
 * @param rows by entity, the rows that were created, updated or removed, each once
 */
public record CommitEvent(Snapshot snapshot, String actor, Map<String, List<ChangedRow>> rows) {
  public CommitEvent {
    rows = Map.copyOf(rows);
  }

  /**
   * @param effect never {@code UNCHANGED}
   */
  public record ChangedRow(long id, CommitResult.Effect effect) {}
}
