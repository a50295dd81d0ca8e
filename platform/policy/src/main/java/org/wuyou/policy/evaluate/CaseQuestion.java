package org.wuyou.policy.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.Exact;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Benefit;
import org.wuyou.policy.model.Calculation;
import org.wuyou.policy.model.Clock;
import org.wuyou.policy.model.PolicyCase;
import org.wuyou.policy.model.Priority;
import org.wuyou.policy.model.Roster;
import org.wuyou.policy.model.Sanction;
import org.wuyou.policy.model.Scorecard;
import org.wuyou.policy.model.Selection;
import org.wuyou.policy.model.Series;
import org.wuyou.policy.model.Standard;
import org.wuyou.policy.model.Target;
import org.wuyou.policy.model.TargetGroup;
import org.wuyou.policy.model.Tier;

/**
 * One question of a case: how a rule answers for one of the things the case names.
 *
 * @param name of the subject or division asked about; empty for the whole
 */
record CaseQuestion(Session session, PolicyCase example, String name) {
  /** The subject of that name; the only one there is if the case names none. */
  Optional<Subject> subject(String entity) {
    List<Subject> all = example.given().population(entity, "");
    return name.isEmpty() && all.size() == 1
        ? Optional.of(all.get(0))
        : all.stream().filter(subject -> subject.name().equals(name)).findFirst();
  }

  Got of(Target target) {
    Optional<Subject> subject = target.indicator().each().flatMap(this::subject);
    if (subject.isEmpty() && !name.isEmpty()) {
      return Got.NO_SUBJECT;
    }
    TargetOutcome outcome =
        subject.isPresent() && !name.isEmpty()
            ? session.outcome(target, subject.get())
            : session.outcome(target);
    Optional<Integer> side =
        outcome
            .threshold()
            .flatMap(
                bound ->
                    outcome
                        .measured()
                        .flatMap(Measured::quantity)
                        .map(q -> Integer.signum(q.compareTo(outcome.unit().toBase(bound)))));
    return Got.of(outcome.status().name())
        .with("shown", outcome.shown())
        .side(side)
        .findings(outcome.findings());
  }

  Got of(Tier tier) {
    return subject(tier.entity())
        .map(subject -> session.placement(tier, subject))
        .map(
            placement ->
                Got.of(placement.band().map(Tier.Band::id).orElse(placement.status().name()))
                    .with("shown", placement.threshold()))
        .orElse(Got.NO_SUBJECT);
  }

  Got of(TargetGroup group) {
    return Got.of(session.outcome(group).status().name());
  }

  Got of(Standard standard) {
    return subject(standard.entity())
        .map(subject -> verdict(session.verdict(standard, subject)))
        .orElse(Got.NO_SUBJECT);
  }

  private static Got verdict(Verdict verdict) {
    return Got.of(verdict.kind().name())
        .with("missing", verdict.unmet().stream().map(Finding::id).toList())
        .with("shortfall", shortfalls(verdict))
        .findings(verdict.findings());
  }

  private static List<String> shortfalls(Verdict verdict) {
    return verdict.unmet().stream()
        .flatMap(finding -> finding.shortfall().stream())
        .map(Shortfall::shown)
        .toList();
  }

  Got of(Benefit benefit) {
    return subject(benefit.entity())
        .map(subject -> session.entitlement(benefit, subject))
        .map(
            entitlement -> {
              Payment payment = entitlement.payment();
              return verdict(entitlement.verdict())
                  .with("payment", List.of(payment.state().name()))
                  .with("amount", payment.due().map(payment.unit()::written))
                  .with("to", entitlement.recipient().map(Subject::name));
            })
        .orElse(Got.NO_SUBJECT);
  }

  /** Where a subject stands; of the whole, MADE or NOT_MADE with those selected. */
  Got of(Selection selection) {
    SelectionOutcome outcome = session.selected(selection);
    if (name.isEmpty()) {
      List<String> selected =
          outcome.candidates().stream()
              .filter(row -> row.standing() == SelectionOutcome.Standing.SELECTED)
              .map(row -> row.subject().name())
              .toList();
      return Got.of(outcome.made() ? "MADE" : "NOT_MADE").with("selected", selected);
    }
    return outcome
        .rows()
        .filter(row -> row.subject().name().equals(name))
        .map(
            row ->
                new Got(
                    row.standing().name(),
                    verdict(row.verdict()).with("rank", row.rank().map(String::valueOf)).details(),
                    Optional.empty(),
                    row.verdict().findings()))
        .findFirst()
        .orElse(Got.of("OUT_OF_SCOPE"));
  }

