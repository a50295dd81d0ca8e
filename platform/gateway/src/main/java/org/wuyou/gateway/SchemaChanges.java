package org.wuyou.gateway;

import java.util.List;

/** What a new generation adds, removes and changes, by coordinate ({@code Enterprise.revenue}). */
public record SchemaChanges(List<Change> changes) {
  public SchemaChanges {
    changes = List.copyOf(changes);
  }

  /** The three ways. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * One change.
   *
   * @param module the owner of the coordinate
   * @param before as it was, empty if added
   * @param after as it will be, empty if removed
   * @param breaking whether an operation that was valid may fail or change its meaning
   */
  public record Change(
      Kind kind, String coordinate, String module, String before, String after, boolean breaking) {}

  public List<Change> added() {
    return of(Kind.ADDED);
  }

  public List<Change> removed() {
    return of(Kind.REMOVED);
  }

  public List<Change> changed() {
    return of(Kind.CHANGED);
  }

  public boolean breaking() {
    return changes.stream().anyMatch(Change::breaking);
  }

  private List<Change> of(Kind kind) {
    return changes.stream().filter(change -> change.kind == kind).toList();
  }
}
