package org.wuyou.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wuyou.policy.Exact;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.Unit;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.Expression.Comparison;
import org.wuyou.policy.expression.Frame;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Amount;
import org.wuyou.policy.model.Award;
import org.wuyou.policy.model.Benefit;
import org.wuyou.policy.model.Calculation;
import org.wuyou.policy.model.Clock;
import org.wuyou.policy.model.Item;
import org.wuyou.policy.model.Parameter;
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
import org.wuyou.policy.parse.Spot;

/** Finds every bound that a rule holds a subject's figures against, whatever the kind of rule. */
final class Thresholds {
  private static final Set<Integer> EVERY_SIDE = Set.of(-1, 0, 1);
  private static final String SCOPE = "where";

  private final PolicyBundle bundle;
  private final Rule rule;
  private final List<Threshold> found = new ArrayList<>();

  private Thresholds(PolicyBundle bundle, Rule rule) {
    this.bundle = bundle;
    this.rule = rule;
  }

  /** The entity whose subjects the rule judges, if it judges any. */
  static Optional<String> entity(Rule rule) {
    return switch (rule) {
      case SubjectRule judged -> Optional.of(judged.entity());
      case Sanction sanction -> Optional.of(sanction.entity());
      case Roster roster -> Optional.of(roster.entity());
      case Calculation calculation -> Optional.of(calculation.entity());
      case Priority priority -> Optional.of(priority.entity());
      case Tier tier -> Optional.of(tier.entity());
      case Clock clock -> Optional.of(clock.entity());
      case Target target -> Optional.empty();
      case TargetGroup group -> Optional.empty();
      case Scorecard scorecard -> Optional.empty();
      case Series series -> Optional.empty();
    };
  }

  static List<Threshold> of(PolicyBundle bundle, Rule rule) {
    Thresholds thresholds = new Thresholds(bundle, rule);
    thresholds.find();
    return thresholds.found;
  }

  private void find() {
    switch (rule) {
      case SubjectRule judged -> {
        scope(judged.where());
        judged.items().forEach(item -> clause(item, judged.where()));
        if (judged instanceof Benefit benefit) {
          amount(benefit);
        }
      }
      case Sanction sanction -> {
        scope(sanction.where());
        sanction.faults().forEach(fault -> fault(fault, sanction.where()));
      }
      case Roster roster -> {
        scope(roster.where());
        roster.except().ifPresent(except -> limits("except", spot(), except, roster.where()));
      }
      case Calculation calculation -> scope(calculation.where());
      case Priority priority -> scope(priority.where());
      case Tier tier ->
          tier.bands().forEach(band -> limits(band.id(), spot(), band.condition(), tier.when()));
      case Clock clock -> clock.steps().forEach(step -> limit(clock, step));
      // Those of targets hold against the figures of whole divisions, or are days.
      case Target target -> {}
      case TargetGroup group -> {}
      case Scorecard scorecard -> {}
      case Series series -> {}
    }
  }

  private Spot spot() {
    return rule.head().spot();
  }

  private void scope(Optional<Expression> where) {
    where.ifPresent(condition -> limits(SCOPE, spot(), condition, Optional.empty()));
  }

  private void clause(Item item, Optional<Expression> where) {
    limits(item.id(), item.spot(), item.condition(), where);
  }

  /** A fault against a plan has the plan's own figure for a bound. */
  private void fault(Sanction.Fault fault, Optional<Expression> where) {
    Item item = fault.item();
    clause(item, where);
    fault
        .plan()
        .ifPresent(
            plan ->
                item.condition().limits().stream()
                    .filter(limit -> limit.bound().isEmpty())
                    .map(limit -> sided(limit, where))
                    .map(
                        sided ->
                            new Threshold(item.id(), item.spot(), plan.source(), EVERY_SIDE, sided))
                    .forEach(found::add));
  }

  private void limits(String clause, Spot spot, Expression condition, Optional<Expression> within) {
    for (Comparison limit : condition.limits()) {
      limit
          .bound()
          .map(bundle.parameters()::get)
          .ifPresent(bound -> add(clause, spot, bound, sided(limit, within)));
    }
  }

