package org.wuyou.policy.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wuyou.policy.evaluate.SanctionOutcome.Fault;
import org.wuyou.policy.evaluate.SanctionOutcome.FaultState;
import org.wuyou.policy.evaluate.SanctionOutcome.State;
import org.wuyou.policy.expression.Frame;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Sanction;

/** Finds faults and what follows from them. */
final class Sanctioning {
  private Sanctioning() {}

  static SanctionOutcome judge(Session session, Sanction sanction, Subject subject) {
    if (!sanction.head().valid().contains(session.asOf())) {
      return new SanctionOutcome(
          sanction, subject, State.NOT_IN_FORCE, List.of(), List.of(), Set.of());
    }
    Frame frame = session.frame(subject);
    Value applies = sanction.where().map(where -> where.in(frame)).orElse(Value.TRUE);
    if (applies instanceof Value.Missing missing) {
      return new SanctionOutcome(
          sanction, subject, State.UNDETERMINED, List.of(), List.of(), missing.facts());
    }
    if (applies.equals(Value.FALSE)) {
      return new SanctionOutcome(
          sanction, subject, State.OUT_OF_SCOPE, List.of(), List.of(), Set.of());
    }
    List<Fault> faults = new ArrayList<>();
    for (Sanction.Fault fault : sanction.faults()) {
      faults.add(fault(session, sanction, fault, frame));
    }
    boolean any = sanction.any().map(a -> a.in(session.frame()).equals(Value.TRUE)).orElse(true);
    State state = state(faults, any);
    return new SanctionOutcome(
        sanction,
        subject,
        state,
        faults,
        state == State.SANCTIONED ? sanction.effects() : List.of(),
        Set.of());
  }

  private static Fault fault(
      Session session, Sanction sanction, Sanction.Fault fault, Frame frame) {
    Finding finding = Findings.of(sanction, fault.item(), frame, session.bundle());
    boolean unplanned =
        fault.plan().map(plan -> plan.in(frame) instanceof Value.Missing).orElse(false);
    FaultState state =
        unplanned
            ? FaultState.PLAN_FIGURE_MISSING
            : switch (finding.state()) {
              case MET -> FaultState.PRESENT;
              case NOT_MET -> FaultState.ABSENT;
              case UNDETERMINED -> FaultState.UNDETERMINED;
            };
    return new Fault(finding, state);
  }

  /** A fault that cannot be tested for want of its plan figure does not sanction. */
  private static State state(List<Fault> faults, boolean any) {
    boolean certain =
        any
            ? faults.stream().anyMatch(f -> f.state() == FaultState.PRESENT)
            : faults.stream().allMatch(f -> f.state() == FaultState.PRESENT);
    boolean possible =
        any
            ? faults.stream().anyMatch(Sanctioning::mayBe)
            : faults.stream().allMatch(Sanctioning::mayBe);
    return certain ? State.SANCTIONED : possible ? State.UNDETERMINED : State.NOT_SANCTIONED;
  }

  private static boolean mayBe(Fault fault) {
    return fault.state() == FaultState.PRESENT || fault.state() == FaultState.UNDETERMINED;
  }
}
