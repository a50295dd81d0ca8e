package org.wuyou.policy.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Rule;

/**
 * What one rule says for an enterprise.
 *
 * @param subject what was judged: the enterprise, or a claim of its own; absent if it has none
 * @param payment the amount, of a benefit
 * @param target how it stands, of a target of each
 */
public record MenuEntry(
    Rule rule,
    Optional<Subject> subject,
    Verdict.Kind verdict,
    Optional<Payment> payment,
    Optional<TargetOutcome> target,
    List<Finding> findings,
    Set<String> missing) {
  public MenuEntry {
    findings = List.copyOf(findings);
    missing = Set.copyOf(missing);
  }

  static MenuEntry of(Rule rule, Optional<Subject> subject, Verdict verdict) {
    return new MenuEntry(
        rule,
        subject,
        verdict.kind(),
        Optional.empty(),
        Optional.empty(),
        verdict.findings(),
        verdict.missing());
  }

  static MenuEntry of(Entitlement entitlement) {
    return new MenuEntry(
        entitlement.benefit(),
        Optional.of(entitlement.subject()),
        entitlement.verdict().kind(),
        Optional.of(entitlement.payment()),
        Optional.empty(),
        entitlement.verdict().findings(),
        entitlement.missing());
  }

  static MenuEntry of(TargetOutcome outcome) {
    Verdict.Kind verdict =
        switch (outcome.status()) {
          case MET -> Verdict.Kind.ELIGIBLE;
          case NOT_MET, NOT_DUE -> Verdict.Kind.INELIGIBLE;
          case OUT_OF_SCOPE, NO_TARGET_FOR_YEAR -> Verdict.Kind.OUT_OF_SCOPE;
          case NOT_IN_FORCE -> Verdict.Kind.NOT_IN_FORCE;
          case NO_DATA, NO_BASE, UNDETERMINED, NO_THRESHOLD, PLAN_FIGURE_MISSING, AMOUNT_NOT_SET ->
              Verdict.Kind.UNDETERMINED;
        };
    return new MenuEntry(
        outcome.target(),
        outcome.subject(),
        verdict,
        Optional.empty(),
        Optional.of(outcome),
        outcome.findings(),
        outcome.measured().map(Measured::missing).orElse(Set.of()));
  }
}
