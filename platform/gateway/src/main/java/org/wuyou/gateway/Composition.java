package org.wuyou.gateway;

import java.util.List;

/** What became of composing contributions: a generation, or all that is wrong. */
public sealed interface Composition {
  record Composed(Generation generation) implements Composition {}

  record Rejected(List<SchemaFault> faults) implements Composition {
    public Rejected {
      faults = List.copyOf(faults);
    }
  }
}
