package org.wuyou.policy.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wuyou.policy.Exact;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.SubjectRule;
import org.wuyou.policy.model.Target;

/** Finds those who fail a rule in one clause only, within a margin of its bound. */
final class NearMisses {
  private NearMisses() {}

  /** The nearest first; none for a rule that judges no subjects one by one. */
  static List<NearMiss> of(Session session, Rule rule, Exact margin) {
    return misses(session, rule)
        .filter(miss -> miss.distance().compareTo(margin) <= 0)
        .sorted(Comparator.comparing(NearMiss::distance))
        .toList();
  }

  private static Stream<NearMiss> misses(Session session, Rule rule) {
    if (rule instanceof SubjectRule judged) {
      return session.population(judged.entity(), session.division()).stream()
          .flatMap(subject -> miss(subject, session.verdict(judged, subject)).stream());
    }
    if (rule instanceof Target target && target.indicator().each().isPresent()) {
      return session.population(target.indicator().each().get(), session.division()).stream()
          .flatMap(subject -> miss(subject, session.outcome(target, subject)).stream());
    }
    return Stream.empty();
  }

  private static Optional<NearMiss> miss(Subject subject, Verdict verdict) {
    boolean known =
        verdict.findings().stream().noneMatch(f -> f.state() == Finding.State.UNDETERMINED);
    List<Finding> unmet = verdict.unmet();
    if (!(verdict instanceof Verdict.Ineligible) || !known || unmet.size() != 1) {
      return Optional.empty();
    }
    Finding finding = unmet.get(0);
    return finding
        .shortfall()
        .flatMap(Shortfall::relative)
        .map(distance -> new NearMiss(subject, finding, distance));
  }

  private static Optional<NearMiss> miss(Subject subject, TargetOutcome outcome) {
    return switch (outcome.status()) {
      case NOT_MET, NOT_DUE ->
          outcome.findings().stream()
              .filter(finding -> finding.shortfall().isPresent())
              .findFirst()
              .flatMap(
                  finding ->
                      finding
                          .shortfall()
                          .flatMap(Shortfall::relative)
                          .map(distance -> new NearMiss(subject, finding, distance)));
      default -> Optional.empty();
    };
  }
}
