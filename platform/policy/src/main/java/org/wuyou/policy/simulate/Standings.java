package org.wuyou.policy.simulate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Exact;
import org.wuyou.policy.evaluate.Verdict;
import org.wuyou.policy.plan.Plan;

/**
 * How every subject of a population stands under one rule.
 *
 * @param kinds the verdict by row
 * @param amounts what is due by row, in yuan; null where nobody has set it or nothing is due
 * @param unset parameters without a value, so that amounts cannot be told
 * @param interpreted what was decided subject by subject, and why
 */
record Standings(
    Verdict.Kind[] kinds,
    @Nullable Exact[] amounts,
    Set<String> unset,
    List<Plan.Interpreted> interpreted) {
  boolean eligible(int row) {
    return kinds[row] == Verdict.Kind.ELIGIBLE;
  }

  boolean undetermined(int row) {
    return kinds[row] == Verdict.Kind.UNDETERMINED;
  }

  Optional<Exact> amount(int row) {
    return Optional.ofNullable(amounts[row]);
  }
}
