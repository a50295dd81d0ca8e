package org.wuyou.policy.evaluate;

import org.wuyou.policy.facts.Subject;

/** A subject and where it stands on a tier ladder. */
public record Placed(Subject subject, Placement placement) {}
