package org.wuyou.policy.evaluate;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Roster;

/**
 * Who is on a list on the day.
 *
 * @param base of how many the list is the rest; as many as rows where nobody is excepted
 * @param undetermined subjects of whom it cannot be told
 * @param absent what to tell if the module of the subjects is not installed
 */
public record RosterOutcome(
    Roster roster, List<Row> rows, int base, List<Subject> undetermined, Optional<String> absent) {
  public RosterOutcome {
    rows = List.copyOf(rows);
    undetermined = List.copyOf(undetermined);
  }

  public record Row(Subject subject, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  public record Cell(Roster.Column column, Value value) {
    /** As a screen shows it; empty where the fact is missing. */
    public Optional<String> shown() {
      return Shown.of(value, column.unit());
    }
  }
}
