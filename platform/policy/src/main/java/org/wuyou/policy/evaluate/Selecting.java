package org.wuyou.policy.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wuyou.policy.Exact;
import org.wuyou.policy.evaluate.SelectionOutcome.Standing;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.Frame;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Selection;

/** Selects the best of those who may be selected. */
final class Selecting {
  private Selecting() {}

  static SelectionOutcome select(Session session, Selection selection) {
    List<Ordering.Keyed> candidates = new ArrayList<>();
    List<SelectionOutcome.Row> others = new ArrayList<>();
    Set<String> missing = new TreeSet<>();
    session.absent(selection.entity()).ifPresent(missing::add);
    for (Subject subject : session.population(selection.entity(), session.division())) {
      Verdict verdict = session.verdict(selection, subject);
      Frame frame = session.frame(subject);
      switch (verdict) {
        case Verdict.Eligible e -> {
          candidates.add(Ordering.keyed(subject, frame, selection.order()));
          needed(selection, frame, missing);
        }
        case Verdict.Ineligible i -> others.add(row(subject, Standing.NOT_CANDIDATE, verdict));
        case Verdict.Undetermined u -> others.add(row(subject, Standing.UNDETERMINED, verdict));
        case Verdict.NotInForce n -> others.add(row(subject, Standing.NOT_IN_FORCE, verdict));
        case Verdict.OutOfScope o -> {}
      }
    }
    Optional<Exact> top = session.parameter(selection.top());
    if (top.isEmpty()) {
      missing.add(selection.top().id());
    }
    List<SelectionOutcome.Row> rows =
        rows(session, selection, Ordering.sorted(candidates, selection.order()), missing, top);
    return new SelectionOutcome(selection, missing.isEmpty(), rows, others, missing);
  }

  private static void needed(Selection selection, Frame frame, Set<String> missing) {
    for (Expression need : selection.needs()) {
      if (need.in(frame) instanceof Value.Missing absent) {
        missing.addAll(absent.facts());
      }
    }
  }

  private static List<SelectionOutcome.Row> rows(
      Session session,
      Selection selection,
      List<Ordering.Keyed> sorted,
      Set<String> missing,
      Optional<Exact> top) {
    int wanted = top.map(Selecting::whole).orElse(0);
    int waiting =
        selection.waiting().flatMap(session::parameter).map(Selecting::whole).orElse(sorted.size());
    boolean tied =
        wanted > 0
            && wanted < sorted.size()
            && Ordering.compare(sorted.get(wanted - 1), sorted.get(wanted), selection.order()) == 0;
    List<SelectionOutcome.Row> rows = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Ordering.Keyed one = sorted.get(i);
      boolean atCut = tied && Ordering.compare(one, sorted.get(wanted), selection.order()) == 0;
      Standing standing =
          !missing.isEmpty()
              ? Standing.CANDIDATE
              : atCut
                  ? Standing.TIED
                  : i < wanted
                      ? Standing.SELECTED
                      : i < wanted + waiting ? Standing.WAITING : Standing.NOT_SELECTED;
      Verdict verdict = session.verdict(selection, one.subject());
      rows.add(
          new SelectionOutcome.Row(
              one.subject(),
              standing,
              missing.isEmpty() ? Optional.of(i + 1) : Optional.empty(),
              one.keys(),
              verdict));
    }
    return rows;
  }

  private static SelectionOutcome.Row row(Subject subject, Standing standing, Verdict verdict) {
    return new SelectionOutcome.Row(subject, standing, Optional.empty(), List.of(), verdict);
  }

  static int whole(Exact number) {
    return number.rounded(0).intValueExact();
  }
}
