package org.wuyou.policy.evaluate;

import java.util.Optional;
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
    Payment payment) {}
