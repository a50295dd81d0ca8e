package org.wuyou.policy.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Calculation;

/**
 * The figures of a calculation for one subject.
 *
 * @param status MET if all figures are there, UNDETERMINED if facts are missing, OUT_OF_SCOPE or
 *     NOT_IN_FORCE without figures
 * @param missing facts to supply
 */
public record CalculationOutcome(
    Calculation calculation,
    Subject subject,
    Status status,
    List<Figure> figures,
    Set<String> missing) {
  public CalculationOutcome {
    figures = List.copyOf(figures);
    missing = Set.copyOf(missing);
  }

  public record Figure(Calculation.Figure declared, Value value) {
    /** As a screen shows it; empty where facts are missing. */
    public Optional<String> shown() {
      return Shown.of(value, declared.unit());
    }

    public Set<String> missing() {
      return value instanceof Value.Missing absent ? absent.facts() : Set.of();
    }
  }
}
