package org.wuyou.policy.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wuyou.policy.Exact;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Clock;
import org.wuyou.policy.model.PolicyCase;
import org.wuyou.policy.model.Scorecard;
import org.wuyou.policy.model.Series;
import org.wuyou.policy.model.Standard;
import org.wuyou.policy.model.Target;
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
        .sides(side.map(s -> Map.of("", s)).orElse(Map.of()));
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

  Got of(Standard standard) {
    return subject(standard.entity())
        .map(subject -> session.verdict(standard, subject))
        .map(CaseQuestion::verdict)
        .orElse(Got.NO_SUBJECT);
  }

  static Got verdict(Verdict verdict) {
    return Got.of(verdict.kind().name())
        .with("missing", verdict.unmet().stream().map(Finding::id).toList());
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
    SeriesOutcome outcome = session.standing(series, Deadlines.endOf(session.asOf()));
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
