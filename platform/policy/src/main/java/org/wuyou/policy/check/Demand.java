package org.wuyou.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.model.Calculation;
import org.wuyou.policy.model.Clock;
import org.wuyou.policy.model.Indicator;
import org.wuyou.policy.model.Item;
import org.wuyou.policy.model.Population;
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

/**
 * What a rule asks of one subject all at once: if that cannot be met, the rule or a part of it is
 * dead letter.
 *
 * @param name of the rule, or of the part of it
 * @param conditions all of which must hold together
 */
record Demand(String name, Spot spot, List<Expression> conditions) {
  Demand {
    conditions = List.copyOf(conditions);
  }

  /** Everything a rule asks, part by part. */
  static List<Demand> of(Rule rule) {
    return switch (rule) {
      case SubjectRule judged ->
          List.of(
              whole(rule, joined(judged.where(), judged.items().stream().map(Item::condition))));
      case Sanction sanction -> sanction(sanction);
      case Roster roster -> List.of(whole(rule, roster.where().stream()));
      case Calculation calculation -> List.of(whole(rule, calculation.where().stream()));
      case Priority priority -> List.of(whole(rule, priority.where().stream()));
      case Tier tier ->
          tier.bands().stream()
              .map(band -> part(rule, band.id(), tier.when(), Optional.of(band.condition())))
              .toList();
      case Clock clock ->
          clock.steps().stream()
              .map(step -> part(rule, step.id(), clock.when(), step.when()))
              .toList();
      case Series series -> series(series);
      case Target target -> target(target);
      case Scorecard scorecard -> List.of(whole(rule, scorecard.composite().stream()));
      case TargetGroup group -> List.of();
    };
  }

  private static Demand whole(Rule rule, Stream<Expression> conditions) {
    return new Demand(rule.id(), rule.head().spot(), conditions.toList());
  }

  private static Demand part(
      Rule rule, String part, Optional<Expression> scope, Optional<Expression> condition) {
    return new Demand(
        rule.id() + "." + part, rule.head().spot(), joined(scope, condition.stream()).toList());
  }

  private static Stream<Expression> joined(
      Optional<Expression> scope, Stream<Expression> conditions) {
    return Stream.concat(scope.stream(), conditions);
  }

  private static List<Demand> sanction(Sanction sanction) {
    List<Demand> all = new ArrayList<>();
    for (Sanction.Fault fault : sanction.faults()) {
      all.add(
          new Demand(
              sanction.id() + "." + fault.item().id(),
              fault.item().spot(),
              joined(sanction.where(), Stream.of(fault.item().condition())).toList()));
    }
    return all;
  }

  private static List<Demand> series(Series series) {
    return Stream.concat(
            series.owing().flatMap(Series.Owing::where).stream(), series.records().where().stream())
        .map(condition -> whole(series, Stream.of(condition)))
        .toList();
  }

  private static List<Demand> target(Target target) {
    Indicator indicator = target.indicator();
    Stream<Expression> band =
        target.band().stream()
            .flatMap(
                of ->
                    of.tier().bands().stream()
                        .filter(one -> one.id().equals(of.band()))
                        .map(Tier.Band::condition));
    Stream<Expression> each =
        Stream.concat(joined(indicator.eachWhere(), target.where().stream()), band);
    Stream<Expression> members =
        joined(
            indicator.population().flatMap(Population::where),
            having(indicator.measure()).stream());
    return List.of(
        whole(target, target.when().stream()), whole(target, each), whole(target, members));
  }

  private static Optional<Expression> having(Indicator.Measure measure) {
    return switch (measure) {
      case Indicator.Count count -> Optional.of(count.having());
      case Indicator.Share share -> Optional.of(share.having());
      case Indicator.NetIncrease increase -> Optional.of(increase.having());
      case Indicator.Sum sum -> Optional.empty();
      case Indicator.Ratio ratio -> Optional.empty();
      case Indicator.Growth growth -> Optional.empty();
      case Indicator.YearlyGrowth growth -> Optional.empty();
      case Indicator.Together together -> Optional.empty();
      case Indicator.Plain plain -> Optional.empty();
    };
  }
}
