package org.wuyou.policy.simulate;

import org.wuyou.policy.Evaluation;
import org.wuyou.policy.PolicyBundle;

/** One way the policies could stand: a bundle, and the readings and parameters it is taken with. */
public record Scenario(PolicyBundle bundle, Evaluation evaluation) {}
