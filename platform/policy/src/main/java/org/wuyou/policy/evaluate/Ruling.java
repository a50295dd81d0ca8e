package org.wuyou.policy.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wuyou.policy.Exact;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Benefit;
import org.wuyou.policy.model.Calculation;
import org.wuyou.policy.model.Clock;
import org.wuyou.policy.model.Priority;
import org.wuyou.policy.model.Roster;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.Sanction;
import org.wuyou.policy.model.Scorecard;
import org.wuyou.policy.model.Series;
import org.wuyou.policy.model.SubjectRule;
import org.wuyou.policy.model.Target;
import org.wuyou.policy.model.TargetGroup;
import org.wuyou.policy.model.Tier;

/**
 * What a rule says of one subject, in one form for all kinds of rules: to be kept and compared.
 *
 * @param outcome as the rule's kind names it: {@code ELIGIBLE}, {@code SANCTIONED}, {@code MET}
 * @param amount in yuan, of a benefit that sets one
 * @param shown the amount or figure as a screen shows it
 * @param lines how its clauses or figures came out, in their order
 * @param missing facts to supply
 */
public record Ruling(
    String outcome,
    Optional<Exact> amount,
    Optional<String> shown,
    List<Line> lines,
    Set<String> missing) {
  public Ruling {
    lines = List.copyOf(lines);
    missing = Set.copyOf(missing);
  }

  /** One clause or figure of it. */
  public record Line(
      String id, String state, Optional<String> value, Optional<String> requirement) {
    private static Line of(Finding finding) {
      return new Line(finding.id(), finding.state().name(), finding.value(), finding.requirement());
    }
  }

  /** The entity whose subjects the rule rules on one by one, if it does. */
  public static Optional<String> entity(Rule rule) {
    return switch (rule) {
      case SubjectRule judged -> Optional.of(judged.entity());
      case Sanction sanction -> Optional.of(sanction.entity());
      case Tier tier -> Optional.of(tier.entity());
      case Calculation calculation -> Optional.of(calculation.entity());
      case Target target -> target.indicator().each();
      case TargetGroup g -> Optional.empty();
      case Priority p -> Optional.empty();
      case Roster r -> Optional.empty();
      case Scorecard s -> Optional.empty();
      case Series s -> Optional.empty();
      case Clock c -> Optional.empty();
    };
  }

  /**
   * @param rule one with an {@link #entity}, which is the subject's
   */
  public static Ruling of(Session session, Rule rule, Subject subject) {
    return switch (rule) {
      case Benefit benefit -> of(session.entitlement(benefit, subject));
      case SubjectRule judged -> of(session.verdict(judged, subject));
      case Sanction sanction -> of(session.sanction(sanction, subject));
      case Tier tier -> of(session.placement(tier, subject));
      case Calculation calculation -> of(session.calculated(calculation, subject));
      case Target target -> of(session.outcome(target, subject));
      case TargetGroup g -> throw none(rule);
      case Priority p -> throw none(rule);
      case Roster r -> throw none(rule);
      case Scorecard s -> throw none(rule);
      case Series s -> throw none(rule);
      case Clock c -> throw none(rule);
    };
  }

  private static IllegalArgumentException none(Rule rule) {
    return new IllegalArgumentException(rule.id() + " rules on no single subject");
  }

  private static Ruling of(Entitlement entitlement) {
    Payment payment = entitlement.payment();
    List<Line> lines = new ArrayList<>(lines(entitlement.verdict().findings()));
    lines.add(new Line("payment", payment.state().name(), payment.shown(), Optional.empty()));
    payment
        .parts()
        .forEach(
            part ->
                lines.add(
                    new Line(part.id(), "PART", Optional.of(part.value()), Optional.empty())));
    return new Ruling(
        entitlement.verdict().kind().name(),
        payment.due(),
        payment.shown(),
        lines,
        entitlement.missing());
  }

  private static Ruling of(Verdict verdict) {
    return new Ruling(
        verdict.kind().name(),
        Optional.empty(),
        Optional.empty(),
        lines(verdict.findings()),
        verdict.missing());
  }

  private static Ruling of(SanctionOutcome sanction) {
    return new Ruling(
        sanction.state().name(),
        Optional.empty(),
        Optional.empty(),
        sanction.faults().stream()
            .map(
                fault ->
                    new Line(
                        fault.finding().id(),
                        fault.state().name(),
                        fault.finding().value(),
                        fault.finding().requirement()))
            .toList(),
        sanction.missing());
  }

  private static Ruling of(Placement placement) {
    return new Ruling(
        placement.status().name(),
        Optional.empty(),
        placement.band().map(Tier.Band::id),
        List.of(),
        placement.missing());
  }

  private static Ruling of(CalculationOutcome calculation) {
    return new Ruling(
        calculation.status().name(),
        Optional.empty(),
        Optional.empty(),
        calculation.figures().stream()
            .map(
                figure ->
                    new Line(
                        figure.declared().id(),
                        figure.missing().isEmpty() ? "KNOWN" : "UNDETERMINED",
                        figure.shown(),
                        Optional.empty()))
            .toList(),
        calculation.missing());
  }

  private static Ruling of(TargetOutcome outcome) {
    Set<String> missing = new TreeSet<>();
    outcome.measured().ifPresent(measured -> missing.addAll(measured.missing()));
    outcome.findings().forEach(finding -> missing.addAll(finding.missing()));
    return new Ruling(
        outcome.status().name(),
        Optional.empty(),
        outcome.shown(),
        lines(outcome.findings()),
        missing);
  }

  private static List<Line> lines(List<Finding> findings) {
    return findings.stream().map(Line::of).toList();
  }
}
