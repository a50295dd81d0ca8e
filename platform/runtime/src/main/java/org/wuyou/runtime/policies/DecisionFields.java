package org.wuyou.runtime.policies;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.wuyou.runtime.policies.DecisionViews.RulingView;
import org.wuyou.spi.Resolver;
import org.wuyou.spi.RowCheck;

/** Answers the fields of {@code policy-decisions.graphqls}. */
final class DecisionFields {
  private final Deciding deciding;
  private final Replaying replaying;

  DecisionFields(Supplier<Bundles> bundles, Supplier<History> history) {
    this.deciding = new Deciding(bundles);
    this.replaying = new Replaying(bundles, history);
  }

  Map<String, Resolver> all() {
    return Map.of(
        "Mutation.policyDecide",
        deciding::decide,
        "PolicyDecision.enterprise",
        call -> Decision.enterprise(call.row(), call.snapshot()),
        "PolicyDecision.ruling",
        call -> RulingView.of(Decision.ruling(call.row())),
        "PolicyDecision.facts",
        call -> DecisionViews.facts(Decision.facts(call.row())),
        "PolicyDecision.replay",
        replaying::replay);
  }

  static Map<String, List<RowCheck>> checks() {
    return Map.of(Decision.ENTITY, List.of(new DecisionNumber()));
  }
}
