package org.wuyou.policy.evaluate;

import org.wuyou.policy.Exact;
import org.wuyou.policy.facts.Subject;

/**
 * A subject that fails a rule in one clause only, and there by little.
 *
 * @param distance to the bound, as a part of the bound
 */
public record NearMiss(Subject subject, Finding finding, Exact distance) {}
