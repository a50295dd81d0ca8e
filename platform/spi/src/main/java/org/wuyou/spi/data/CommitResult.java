package org.wuyou.spi.data;

import java.util.List;

/** What became of a transaction. */
public sealed interface CommitResult {
  /**
   * Durable and visible from {@code snapshot} on; one outcome per change; warnings of the modules'
   * checks.
   */
  record Committed(Snapshot snapshot, List<Outcome> outcomes, List<Violation> warnings)
      implements CommitResult {}

  /** Nothing was changed; all that is wrong, not only the first. */
  record Refused(List<Violation> violations) implements CommitResult {}

  record Outcome(Effect effect, long id) {}

  enum Effect {
    CREATED,
    UPDATED,
    UNCHANGED,
    REMOVED
  }
}
