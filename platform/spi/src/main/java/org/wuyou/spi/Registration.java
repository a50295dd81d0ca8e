package org.wuyou.spi;

/** Where a plugin hangs its code on the types and fields of its own SDL. */
public interface Registration {
  /**
   * Answers a field: {@code ("Enterprise", "fiveHaves")}, or a root field {@code ("Mutation",
   * "ledgerEntryClose")}.
   */
  void field(String type, String field, Resolver resolver);

  /** Checks rows of an entity before they are committed. */
  void check(String entity, RowCheck check);
}
