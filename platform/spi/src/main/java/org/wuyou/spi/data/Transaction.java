package org.wuyou.spi.data;

import java.util.List;

/**
 * Changes that become visible and durable together, or not at all; later changes see earlier ones.
 */
public record Transaction(String actor, List<Change> changes) {
  public Transaction {
    changes = List.copyOf(changes);
  }
}
