package org.wuyou.policy.evaluate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.wuyou.policy.model.Period;

/** Whether a rule holds for a subject. A known failure outranks a missing fact. */
public sealed interface Verdict {
  /** All clauses are met. */
  record Eligible(List<Finding> findings) implements Verdict {}

  /** At least one clause is not met; findings tell all of them. */
  record Ineligible(List<Finding> findings) implements Verdict {}

  /** Nothing known is against it, but facts are missing. */
  record Undetermined(List<Finding> findings, Set<String> missing) implements Verdict {}

  /** The rule does not speak of this subject. */
  record OutOfScope(List<Finding> findings) implements Verdict {}

  /** The rule is not in force on the day. */
  record NotInForce(Period valid) implements Verdict {}

  /** The names of verdicts, for cases and clients. */
  enum Kind {
    ELIGIBLE,
    INELIGIBLE,
    UNDETERMINED,
    OUT_OF_SCOPE,
    NOT_IN_FORCE
  }

  default Kind kind() {
    return switch (this) {
      case Eligible e -> Kind.ELIGIBLE;
      case Ineligible i -> Kind.INELIGIBLE;
      case Undetermined u -> Kind.UNDETERMINED;
      case OutOfScope o -> Kind.OUT_OF_SCOPE;
      case NotInForce n -> Kind.NOT_IN_FORCE;
    };
  }

  default List<Finding> findings() {
    return switch (this) {
      case Eligible e -> e.findings;
      case Ineligible i -> i.findings;
      case Undetermined u -> u.findings;
      case OutOfScope o -> o.findings;
      case NotInForce n -> List.of();
    };
  }

  /** Clauses known not to be met. */
  default List<Finding> unmet() {
    return findings().stream().filter(finding -> finding.state() == Finding.State.NOT_MET).toList();
  }

  /** Facts to supply, over all clauses. */
  default Set<String> missing() {
    Set<String> missing = new TreeSet<>();
    findings().forEach(finding -> missing.addAll(finding.missing()));
    return missing;
  }

  static Verdict of(List<Finding> findings) {
    if (findings.stream().anyMatch(finding -> finding.state() == Finding.State.NOT_MET)) {
      return new Ineligible(findings);
    }
    Set<String> missing = new TreeSet<>();
    findings.forEach(finding -> missing.addAll(finding.missing()));
    return findings.stream().allMatch(finding -> finding.state() == Finding.State.MET)
        ? new Eligible(findings)
        : new Undetermined(findings, missing);
  }
}
