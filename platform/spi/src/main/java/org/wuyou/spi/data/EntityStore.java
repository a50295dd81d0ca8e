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

  /**
   * What {@link #commit} would answer at this moment, with nothing written: all rules are applied,
   * {@code Committed} carries the outcomes and the snapshot there would be, which is never
   * published. For previews of files and for asking before a command.
   */
  CommitResult rehearse(Transaction transaction);
}
