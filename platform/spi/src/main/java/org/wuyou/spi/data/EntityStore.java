package org.wuyou.spi.data;

/** The register: snapshots to read, transactions to write. */
public interface EntityStore {
  /** The latest durable state. */
  Snapshot snapshot();

  /**
   * Validates, makes durable, publishes; returns when the change would survive a power cut. Blocks
   * the calling (virtual) thread; many callers are committed together.
   */
  CommitResult commit(Transaction transaction);
}
