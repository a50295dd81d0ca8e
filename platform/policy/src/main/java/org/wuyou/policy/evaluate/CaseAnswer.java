package org.wuyou.policy.evaluate;

import java.util.Map;
import org.wuyou.policy.model.PolicyCase;

/**
 * What a case asked and got.
 *
 * @param subject whose answer it is; empty for the whole division
 * @param sides by clause, where a figure lay: below (-1), at (0) or above (1) its bound; the key is
 *     empty for a rule with one figure
 */
public record CaseAnswer(
    String subject,
    PolicyCase.Expected expected,
    String wanted,
    String got,
    boolean right,
    Map<String, Integer> sides) {
  public CaseAnswer {
    sides = Map.copyOf(sides);
  }
}
