package org.wuyou.policy.evaluate;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Benefit;

/**
 * What a benefit gives for one subject.
 *
 * @param recipient who gets it, if that can be told
 */
public record Entitlement(
    Benefit benefit,
    Subject subject,
    Optional<Subject> recipient,
    Verdict verdict,
    Payment payment) {
  /** Facts to supply, for the conditions and for the amount. */
  public Set<String> missing() {
    Set<String> missing = new TreeSet<>(verdict.missing());
    missing.addAll(payment.missing());
    return missing;
  }
}
