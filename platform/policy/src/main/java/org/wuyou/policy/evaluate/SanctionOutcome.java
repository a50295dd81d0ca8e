package org.wuyou.policy.evaluate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Sanction;

/**
 * Whether a subject is sanctioned.
 *
 * @param faults all faults that were looked for
 * @param effects what follows; none unless sanctioned
 * @param unplaced facts without which it cannot be told whether the sanction speaks of it
 */
public record SanctionOutcome(
    Sanction sanction,
    Subject subject,
    State state,
    List<Fault> faults,
    List<Sanction.Effect> effects,
    Set<String> unplaced) {
  public SanctionOutcome {
    faults = List.copyOf(faults);
    effects = List.copyOf(effects);
    unplaced = Set.copyOf(unplaced);
  }

  /** How it stands. */
  public enum State {
    SANCTIONED,
    NOT_SANCTIONED,
    UNDETERMINED,
    OUT_OF_SCOPE,
    NOT_IN_FORCE
  }

  /** Whether a fault was found. */
  public enum FaultState {
    PRESENT,
    ABSENT,
    UNDETERMINED,
    /** The subject's own plan figure has not been entered, so the fault cannot be found. */
    PLAN_FIGURE_MISSING
  }

  public record Fault(Finding finding, FaultState state) {}

  /** The ids of the faults found. */
  public List<String> reasons() {
    return faults.stream()
        .filter(fault -> fault.state() == FaultState.PRESENT)
        .map(fault -> fault.finding().id())
        .toList();
  }

  /** Facts to supply. */
  public Set<String> missing() {
    Set<String> missing = new TreeSet<>(unplaced);
    faults.forEach(fault -> missing.addAll(fault.finding().missing()));
    return missing;
  }
}
