package org.wuyou.policy.evaluate;

import org.wuyou.policy.facts.Subject;

/** A subject and what a standard says of it. */
public record Judged(Subject subject, Verdict verdict) {}
