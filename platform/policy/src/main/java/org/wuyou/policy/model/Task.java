package org.wuyou.policy.model;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one clause of the document asks of the administration; its id is the id of the clause.
 *
 * @param level how far the platform can carry it out
 * @param lead departments that lead
 * @param responsible departments that answer for it
 * @param shared departments that share the work without a lead
 * @param due the day by which it is owed; absent where the document sets none of its own
 * @param text where the clause stands in the attached document
 */
public record Task(
    Head head,
    Level level,
    List<String> lead,
    List<String> responsible,
    List<String> shared,
    Optional<LocalDate> due,
    Optional<Anchor> text) {
  /** How far software can carry a clause out. */
  public enum Level {
    /** A rule or computation decides something. */
    RULE,
    /** Records are kept, and a figure or list is computed from them. */
    RECORDS,
    /** Guidance: departments, progress and evidence are kept. */
    GUIDANCE
  }

  public Task {
    lead = List.copyOf(lead);
    responsible = List.copyOf(responsible);
    shared = List.copyOf(shared);
  }

  public String id() {
    return head.id();
  }

  /** Every department that has a part in it, those that lead first. */
  public Set<String> departments() {
    Set<String> all = new LinkedHashSet<>(lead);
    all.addAll(responsible);
    all.addAll(shared);
    return all;
  }

  /** The last day on which it can be done in time; without one of its own, the last of the plan. */
  public Optional<LocalDate> owedBy() {
    return due.or(() -> head.valid().to());
  }
}
