package org.wuyou.policy.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.wuyou.policy.Exact;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.parse.Spot;

/**
 * An example beside a rule: facts, and the answer they must have.
 *
 * @param rule id of the rule it exercises
 * @param given the facts, complete
 * @param figures indicator values given outright, in the indicator's unit
 * @param expected answers by subject; the key is empty for the answer about the whole division
 */
public record PolicyCase(
    String name,
    String rule,
    MapFacts given,
    Optional<LocalDate> asOf,
    OptionalInt year,
    Map<String, String> readings,
    Map<String, Exact> parameters,
    Map<String, Exact> figures,
    Map<String, Expected> expected,
    Spot spot) {

  /**
   * @param status name of the status, verdict, or band expected
   * @param details what else the case says of the answer, by key: {@code shown}, {@code missing}
   * @param spot where the expectation stands
   */
  public record Expected(String status, Map<String, List<String>> details, Spot spot) {
    public Expected {
      details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }
  }
}
