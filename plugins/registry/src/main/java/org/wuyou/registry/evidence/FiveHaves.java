package org.wuyou.registry.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.registry.evidence.Have.State;

/**
 * Judgement of five conditions for one year.
 *
 * @param all false as soon as one is known not to be in place, null if it cannot be told
 */
public record FiveHaves(
    int year,
    @Nullable Boolean all,
    List<Have> conditions,
    List<HaveKind> missing,
    List<HaveKind> undetermined) {

  public FiveHaves {
    conditions = List.copyOf(conditions);
    missing = List.copyOf(missing);
    undetermined = List.copyOf(undetermined);
  }

  public static FiveHaves of(int year, List<Have> conditions) {
    List<HaveKind> missing = kinds(conditions, State.NOT_MET);
    List<HaveKind> undetermined = kinds(conditions, State.UNDETERMINED);
    Boolean all =
        missing.isEmpty() ? (undetermined.isEmpty() ? Boolean.TRUE : null) : Boolean.FALSE;
    return new FiveHaves(year, all, conditions, missing, undetermined);
  }

  /** The same judgement with the documents filed for each condition beside its other evidence. */
  public FiveHaves with(Map<HaveKind, List<HaveEvidence>> documents) {
    List<Have> extended = new ArrayList<>();
    for (Have have : conditions) {
      List<HaveEvidence> evidence = new ArrayList<>(have.evidence());
      evidence.addAll(documents.getOrDefault(have.kind(), List.of()));
      extended.add(new Have(have.kind(), have.state(), evidence, have.zh(), have.en()));
    }
    return new FiveHaves(year, all, extended, missing, undetermined);
  }

  private static List<HaveKind> kinds(List<Have> conditions, State state) {
    return conditions.stream().filter(h -> h.state() == state).map(Have::kind).toList();
  }
}
