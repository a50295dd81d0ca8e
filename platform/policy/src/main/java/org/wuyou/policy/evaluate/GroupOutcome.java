package org.wuyou.policy.evaluate;

import java.util.List;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.model.TargetGroup;

/**
 * How the targets of a group stand together.
 *
 * @param status MET if all that count are met, NOT_MET if one is not, else that of the first which
 *     is neither
 */
public record GroupOutcome(TargetGroup group, Status status, List<TargetOutcome> members) {
  public GroupOutcome {
    members = List.copyOf(members);
  }

  static GroupOutcome of(Session session, TargetGroup group) {
    List<TargetOutcome> members =
        group.members().stream()
            .filter(
                member ->
                    member.when().map(w -> w.in(session.frame()).equals(Value.TRUE)).orElse(true))
            .map(member -> session.outcome(member.target()))
            .toList();
    return new GroupOutcome(group, together(members), members);
  }

  private static Status together(List<TargetOutcome> members) {
    List<Status> counted =
        members.stream()
            .map(TargetOutcome::status)
            .filter(status -> status != Status.OUT_OF_SCOPE)
            .toList();
    if (counted.contains(Status.NOT_MET)) {
      return Status.NOT_MET;
    }
    return counted.stream()
        .filter(status -> status != Status.MET)
        .findFirst()
        .orElse(counted.isEmpty() ? Status.OUT_OF_SCOPE : Status.MET);
  }
}
