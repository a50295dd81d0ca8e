package org.wuyou.policy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How to look: from which day, on which division, with which readings and which what-if values.
 *
 * @param asOf the day from which one looks; absent means the end of the plan
 * @param year the year asked about, for targets that are due every year
 * @param scope a division within the region; absent means the region
 * @param readings choices that differ from the usual ones, by reading
 * @param parameters values in the parameter's unit in place of the declared ones
 * @param figures values of indicators, in the indicator's unit, in place of the computed ones
 */
public record Evaluation(
    Optional<LocalDate> asOf,
    OptionalInt year,
    Optional<String> scope,
    Map<String, String> readings,
    Map<String, Exact> parameters,
    Map<String, Exact> figures) {
  public static final Evaluation USUAL =
      new Evaluation(
          Optional.empty(), OptionalInt.empty(), Optional.empty(), Map.of(), Map.of(), Map.of());

  public Evaluation {
    readings = Map.copyOf(readings);
    parameters = Map.copyOf(parameters);
    figures = Map.copyOf(figures);
  }

  public Evaluation asOf(LocalDate day) {
    return new Evaluation(Optional.of(day), year, scope, readings, parameters, figures);
  }

  public Evaluation year(int asked) {
    return new Evaluation(asOf, OptionalInt.of(asked), scope, readings, parameters, figures);
  }

  public Evaluation scope(String division) {
    return new Evaluation(asOf, year, Optional.of(division), readings, parameters, figures);
  }

  public Evaluation readings(Map<String, String> chosen) {
    return new Evaluation(asOf, year, scope, chosen, parameters, figures);
  }

  public Evaluation parameters(Map<String, Exact> values) {
    return new Evaluation(asOf, year, scope, readings, values, figures);
  }

  public Evaluation figures(Map<String, Exact> given) {
    return new Evaluation(asOf, year, scope, readings, parameters, given);
  }
}
