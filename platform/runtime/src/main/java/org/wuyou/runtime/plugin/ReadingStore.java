package org.wuyou.runtime.plugin;

import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.EntityStore;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Transaction;

/** The register as a plugin's constructor is given it: to read; it writes through its calls. */
record ReadingStore(EntityStore store) implements EntityStore {
  @Override
  public Snapshot snapshot() {
    return store.snapshot();
  }

  @Override
  public CommitResult commit(Transaction transaction) {
    throw new UnsupportedOperationException(
        "a plugin commits through Call.commit, within a mutation, so that the change has an author");
  }

  @Override
  public CommitResult rehearse(Transaction transaction) {
    return store.rehearse(transaction);
  }
}
