package org.wuyou.policy.model;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.expression.Expression;

/** Targets that the document sets for one thing; it is met when all that count are met. */
public record TargetGroup(Head head, List<Member> members) implements Rule {
  public TargetGroup {
    members = List.copyOf(members);
  }

  /**
   * @param when whether the target counts; absent means always
   */
  public record Member(Target target, Optional<Expression> when) {}
}
