package org.wuyou.policy.evaluate;

import java.util.Optional;
import java.util.Set;
import org.wuyou.policy.model.Tier;

/**
 * Where a subject stands on a tier ladder.
 *
 * @param status MET with a band, OUT_OF_SCOPE without, UNDETERMINED if facts are missing
 * @param threshold the value that holds for the band, as shown
 */
public record Placement(
    Tier tier,
    Status status,
    Optional<Tier.Band> band,
    Optional<String> threshold,
    Set<String> missing) {
  public Placement {
    missing = Set.copyOf(missing);
  }
}
