package org.wuyou.policy.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule answered, in the terms of a case.
 *
 * @param details what else a case may expect, by the key it writes: {@code missing}, {@code amount}
 * @param side of a target, where its figure lay: below (-1), at (0) or above (1) its bound
 * @param findings how each clause came out, where the rule has clauses
 */
record Got(
    String status,
    Map<String, List<String>> details,
    Optional<Integer> side,
    List<Finding> findings) {
  static final Got NO_SUBJECT = of("NO_SUCH_SUBJECT");

  Got {
    details = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(details));
    findings = List.copyOf(findings);
  }

  static Got of(String status) {
    return new Got(status, Map.of(), Optional.empty(), List.of());
  }

  Got with(String key, List<String> values) {
    Map<String, List<String>> more = new LinkedHashMap<>(details);
    more.put(key, List.copyOf(values));
    return new Got(status, more, side, findings);
  }

  Got with(String key, Optional<String> value) {
    return value.isEmpty() ? this : with(key, List.of(value.get()));
  }

  Got side(Optional<Integer> found) {
    return new Got(status, details, found, findings);
  }

  Got findings(List<Finding> all) {
    return new Got(status, details, side, all);
  }
}
