package org.wuyou.policy.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wuyou.policy.model.PolicyCase;

/**
 * What a case asked and got.
 *
 * @param subject whose answer it is; empty for the whole division
 * @param side of a target, where its figure lay: below (-1), at (0) or above (1) its bound
 * @param status what the rule answered
 * @param details all that the rule answered beside its status, by key
 * @param findings how each clause came out, where the rule has clauses
 */
public record CaseAnswer(
    String subject,
    PolicyCase.Expected expected,
    String wanted,
    String got,
    boolean right,
    Optional<Integer> side,
    String status,
    Map<String, List<String>> details,
    List<Finding> findings) {
  public CaseAnswer {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    findings = List.copyOf(findings);
  }
}
