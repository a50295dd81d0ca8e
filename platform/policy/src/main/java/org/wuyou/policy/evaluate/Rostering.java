package org.wuyou.policy.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.Frame;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Roster;

/** Draws up lists. */
final class Rostering {
  private Rostering() {}

  static RosterOutcome list(Session session, Roster roster) {
    List<Ordering.Keyed> on = new ArrayList<>();
    List<Subject> undetermined = new ArrayList<>();
    int base = 0;
    for (Subject subject : session.population(roster.entity(), session.division())) {
      Frame frame = session.frame(subject);
      Value belongs = is(roster.where(), frame, Value.TRUE);
      Value excepted = is(roster.except(), frame, Value.FALSE);
      if (belongs.equals(Value.TRUE)) {
        base++;
      }
      if (belongs.equals(Value.TRUE) && excepted.equals(Value.FALSE)) {
        on.add(Ordering.keyed(subject, frame, roster.order()));
      } else if (!belongs.equals(Value.FALSE) && !excepted.equals(Value.TRUE)) {
        undetermined.add(subject);
      }
    }
    List<RosterOutcome.Row> rows =
        Ordering.sorted(on, roster.order()).stream()
            .map(keyed -> row(session, roster, keyed.subject()))
            .toList();
    return new RosterOutcome(roster, rows, base, undetermined, session.absent(roster.entity()));
  }

  private static Value is(Optional<Expression> condition, Frame frame, Value otherwise) {
    return condition.map(c -> c.in(frame)).orElse(otherwise);
  }

  private static RosterOutcome.Row row(Session session, Roster roster, Subject subject) {
    Frame frame = session.frame(subject);
    List<RosterOutcome.Cell> cells =
        roster.columns().stream()
            .map(column -> new RosterOutcome.Cell(column, column.value().in(frame)))
            .toList();
    return new RosterOutcome.Row(subject, cells);
  }
}
