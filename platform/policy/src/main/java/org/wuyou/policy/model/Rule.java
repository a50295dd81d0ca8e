package org.wuyou.policy.model;

/** A rule of a bundle: it can be cited, is in force for a time, and has cases. */
public sealed interface Rule
    permits Tier,
        Target,
        TargetGroup,
        SubjectRule,
        Priority,
        Sanction,
        Roster,
        Calculation,
        Scorecard,
        Series,
        Clock {
  Head head();

  default String id() {
    return head().id();
  }
}
