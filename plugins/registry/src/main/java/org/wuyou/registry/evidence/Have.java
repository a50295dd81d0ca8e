package org.wuyou.registry.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judgement of one condition, with the evidence for it; {@code zh} and {@code en} say what to do,
 * null when it is in place.
 */
public record Have(
    HaveKind kind,
    State state,
    List<HaveEvidence> evidence,
    @Nullable String zh,
    @Nullable String en) {

  public enum State {
    MET,
    NOT_MET,
    /** The register holds neither a record nor a reported figure. */
    UNDETERMINED
  }

  public Have {
    evidence = List.copyOf(evidence);
  }

  public static Have of(HaveKind kind, State state, List<HaveEvidence> evidence) {
    return state == State.MET
        ? new Have(kind, state, evidence, null, null)
        : new Have(kind, state, evidence, kind.todo().zh(), kind.todo().en());
  }

  /**
   * In place if the figure is above zero, not if it is zero; a missing figure is undetermined
   * unless records show the thing.
   */
  static Have counted(HaveKind kind, List<HaveEvidence> records, @Nullable Long reported) {
    if (!records.isEmpty() || (reported != null && reported > 0)) {
      return of(kind, State.MET, records);
    }
    return of(kind, reported == null ? State.UNDETERMINED : State.NOT_MET, records);
  }
}
