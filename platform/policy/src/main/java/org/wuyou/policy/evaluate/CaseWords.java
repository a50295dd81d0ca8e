package org.wuyou.policy.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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

/** The words a rule can answer a case with; none where it answers with names, ranks or figures. */
public final class CaseWords {
  private CaseWords() {}

  /**
   * The statuses.
   *
   * @param subject who is asked about; empty for the whole
   */
  public static List<String> statuses(Rule rule, String subject) {
    return switch (rule) {
      case Target target -> names(Status.values());
      case TargetGroup group -> names(Status.values());
      case Standard standard -> names(Verdict.Kind.values());
      case Benefit benefit -> names(Verdict.Kind.values());
      case Sanction sanction -> names(SanctionOutcome.State.values());
      case Series series -> names(Timeliness.values());
      case Clock clock -> names(Timeliness.values());
      case Tier tier ->
          Stream.concat(
                  tier.bands().stream().map(Tier.Band::id),
                  names(Status.OUT_OF_SCOPE, Status.UNDETERMINED).stream())
              .toList();
      case Calculation calculation ->
          names(Status.MET, Status.OUT_OF_SCOPE, Status.UNDETERMINED, Status.NOT_IN_FORCE);
      case Selection selection ->
          subject.isEmpty()
              ? List.of("MADE", "NOT_MADE")
              : Stream.concat(
                      names(SelectionOutcome.Standing.values()).stream(),
                      names(Status.OUT_OF_SCOPE).stream())
                  .toList();
      case Roster roster -> subject.isEmpty() ? List.of() : List.of("ON", "OFF", "UNDETERMINED");
      case Priority priority -> List.of();
      case Scorecard scorecard -> List.of();
    };
  }

  /** The words under another key than {@code status}. */
  public static List<String> details(Rule rule, String key) {
    return rule instanceof Benefit && key.equals("payment")
        ? names(Payment.State.values())
        : List.of();
  }

  private static List<String> names(Enum<?>... words) {
    return Arrays.stream(words).map(Enum::name).toList();
  }
}
