package org.wuyou.policy.simulate;

import java.util.Optional;
import org.wuyou.policy.Exact;

/**
 * Counts and cost of some subjects, before and after.
 *
 * @param subjects of how many the rule speaks, before or after
 * @param presentCost what is due now, in yuan; absent if nobody has set any amount
 * @param presentUnset how many are eligible now for an amount nobody has set
 */
public record Tally(
    int subjects,
    int presentEligible,
    int reformEligible,
    int winners,
    int losers,
    int presentUndetermined,
    int reformUndetermined,
    Optional<Exact> presentCost,
    Optional<Exact> reformCost,
    int presentUnset,
    int reformUnset) {

  /** Which part of the subjects is eligible after the reform, if there are any. */
  public Optional<Exact> coverage(boolean reform) {
    return subjects == 0
        ? Optional.empty()
        : Optional.of(
            Exact.of(reform ? reformEligible : presentEligible).dividedBy(Exact.of(subjects)));
  }
}
