package org.wuyou.policy.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.wuyou.policy.Exact;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.Expression.Comparison;
import org.wuyou.policy.expression.Run;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Reading;
import org.wuyou.policy.model.Roster;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Spot;

/** Finds what nobody can ever meet, whatever the facts, the day and the readings taken. */
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
    bundle.rules().forEach(rule -> Demand.of(rule).forEach(demand -> check(rule, demand)));
    bundle.rules(Roster.class).values().forEach(this::emptied);
  }

  private void check(Rule rule, Demand demand) {
    List<LocalDate> days = days(rule, demand.conditions());
    for (Expression condition : demand.conditions()) {
      if (constant(condition) && days.stream().allMatch(day -> always(false, condition, day))) {
        never(demand.name(), demand.spot(), condition.source());
        return;
      }
    }
    apart(demand.conditions(), days)
        .ifPresent(figure -> never(demand.name(), demand.spot(), figure));
  }

  /** A list from which everybody is left out. */
  private void emptied(Roster roster) {
    roster
        .except()
        .filter(Contradictions::constant)
        .filter(
            except ->
                days(roster, List.of(except)).stream().allMatch(day -> always(true, except, day)))
        .ifPresent(
            except -> never(roster.id(), roster.head().spot(), "!(" + except.source() + ")"));
  }

  /** The days of the rule's validity on which a figure used in the conditions becomes another. */
  private List<LocalDate> days(Rule rule, List<Expression> conditions) {
    SortedSet<LocalDate> days = new TreeSet<>(Set.of(rule.head().valid().from()));
    conditions.stream()
        .flatMap(condition -> condition.uses().parameters().stream())
        .map(bundle.parameters()::get)
        .flatMap(parameter -> parameter.values().keySet().stream())
        .filter(rule.head().valid()::contains)
        .forEach(days::add);
    return List.copyOf(days);
  }

  private void never(String name, Spot spot, String because) {
    problems.add(
        ProblemCode.NEVER_TRUE,
        spot,
        new Text("没有谁能符合 " + name + "：" + because, "nobody can ever meet " + name + ": " + because),
        new Text(
            "改正条件或参数中写反的一处。", "Correct the condition or parameter that is the wrong way round."));
  }

  /** Whether the condition looks at nothing but parameters and readings. */
  private static boolean constant(Expression condition) {
    return condition.leaves().stream().allMatch(Expression.Leaf::parameter)
        && !VARYING.matcher(condition.source()).find();
  }

  /** Whether the condition comes out so whichever readings are taken. */
  private boolean always(boolean holds, Expression condition, LocalDate day) {
    Value wanted = holds ? Value.TRUE : Value.FALSE;
    return choices(condition.uses().readings().stream().sorted().toList()).stream()
        .allMatch(
            readings -> condition.in(run(day, readings).frame(null, day.getYear())).equals(wanted));
  }

  private List<Map<String, String>> choices(List<String> readings) {
    List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
    for (String id : readings) {
      Optional<Reading> reading = Optional.ofNullable(bundle.readings().get(id));
      List<Map<String, String>> more = new ArrayList<>();
      for (Map<String, String> chosen : all) {
        for (String choice : reading.map(r -> r.choices().keySet()).orElse(Set.of())) {
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

  /** The figure that is asked to lie above and below bounds that never leave anything between. */
  private Optional<String> apart(List<Expression> conditions, List<LocalDate> days) {
    List<Comparison> limits =
        conditions.stream().flatMap(condition -> condition.limits().stream()).toList();
    for (Comparison low : limits) {
      for (Comparison high : limits) {
        if (low.symbol().startsWith(">")
            && high.symbol().startsWith("<")
            && low.figure().isPresent()
            && low.figure().equals(high.figure())
            && days.stream().allMatch(day -> nothingBetween(low, high, day))) {
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
