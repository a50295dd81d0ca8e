package org.wuyou.runtime.policies;

import org.wuyou.policy.plan.Kernels;
import org.wuyou.spi.data.Snapshot;

/**
 * Reads snapshots for policies. Columns gathered and programs compiled for one request serve the
 * next, as far as the tables they came from have not changed.
 */
final class Registers {
  private final Kernels kernels = new Kernels();
  private final ColumnarFacts.Gathered gathered = new ColumnarFacts.Gathered();

  ColumnarFacts of(Snapshot snapshot) {
    return new ColumnarFacts(new SnapshotFacts(snapshot), gathered, kernels);
  }

  Kernels kernels() {
    return kernels;
  }
}
