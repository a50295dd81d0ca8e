package org.wuyou.policy.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Operator;
import org.wuyou.policy.expression.Frame;
import org.wuyou.policy.expression.Run;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Target;

/** How targets stand, for a division or for one of the subjects they speak of. */
final class TargetAssessing {
  private final Session session;

  TargetAssessing(Session session) {
    this.session = session;
  }

  TargetOutcome outcome(Target target, Subject subject) {
    LocalDate due = due(target);
    Optional<Status> outside = outside(target, due);
    if (outside.isPresent()) {
      return bare(target, session.division(), Optional.of(subject), due, outside.get());
    }
    Frame frame = session.run(session.division(), due).frame(subject, due.getYear());
    Value applies = applies(target, frame);
    if (!applies.equals(Value.TRUE)) {
      Status status = applies instanceof Value.Missing ? Status.UNDETERMINED : Status.OUT_OF_SCOPE;
      return Outcomes.of(
          session,
          target,
          session.division(),
          Optional.of(subject),
          due,
          status,
          Optional.empty(),
          Findings.scope(target, frame, applies));
    }
    Measured measured = session.measuring().measured(target.indicator(), frame, due);
    return Outcomes.of(
        session,
        target,
        session.division(),
        Optional.of(subject),
        due,
        status(target, measured, due),
        Optional.of(measured),
        List.of());
  }

  TargetOutcome outcome(Target target, String division) {
    LocalDate due = due(target);
    Optional<Status> outside = outside(target, due);
    if (outside.isPresent()) {
      return bare(target, division, Optional.empty(), due, outside.get());
    }
    if (target.indicator().each().isPresent() && !session.measuring().given(target.indicator())) {
      return Outcomes.tally(session, target, division, due, standings(target, division, due));
    }
    Frame frame = session.run(division, due).frame(null, due.getYear());
    Measured measured = session.measuring().measured(target.indicator(), frame, due);
    return Outcomes.of(
        session,
        target,
        division,
        Optional.empty(),
        due,
        status(target, measured, due),
        Optional.of(measured),
        List.of());
  }

  LocalDate due(Target target) {
    return target.due().of(session.year(), session.asOf());
  }

  /** How each subject stands, without the findings nobody asks for here. */
  private List<Outcomes.Standing> standings(Target target, String division, LocalDate due) {
    String entity = target.indicator().each().orElseThrow();
    List<Outcomes.Standing> standings = new ArrayList<>();
    for (Frame frame : session.frames(session.run(division, due), entity, due.getYear())) {
      Status status = status(target, frame, due);
      if (status != Status.OUT_OF_SCOPE) {
        standings.add(new Outcomes.Standing(frame.self(), status));
      }
    }
    return standings;
  }

  private Status status(Target target, Frame frame, LocalDate due) {
    Value applies = applies(target, frame);
    if (applies.equals(Value.TRUE)) {
      return status(target, session.measuring().measured(target.indicator(), frame, due), due);
    }
    return applies instanceof Value.Missing ? Status.UNDETERMINED : Status.OUT_OF_SCOPE;
  }

  /** Subjects of a population in a run and year. */
  interface Population {
    List<Frame> in(Run run, int year);
  }

  /** How each of a population stands. */
  List<Status> statuses(Target target, Population population) {
    LocalDate due = due(target);
    Optional<Status> outside = outside(target, due);
    return population.in(session.run(session.division(), due), due.getYear()).stream()
        .map(frame -> outside.orElseGet(() -> status(target, frame, due)))
        .toList();
  }

  private TargetOutcome bare(
      Target target, String division, Optional<Subject> subject, LocalDate due, Status status) {
    return Outcomes.of(
        session, target, division, subject, due, status, Optional.empty(), List.of());
  }

  private Optional<Status> outside(Target target, LocalDate due) {
    if (session.year().isPresent() && target.due().in(session.year().getAsInt()).isEmpty()) {
      return Optional.of(Status.NO_TARGET_FOR_YEAR);
    }
    if (session.asOf().isBefore(target.head().valid().from())) {
      return Optional.of(Status.NOT_IN_FORCE);
    }
    boolean counts =
        target
            .when()
            .map(when -> when.in(session.run(session.division(), due).frame(null, due.getYear())))
            .map(Value.TRUE::equals)
            .orElse(true);
    return counts ? Optional.empty() : Optional.of(Status.OUT_OF_SCOPE);
  }

  /** Whether the target speaks of the subject. */
  private Value applies(Target target, Frame frame) {
    Value applies = target.indicator().eachWhere().map(where -> where.in(frame)).orElse(Value.TRUE);
    if (applies.equals(Value.TRUE) && target.where().isPresent()) {
      applies = target.where().get().in(frame);
    }
    if (applies.equals(Value.TRUE) && target.band().isPresent()) {
      Placement placement = session.place(target.band().get().tier(), frame);
      applies =
          placement.status() == Status.UNDETERMINED
              ? new Value.Missing(placement.missing())
              : Value.of(
                  placement
                      .band()
                      .filter(band -> band.id().equals(target.band().get().band()))
                      .isPresent());
    }
    return applies;
  }

  /** The status of a target that is in force, at the day it is due. */
  Status status(Target target, Measured measured) {
    LocalDate due = due(target);
    return outside(target, due).orElseGet(() -> status(target, measured, due));
  }

  private Status status(Target target, Measured measured, LocalDate due) {
    if (target.operator().isEmpty()) {
      return Status.NO_THRESHOLD;
    }
    Optional<Exact> bound = target.threshold().flatMap(parameter -> session.base(parameter, due));
    if (bound.isEmpty()) {
      return target.threshold().isEmpty() ? Status.NO_THRESHOLD : Status.PLAN_FIGURE_MISSING;
    }
    return switch (measured.state()) {
      case NO_BASE -> Status.NO_BASE;
      case NO_DATA -> Status.NO_DATA;
      case VALUE -> status(target, measured.possible().orElseThrow(), bound.get(), due);
    };
  }

  /** Determined only where all that the figure can be stands to the bound alike. */
  private Status status(Target target, Measured.Range possible, Exact bound, LocalDate due) {
    Operator operator = target.operator().orElseThrow();
    int least = possible.least().compareTo(bound);
    int most = possible.most().compareTo(bound);
    if (operator.holds(least) != operator.holds(most) || least < 0 && most > 0) {
      return Status.UNDETERMINED;
    }
    return operator.holds(least)
        ? Status.MET
        : session.asOf().isBefore(due) ? Status.NOT_DUE : Status.NOT_MET;
  }
}
