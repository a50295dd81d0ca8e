package org.wuyou.policy.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Operator;
import org.wuyou.policy.Unit;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Target;

/** Puts an outcome together from what was measured. */
final class Outcomes {
  private Outcomes() {}

  static TargetOutcome of(
      Session session,
      Target target,
      String division,
      Optional<Subject> subject,
      LocalDate due,
      Status status,
      Optional<Measured> measured,
      List<Finding> more) {
    Unit unit = unit(target);
    Optional<Quantity> quantity = measured.flatMap(Measured::quantity);
    Optional<Exact> threshold =
        target.threshold().flatMap(parameter -> session.base(parameter, due)).map(unit::fromBase);
    List<Finding> findings = new ArrayList<>(more);
    measured.ifPresent(m -> findings.add(finding(target, m, status, unit, threshold)));
    return new TargetOutcome(
        target,
        division,
        subject,
        session.year().orElse(due.getYear()),
        due,
        status,
        unit,
        threshold,
        quantity.map(q -> unit.fromBase(q.number())),
        quantity.map(q -> q.shown(unit)),
        measured,
        Optional.empty(),
        findings);
  }

  /** How one subject of a target of each stands. */
  record Standing(Subject subject, Status status) {}

  /** A target of each subject, asked of a division: met when nobody assessed falls short. */
  static TargetOutcome tally(
      Session session, Target target, String division, LocalDate due, List<Standing> standings) {
    int met = (int) standings.stream().filter(s -> s.status() == Status.MET).count();
    List<Subject> shortOfIt =
        standings.stream()
            .filter(s -> s.status() == Status.NOT_MET || s.status() == Status.NOT_DUE)
            .map(Standing::subject)
            .toList();
    int notMet = shortOfIt.size();
    Status status =
        notMet > 0
            ? session.asOf().isBefore(due) ? Status.NOT_DUE : Status.NOT_MET
            : met > 0 ? Status.MET : Status.NO_DATA;
    TargetOutcome whole =
        of(session, target, division, Optional.empty(), due, status, Optional.empty(), List.of());
    return new TargetOutcome(
        target,
        division,
        Optional.empty(),
        whole.year(),
        due,
        status,
        whole.unit(),
        whole.threshold(),
        Optional.empty(),
        Optional.of(met + "/" + (met + notMet)),
        Optional.empty(),
        Optional.of(
            new TargetOutcome.Tally(met, notMet, standings.size() - met - notMet, shortOfIt)),
        List.of());
  }

  private static Finding finding(
      Target target, Measured measured, Status status, Unit unit, Optional<Exact> threshold) {
    Finding.State state =
        switch (status) {
          case MET -> Finding.State.MET;
          case NOT_MET, NOT_DUE -> Finding.State.NOT_MET;
          default -> Finding.State.UNDETERMINED;
        };
    return new Finding(
        target.id(),
        target.indicator().name(),
        target.head().summary(),
        state,
        measured.quantity().map(quantity -> quantity.shown(unit)),
        target
            .operator()
            .flatMap(
                operator ->
                    threshold.map(
                        bound -> operator.symbol() + " " + unit.shown(unit.toBase(bound)))),
        target.head().citation(),
        target.threshold().stream().map(Parameter::id).toList(),
        measured.state() == Measured.State.VALUE && status != Status.UNDETERMINED
            ? Set.of()
            : measured.missing(),
        state == Finding.State.NOT_MET
            ? shortfall(target, measured, unit, threshold)
            : Optional.empty());
  }

  private static Optional<Shortfall> shortfall(
      Target target, Measured measured, Unit unit, Optional<Exact> threshold) {
    if (measured.quantity().isEmpty() || threshold.isEmpty() || target.operator().isEmpty()) {
      return Optional.empty();
    }
    Exact bound = unit.toBase(threshold.get());
    Exact distance = bound.minus(measured.quantity().get().number());
    Exact size = distance.signum() < 0 ? distance.negated() : distance;
    Operator operator = target.operator().get();
    return Optional.of(
        new Shortfall(
            target.indicator().name(),
            size,
            unit == Unit.PERCENT ? Unit.POINT : unit,
            distance.signum() < 0,
            operator == Operator.ABOVE || operator == Operator.BELOW,
            bound.isZero() ? Optional.empty() : Optional.of(size.dividedBy(bound))));
  }

  private static Unit unit(Target target) {
    return target.threshold().map(Parameter::unit).orElse(target.indicator().unit());
  }
}
