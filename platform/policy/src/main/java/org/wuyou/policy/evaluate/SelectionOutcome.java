package org.wuyou.policy.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Selection;

/**
 * Who is selected.
 *
 * @param made whether a selection could be made; without it there are only candidates
 * @param candidates those who meet all conditions, in order
 * @param others those who do not, or of whom it cannot be told, with the reasons
 * @param missing what must be supplied before a selection is made
 */
public record SelectionOutcome(
    Selection selection,
    boolean made,
    List<Row> candidates,
    List<Row> others,
    Set<String> missing) {
  public SelectionOutcome {
    candidates = List.copyOf(candidates);
    others = List.copyOf(others);
    missing = Set.copyOf(missing);
  }

  /** Where a subject stands. */
  public enum Standing {
    SELECTED,
    WAITING,
    /** Beyond the waiting list. */
    NOT_SELECTED,
    /** Equal in all keys to others across the cut: people must decide. */
    TIED,
    /** May be selected; no selection is made. */
    CANDIDATE,
    NOT_CANDIDATE,
    UNDETERMINED,
    NOT_IN_FORCE
  }

  /**
   * @param rank from 1, among the candidates, once a selection is made
   */
  public record Row(
      Subject subject,
      Standing standing,
      Optional<Integer> rank,
      List<Value> keys,
      Verdict verdict) {
    public Row {
      keys = List.copyOf(keys);
    }
  }

  /** All rows, candidates first. */
  public Stream<Row> rows() {
    return Stream.concat(candidates.stream(), others.stream());
  }
}
