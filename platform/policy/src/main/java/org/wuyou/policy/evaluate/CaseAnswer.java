package org.wuyou.policy.evaluate;

import java.util.Optional;
import org.wuyou.policy.model.PolicyCase;

/**
 * What a case asked and got.
 *
 * @param subject whose answer it is; empty for the whole division
 * @param side where the figure lay: below (-1), at (0) or above (1) the target
 */
public record CaseAnswer(
    String subject,
    PolicyCase.Expected expected,
    String wanted,
    String got,
    boolean right,
    Optional<Integer> side) {}