  /** A subject's rank; of the whole, the names in order. */
  Got of(Priority priority) {
    List<Ranking.Place> places = session.ranking(priority).places();
    if (name.isEmpty()) {
      return Got.of(
          String.join(" ", places.stream().map(place -> place.subject().name()).toList()));
    }
    return places.stream()
        .filter(place -> place.subject().name().equals(name))
        .map(place -> Got.of(String.valueOf(place.rank())))
        .findFirst()
        .orElse(Got.of("OUT_OF_SCOPE"));
  }

  Got of(Sanction sanction) {
    return subject(sanction.entity())
        .map(subject -> session.sanction(sanction, subject))
        .map(
            outcome ->
                Got.of(outcome.state().name())
                    .with("reasons", outcome.reasons())
                    .with("effects", outcome.effects().stream().map(Sanction.Effect::id).toList())
                    .with("unplanned", unplanned(outcome))
                    .findings(
                        outcome.faults().stream().map(SanctionOutcome.Fault::finding).toList()))
        .orElse(Got.NO_SUBJECT);
  }

  private static List<String> unplanned(SanctionOutcome outcome) {
    return outcome.faults().stream()
        .filter(fault -> fault.state() == SanctionOutcome.FaultState.PLAN_FIGURE_MISSING)
        .map(fault -> fault.finding().id())
        .toList();
  }

  /** ON or OFF for a subject with its columns; of the whole, the names on the list. */
  Got of(Roster roster) {
    RosterOutcome outcome = session.roster(roster);
    if (name.isEmpty()) {
      return Got.of(
              String.join(" ", outcome.rows().stream().map(row -> row.subject().name()).toList()))
          .with("base", List.of(String.valueOf(outcome.base())));
    }
    boolean unknown =
        outcome.undetermined().stream().anyMatch(subject -> subject.name().equals(name));
    return outcome.rows().stream()
        .filter(row -> row.subject().name().equals(name))
        .map(
            row -> {
              Got got = Got.of("ON");
              for (RosterOutcome.Cell cell : row.cells()) {
                got = got.with(cell.column().id(), Shown.exact(cell.value(), cell.column().unit()));
              }
              return got;
            })
        .findFirst()
        .orElse(Got.of(unknown ? "UNDETERMINED" : "OFF"));
  }

  Got of(Calculation calculation) {
    return subject(calculation.entity())
        .map(subject -> session.calculated(calculation, subject))
        .map(
            outcome -> {
              Got got = Got.of(outcome.status().name());
              for (CalculationOutcome.Figure figure : outcome.figures()) {
                got =
                    got.with(
                        figure.declared().id(),
                        Shown.exact(figure.value(), figure.declared().unit()));
              }
              return got;
            })
        .orElse(Got.NO_SUBJECT);
  }

  /** A unit's ranks, in the order of the columns: {@code 1 3}. */
  Got of(Scorecard scorecard) {
    return session.score(scorecard).rows().stream()
        .filter(row -> row.unit().code().equals(name))
        .map(
            row ->
                Got.of(
                        String.join(
                            " ",
                            row.cells().stream()
                                .map(cell -> cell.rank().map(String::valueOf).orElse("-"))
                                .toList()))
                    .with("shown", row.composite().map(Exact::toString)))
        .findFirst()
        .orElse(Got.NO_SUBJECT);
  }

  /** How one unit stands for one period; without a name the worst of all, and what is missing. */
  Got of(Series series) {
    SeriesOutcome outcome = session.standing(series, Deadlines.lastMomentOf(session.asOf()));
    if (name.isEmpty()) {
      return Got.of(outcome.worst().name())
          .with("count", List.of(String.valueOf(outcome.standings().size())))
          .with("late", keys(outcome, Timeliness.LATE))
          .with("missing", keys(outcome, Timeliness.MISSING));
    }
    return outcome.standings().stream()
        .filter(one -> one.key().equals(name) || one.unit().equals(name))
        .map(one -> Got.of(one.status().name()).with("due", one.due().map(LocalDate::toString)))
        .findFirst()
        .orElse(Got.NO_SUBJECT);
  }

  private static List<String> keys(SeriesOutcome outcome, Timeliness status) {
    return outcome.with(status).stream().map(SeriesOutcome.Standing::key).toList();
  }

  /** The worst of a subject's limits, with those that were not kept. */
  Got of(Clock clock) {
    return subject(clock.entity())
        .map(subject -> session.standing(clock, subject))
        .map(
            outcome ->
                Got.of(outcome.worst().name())
                    .with("late", steps(outcome, Timeliness.LATE))
                    .with("missing", steps(outcome, Timeliness.MISSING)))
        .orElse(Got.NO_SUBJECT);
  }

  private static List<String> steps(ClockOutcome outcome, Timeliness status) {
    return outcome.limits().stream()
        .filter(limit -> limit.status() == status)
        .map(limit -> limit.step().id())
        .toList();
  }
}
