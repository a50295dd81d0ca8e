package org.wuyou.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Figures of a running store.
 *
 * @param version of the latest snapshot
 * @param commits transactions committed since the store was opened
 * @param refused transactions refused since the store was opened
 * @param batches forced writes since the store was opened; one serves many transactions
 * @param diskBytes of all files in the directory
 * @param lastCommit ever; empty if there was none
 * @param tables by entity, absent ones included
 */
public record StoreStatistics(
    long version,
    long commits,
    long refused,
    long batches,
    long diskBytes,
    Optional<Instant> lastCommit,
    Map<String, TableStatistics> tables) {
  public StoreStatistics {
    tables = Map.copyOf(tables);
  }

  /**
   * @param heapBytes estimated, indexes and caches included
   */
  public record TableStatistics(int rows, long heapBytes) {}

  public long heapBytes() {
    return tables.values().stream().mapToLong(TableStatistics::heapBytes).sum();
  }
}
