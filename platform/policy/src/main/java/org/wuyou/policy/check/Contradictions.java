package org.wuyou.policy.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wuyou.policy.Exact;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.Expression.Comparison;
import org.wuyou.policy.expression.Run;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.model.Item;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Reading;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.SubjectRule;
import org.wuyou.policy.parse.Problems;

/** Finds rules that nobody can ever meet, whatever the facts and whichever readings are taken. */
final class Contradictions {
  /** What varies although it is no fact of the register. */
  private static final Pattern VARYING =
      Pattern.compile("\\b(year|on|asOf|region|statistic\\w*)\\b");

  private final PolicyBundle bundle;
  private final Problems problems;

  Contradictions(PolicyBundle bundle, Problems problems) {
    this.bundle = bundle;
    this.problems = problems;
  }

  void check() {
    bundle
        .rules()
        .filter(SubjectRule.class::isInstance)
        .map(SubjectRule.class::cast)
        .forEach(this::check);
  }

  private void check(SubjectRule rule) {
    List<Expression> conditions =
        Stream.concat(rule.where().stream(), rule.items().stream().map(Item::condition)).toList();
    LocalDate day = rule.head().valid().from();
    for (Expression condition : conditions) {
      if (constant(condition) && alwaysFalse(condition, day)) {
        never(rule, condition.source());
        return;
      }
    }
    apart(conditions, day).ifPresent(figure -> never(rule, figure));
  }

  private void never(Rule rule, String because) {
    problems.add(
        ProblemCode.NEVER_TRUE,
        rule.head().spot(),
        new Text(
            "没有谁能符合 " + rule.id() + "：" + because,
            "nobody can ever meet " + rule.id() + ": " + because),
        new Text(
            "改正条件或参数中写反的一处。", "Correct the condition or parameter that is the wrong way round."));
  }

  /** Whether the condition looks at nothing but parameters and readings. */
  private static boolean constant(Expression condition) {
    return condition.leaves().stream().allMatch(Expression.Leaf::parameter)
        && !VARYING.matcher(condition.source()).find();
  }

  private boolean alwaysFalse(Expression condition, LocalDate day) {
    return choices(condition.uses().readings().stream().sorted().toList()).stream()
        .allMatch(
            readings ->
                condition.in(run(day, readings).frame(null, day.getYear())).equals(Value.FALSE));
  }

  private List<Map<String, String>> choices(List<String> readings) {
    List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
    for (String id : readings) {
      Optional<Reading> reading = Optional.ofNullable(bundle.readings().get(id));
      List<Map<String, String>> more = new ArrayList<>();
      for (Map<String, String> chosen : all) {
        for (String choice : reading.map(r -> r.choices().keySet()).orElse(java.util.Set.of())) {
          Map<String, String> one = new HashMap<>(chosen);
          one.put(id, choice);
          more.add(one);
        }
      }
      all = more;
    }
    return all;
  }

  private Run run(LocalDate day, Map<String, String> readings) {
    Map<String, Value> values = new HashMap<>();
    bundle.parameters().forEach((id, p) -> p.on(day).ifPresent(v -> values.put(id, Value.of(v))));
    return Run.of(
        new MapFacts(), bundle.region(), day, day, values, readings, bundle.derivedFacts());
  }

  /** The figure that is asked to lie above and below bounds that leave nothing between. */
  private Optional<String> apart(List<Expression> conditions, LocalDate day) {
    List<Comparison> limits =
        conditions.stream().flatMap(condition -> condition.limits().stream()).toList();
    for (Comparison low : limits) {
      for (Comparison high : limits) {
        if (low.symbol().startsWith(">")
            && high.symbol().startsWith("<")
            && low.figure().isPresent()
            && low.figure().equals(high.figure())
            && nothingBetween(low, high, day)) {
          return low.figure();
        }
      }
    }
    return Optional.empty();
  }

  private boolean nothingBetween(Comparison low, Comparison high, LocalDate day) {
    Optional<Exact> from = bound(low, day);
    Optional<Exact> to = bound(high, day);
    if (from.isEmpty() || to.isEmpty()) {
      return false;
    }
    int order = from.get().compareTo(to.get());
    return order > 0 || order == 0 && !(low.symbol().endsWith("=") && high.symbol().endsWith("="));
  }

  private Optional<Exact> bound(Comparison limit, LocalDate day) {
    return limit.bound().map(bundle.parameters()::get).flatMap((Parameter p) -> p.on(day));
  }
}
