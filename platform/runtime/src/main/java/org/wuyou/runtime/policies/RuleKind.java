package org.wuyou.runtime.policies;

import org.wuyou.policy.model.Benefit;
import org.wuyou.policy.model.Calculation;
import org.wuyou.policy.model.Clock;
import org.wuyou.policy.model.Priority;
import org.wuyou.policy.model.Roster;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.Sanction;
import org.wuyou.policy.model.Scorecard;
import org.wuyou.policy.model.Selection;
import org.wuyou.policy.model.Series;
import org.wuyou.policy.model.Standard;
import org.wuyou.policy.model.Target;
import org.wuyou.policy.model.TargetGroup;
import org.wuyou.policy.model.Tier;

/** The kinds of rules as the schema names them. */
enum RuleKind {
  TIER,
  TARGET,
  GROUP,
  STANDARD,
  BENEFIT,
  SELECTION,
  PRIORITY,
  SANCTION,
  LIST,
  CALCULATION,
  SCORECARD,
  SERIES,
  CLOCK;

  static RuleKind of(Rule rule) {
    return switch (rule) {
      case Tier tier -> TIER;
      case Target target -> TARGET;
      case TargetGroup group -> GROUP;
      case Standard standard -> STANDARD;
      case Benefit benefit -> BENEFIT;
      case Selection selection -> SELECTION;
      case Priority priority -> PRIORITY;
      case Sanction sanction -> SANCTION;
      case Roster roster -> LIST;
      case Calculation calculation -> CALCULATION;
      case Scorecard scorecard -> SCORECARD;
      case Series series -> SERIES;
      case Clock clock -> CLOCK;
    };
  }
}
