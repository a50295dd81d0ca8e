package org.wuyou.policy.expression;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.Subject;

/**
 * The setting of one evaluation: the register's state, the division asked about, the dates, the
 * values of parameters on that day and the readings chosen. Not shared between threads.
 *
 * @param asOf the day from which one looks
 * @param on the day at which things are counted: {@code asOf}, but no later than the target's due
 *     day
 * @param parameters values in base units, or what is missing
 */
public record Run(
    Facts facts,
    String division,
    LocalDate asOf,
    LocalDate on,
    Map<String, Value> parameters,
    Map<String, String> readings,
    int derivedFacts,
    Map<FrameKey, Frame> frames) {

  /** Which subject in which year; the subject is null for the division itself. */
  public record FrameKey(@Nullable Subject subject, int year) {}

  public static Run of(
      Facts facts,
      String division,
      LocalDate asOf,
      LocalDate on,
      Map<String, Value> parameters,
      Map<String, String> readings,
      int derivedFacts) {
    return new Run(facts, division, asOf, on, parameters, readings, derivedFacts, new HashMap<>());
  }

  /** The same setting with nothing kept yet, for passing over many subjects. */
  public Run afresh() {
    return new Run(facts, division, asOf, on, parameters, readings, derivedFacts, new HashMap<>());
  }

  /** The subject in that year; facts derived for it are kept for the length of the run. */
  public Frame frame(@Nullable Subject subject, int year) {
    return frames.computeIfAbsent(
        new FrameKey(subject, year), key -> new Frame(this, subject, year, derivedFacts));
  }

  Value parameter(String id) {
    return parameters.getOrDefault(id, Value.missing(id));
  }

  public String reading(String id) {
    return readings.getOrDefault(id, "");
  }
}
