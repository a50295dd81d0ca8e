package org.wuyou.policy.evaluate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.wuyou.policy.expression.Frame;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Calculation;

/** Works out the figures of a calculation for one subject. */
final class Calculating {
  private Calculating() {}

  static CalculationOutcome calculate(Session session, Calculation rule, Subject subject) {
    Frame frame = session.frame(subject);
    Status outside =
        rule.head().valid().contains(session.asOf()) ? Status.MET : Status.NOT_IN_FORCE;
    Value applies = rule.where().map(where -> where.in(frame)).orElse(Value.TRUE);
    if (outside == Status.NOT_IN_FORCE || applies.equals(Value.FALSE)) {
      Status status = outside == Status.NOT_IN_FORCE ? outside : Status.OUT_OF_SCOPE;
      return new CalculationOutcome(rule, subject, status, List.of(), Set.of());
    }
    Set<String> missing = new TreeSet<>();
    if (applies instanceof Value.Missing unknown) {
      missing.addAll(unknown.facts());
    }
    List<CalculationOutcome.Figure> figures =
        rule.figures().stream()
            .map(figure -> new CalculationOutcome.Figure(figure, figure.value().in(frame)))
            .toList();
    figures.forEach(figure -> missing.addAll(figure.missing()));
    Status status = missing.isEmpty() ? Status.MET : Status.UNDETERMINED;
    return new CalculationOutcome(rule, subject, status, figures, missing);
  }
}
