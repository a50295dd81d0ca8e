package org.wuyou.policy.evaluate;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Priority;

/**
 * Subjects in order of priority.
 *
 * @param undetermined subjects of whom it cannot be told whether they belong in it
 * @param absent what to tell if the module of the subjects is not installed
 */
public record Ranking(
    Priority priority, List<Place> places, List<Subject> undetermined, Optional<String> absent) {
  public Ranking {
    places = List.copyOf(places);
    undetermined = List.copyOf(undetermined);
  }

  /**
   * @param rank from 1; those whom no key tells apart share it
   * @param decidedBy number of the key that puts it behind the one before, or -1
   */
  public record Place(int rank, Subject subject, List<Value> keys, int decidedBy) {
    public Place {
      keys = List.copyOf(keys);
    }
  }
}
