package org.wuyou.policy.evaluate;

import java.util.ArrayList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.Evaluation;
import org.wuyou.policy.Exact;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Clock;
import org.wuyou.policy.model.PolicyCase;
import org.wuyou.policy.model.Series;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.Scorecard;
import org.wuyou.policy.model.Standard;
import org.wuyou.policy.model.Target;
import org.wuyou.policy.model.Tier;

/** Runs the examples of a bundle. */
public final class CaseRunner {
  private CaseRunner() {}

  /** One answer for each thing the case expects. */
  public static List<CaseAnswer> run(PolicyBundle bundle, PolicyCase example) {
    Session session = bundle.evaluate(example.given(), evaluation(example));
    Rule rule = bundle.rule(example.rule()).orElseThrow();
    List<CaseAnswer> answers = new ArrayList<>();
    example
        .expected()
        .forEach(
            (subject, expected) -> answers.add(answer(session, rule, example, subject, expected)));
    return answers;
  }

  public static Evaluation evaluation(PolicyCase example) {
    return new Evaluation(
        example.asOf(),
        example.year(),
        Optional.empty(),
        example.readings(),
        example.parameters(),
        example.figures());
  }

  /** What a rule answered, in the terms of a case. */
  private record Got(
      String status,
      Optional<String> shown,
      Optional<List<String>> missing,
      Optional<Integer> side) {}

  private static CaseAnswer answer(
      Session session, Rule rule, PolicyCase example, String name, PolicyCase.Expected expected) {
    Got got =
        switch (rule) {
          case Target target -> target(session, target, example, name);
          case Tier tier -> tier(session, tier, subject(example, tier.entity(), name));
          case Standard standard ->
              standard(session, standard, subject(example, standard.entity(), name));
          case Scorecard scorecard -> scorecard(session, scorecard, name);
          case Series series -> series(session, series, name);
          case Clock clock -> clock(session, clock, subject(example, clock.entity(), name));
        };
    boolean right =
        got.status().equals(expected.status())
            && (expected.shown().isEmpty() || expected.shown().equals(got.shown()))
            && (expected.missing().isEmpty() || expected.missing().equals(got.missing()));
    return new CaseAnswer(
        name,
        expected,
        text(expected.status(), expected.shown(), expected.missing()),
        text(
            got.status(),
            expected.shown().isEmpty() && right ? Optional.empty() : got.shown(),
            got.missing()),
        right,
        got.side());
  }

  private static String text(
      String status, Optional<String> shown, Optional<List<String>> missing) {
    return status
        + shown.map(s -> " " + s).orElse("")
        + missing.filter(m -> !m.isEmpty()).map(m -> " " + m).orElse("");
  }

  private static Optional<Subject> subject(PolicyCase example, String entity, String name) {
    List<Subject> all = example.given().population(entity, "");
    return name.isEmpty() && all.size() == 1
        ? Optional.of(all.get(0))
        : all.stream().filter(subject -> subject.name().equals(name)).findFirst();
  }

  private static final Got NO_SUBJECT =
      new Got("NO_SUCH_SUBJECT", Optional.empty(), Optional.empty(), Optional.empty());

  private static Got target(Session session, Target target, PolicyCase example, String name) {
    Optional<Subject> subject =
        target.indicator().each().flatMap(entity -> subject(example, entity, name));
    if (subject.isEmpty() && !name.isEmpty()) {
      return NO_SUBJECT;
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
    return new Got(outcome.status().name(), outcome.shown(), Optional.empty(), side);
  }

  private static Got tier(Session session, Tier tier, Optional<Subject> subject) {
    if (subject.isEmpty()) {
      return NO_SUBJECT;
    }
    Placement placement = session.placement(tier, subject.get());
    return new Got(
        placement.band().map(Tier.Band::id).orElse(placement.status().name()),
        placement.threshold(),
        Optional.empty(),
        Optional.empty());
  }

  /** The status of one unit and period, or the worst of all with those that are missing. */
  private static Got series(Session session, Series series, String name) {
    SeriesOutcome outcome = session.standing(series, Deadlines.endOf(session.asOf()));
    if (name.isEmpty()) {
      List<String> missing =
          outcome.with(Timeliness.MISSING).stream().map(SeriesOutcome.Standing::key).toList();
      return new Got(
          outcome.worst().name(), Optional.empty(), Optional.of(missing), Optional.empty());
    }
    return outcome.standings().stream()
        .filter(one -> one.key().equals(name) || one.unit().equals(name))
        .map(
            one ->
                new Got(
                    one.status().name(),
                    one.due().map(LocalDate::toString),
                    Optional.empty(),
                    Optional.empty()))
        .findFirst()
        .orElse(NO_SUBJECT);
  }

  /** The worst of a subject's limits, with those that were not kept. */
  private static Got clock(Session session, Clock clock, Optional<Subject> subject) {
    if (subject.isEmpty()) {
      return NO_SUBJECT;
    }
    ClockOutcome outcome = session.standing(clock, subject.get());
    List<String> broken =
        outcome.limits().stream()
            .filter(
                limit ->
                    limit.status() == Timeliness.LATE || limit.status() == Timeliness.MISSING)
            .map(limit -> limit.step().id())
            .toList();
    return new Got(
        outcome.worst().name(), Optional.empty(), Optional.of(broken), Optional.empty());
  }

  private static Got standard(Session session, Standard standard, Optional<Subject> subject) {
    if (subject.isEmpty()) {
      return NO_SUBJECT;
    }
    Verdict verdict = session.verdict(standard, subject.get());
    String status =
        switch (verdict) {
          case Verdict.Eligible e -> "ELIGIBLE";
          case Verdict.Ineligible i -> "INELIGIBLE";
          case Verdict.Undetermined u -> "UNDETERMINED";
          case Verdict.NotInForce n -> "NOT_IN_FORCE";
        };
    return new Got(
        status,
        Optional.empty(),
        Optional.of(verdict.unmet().stream().map(Finding::id).toList()),
        Optional.empty());
  }

  /** A unit's ranks, in the order of the columns: {@code 1 3}. */
  private static Got scorecard(Session session, Scorecard scorecard, String name) {
    return session.score(scorecard).rows().stream()
        .filter(row -> row.unit().code().equals(name))
        .map(
            row ->
                new Got(
                    String.join(
                        " ",
                        row.cells().stream()
                            .map(cell -> cell.rank().map(String::valueOf).orElse("-"))
                            .toList()),
                    row.composite().map(Exact::toString),
                    Optional.empty(),
                    Optional.empty()))
        .findFirst()
        .orElse(NO_SUBJECT);
  }
}