  private void add(String clause, Spot spot, Parameter bound, Threshold.Sided sided) {
    bound
        .on(rule.head().valid().from())
        .ifPresent(
            value ->
                found.add(new Threshold(clause, spot, bound.id(), needed(bound, value), sided)));
  }

  /** A part cannot exceed its whole, and a limit of no days cannot be undercut. */
  private static Set<Integer> needed(Parameter bound, Exact value) {
    Unit.Dimension dimension = bound.unit().dimension();
    if (dimension == Unit.Dimension.RATIO && value.equals(Exact.ONE)) {
      return Set.of(-1, 0);
    }
    return value.signum() == 0 && bound.unit() == Unit.DAY ? Set.of(0, 1) : EVERY_SIDE;
  }

  private static Threshold.Sided sided(Comparison limit, Optional<Expression> within) {
    return (session, subject) -> {
      Frame frame = frame(session, subject);
      return spoken(within, frame)
          ? compared(limit.left().in(frame), limit.right().in(frame))
          : Optional.empty();
    };
  }

  private static Frame frame(Session session, Subject subject) {
    return session.setting().frame(subject, session.lastYear());
  }

  /** Who is out of the rule's scope says nothing of its bounds. */
  private static boolean spoken(Optional<Expression> within, Frame frame) {
    return within.map(where -> !where.in(frame).equals(Value.FALSE)).orElse(true);
  }

  private static Optional<Integer> compared(Value figure, Value bound) {
    return figure instanceof Value.Number left && bound instanceof Value.Number right
        ? Optional.of(Integer.signum(left.exact().compareTo(right.exact())))
        : Optional.empty();
  }

  private void amount(Benefit benefit) {
    Award award = benefit.award();
    switch (award.amount()) {
      case Amount.Steps steps ->
          steps.steps().forEach(step -> amount(benefit, steps.of(), step.from()));
      case Amount.Scale scale ->
          scale.slices().stream()
              .flatMap(slice -> slice.upTo().stream())
              .forEach(end -> amount(benefit, scale.of(), end));
      case Amount.Rate rate -> award.cap().ifPresent(cap -> capped(benefit, rate, cap));
      case Amount.Open open -> {}
      case Amount.Flat flat -> {}
      case Amount.Choice choice -> {}
      case Amount.Band band -> {}
      case Amount.Shares shares -> {}
    }
  }

  private void amount(Benefit benefit, Expression figure, Parameter bound) {
    add(
        "amount",
        spot(),
        bound,
        (session, subject) -> {
          Frame frame = frame(session, subject);
          return spoken(benefit.where(), frame)
              ? compared(figure.in(frame), value(bound, frame))
              : Optional.empty();
        });
  }

  private void capped(Benefit benefit, Amount.Rate rate, Parameter cap) {
    add(
        "amount",
        spot(),
        cap,
        (session, subject) -> {
          Frame frame = frame(session, subject);
          return spoken(benefit.where(), frame)
                  && rate.of().in(frame) instanceof Value.Number figure
                  && value(rate.rate(), frame) instanceof Value.Number each
              ? compared(Value.of(figure.exact().times(each.exact())), value(cap, frame))
              : Optional.empty();
        });
  }

  private static Value value(Parameter parameter, Frame frame) {
    return frame.run().parameters().getOrDefault(parameter.id(), Value.missing(parameter.id()));
  }

  /**
   * A day in time, the last day and the day after; what is not done yet counts to the day asked.
   */
  private void limit(Clock clock, Clock.Step step) {
    add(
        step.id(),
        spot(),
        step.within(),
        (session, subject) ->
            session.standing(clock, subject).limits().stream()
                .filter(limit -> limit.step().equals(step))
                .flatMap(
                    limit ->
                        limit.due().stream()
                            .map(due -> limit.done().orElse(session.asOf()).compareTo(due)))
                .map(Integer::signum)
                .findFirst());
  }
}
