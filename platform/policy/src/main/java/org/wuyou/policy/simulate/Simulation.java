package org.wuyou.policy.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wuyou.policy.Evaluation;
import org.wuyou.policy.Exact;
import org.wuyou.policy.evaluate.Verdict;
import org.wuyou.policy.expression.DerivedFact;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.SubjectRule;
import org.wuyou.policy.model.Target;
import org.wuyou.policy.plan.ColumnFacts;
import org.wuyou.policy.plan.Columns;
import org.wuyou.policy.plan.Kernels;
import org.wuyou.policy.plan.Plan;
import org.wuyou.policy.plan.SubjectColumns;

/**
 * One rule over one population twice: as it stands, and reformed. Either side may lack the rule; it
 * then speaks of nobody there.
 */
public final class Simulation {
  private final Columns columns;
  private final Groups groups;
  private final Standings present;
  private final Standings reform;
  private final Judging reformed;

  private Simulation(
      Columns columns, Groups groups, Standings present, Standings reform, Judging reformed) {
    this.columns = columns;
    this.groups = groups;
    this.present = present;
    this.reform = reform;
    this.reformed = reformed;
  }

  /** The entity whose subjects the rule judges one by one, if it judges any. */
  public static Optional<String> entity(Rule rule) {
    return switch (rule) {
      case SubjectRule judged -> Optional.of(judged.entity());
      case Target target -> target.indicator().each();
      default -> Optional.empty();
    };
  }

  /**
   * @param rule id of a rule that judges subjects, in one of the bundles at least
   */
  public static Simulation of(
      Kernels kernels,
      Facts facts,
      FactCatalogue catalogue,
      Scenario present,
      Scenario reform,
      String rule) {
    Optional<Rule> before = present.bundle().rule(rule);
    Optional<Rule> after = reform.bundle().rule(rule);
    String entity =
        after
            .or(() -> before)
            .flatMap(Simulation::entity)
            .orElseThrow(() -> new IllegalArgumentException(rule + " judges no subjects"));
    String division = reform.evaluation().scope().orElse(reform.bundle().region());
    Columns columns =
        reform.bundle().absent().containsKey(entity)
            ? SubjectColumns.of(List.of())
            : ColumnFacts.of(facts, entity, division);
    Judging now = new Judging(kernels, facts, present, columns);
    Judging then = new Judging(kernels, facts, reform, columns);
    return new Simulation(
        columns,
        new Groups(facts, catalogue, reform.bundle(), then, entity, columns),
        judged(now, before, columns),
        judged(then, after, columns),
        then);
  }

  private static Standings judged(Judging judging, Optional<Rule> rule, Columns columns) {
    if (rule.isPresent()) {
      return judging.judge(rule.get());
    }
    Verdict.Kind[] kinds = new Verdict.Kind[columns.size()];
    Arrays.fill(kinds, Verdict.Kind.NOT_IN_FORCE);
    return new Standings(kinds, new Exact[kinds.length], Set.of(), List.of());
  }

  /** Counts and cost over all subjects. */
  public Tally total() {
    Counting counting = new Counting(present, reform);
    for (int row = 0; row < columns.size(); row++) {
      counting.add(row, change(row));
    }
    return counting.tally();
  }

  /** By what subjects are put together. */
  public enum Grouping {
    DIVISION,
    INDUSTRY,
    TIER
  }

  /**
   * @param key code of the division or industry, id of the tier's band; empty where none is known
   */
  public record Group(String key, String name, Tally tally) {}

  /** The same by group, in order of the keys; groups the rule does not speak of are left out. */
  public List<Group> by(Grouping grouping) {
    IntFunction<String> keys = groups.keys(grouping);
    Map<String, Counting> counts = new TreeMap<>();
    for (int row = 0; row < columns.size(); row++) {
      counts
          .computeIfAbsent(keys.apply(row), key -> new Counting(present, reform))
          .add(row, change(row));
    }
    List<Group> all = new ArrayList<>();
    counts.forEach(
        (key, counting) -> {
          Tally tally = counting.tally();
          if (tally.subjects() > 0) {
            all.add(new Group(key, groups.name(grouping, key), tally));
          }
        });
    return all;
  }

  /** One subject before and after. */
  public record Row(
      Subject subject,
      Change change,
      Verdict.Kind present,
      Verdict.Kind reform,
      Optional<Exact> presentAmount,
      Optional<Exact> reformAmount) {}

  /** How many subjects fare so. */
  public int count(Change change) {
    return (int) IntStream.range(0, columns.size()).filter(row -> change(row) == change).count();
  }

  /** Subjects that fare so, in the order of the population. */
  public List<Row> rows(Change change, int skip, int limit) {
    return IntStream.range(0, columns.size())
        .filter(row -> change(row) == change)
        .skip(skip)
        .limit(limit)
        .mapToObj(this::row)
        .toList();
  }

  private Row row(int row) {
    return new Row(
        columns.subject(row),
        change(row),
        present.kinds()[row],
        reform.kinds()[row],
        present.amount(row),
        reform.amount(row));
  }

  private Change change(int row) {
    boolean before = present.eligible(row);
    boolean after = reform.eligible(row);
    if (before && after) {
      int more =
          present.amount(row).isPresent() && reform.amount(row).isPresent()
              ? reform.amount(row).get().compareTo(present.amount(row).get())
              : 0;
      return more > 0 ? Change.WINNER : more < 0 ? Change.LOSER : Change.KEPT;
    }
    if (present.undetermined(row) || reform.undetermined(row)) {
      return Change.UNDETERMINED;
    }
    return after ? Change.WINNER : before ? Change.LOSER : Change.OUTSIDE;
  }

  /**
   * Whom a budget reaches after the reform.
   *
   * @param rankBy a number the bundle derives of the subject; absent means the amount itself
   */
  public Budget budget(Exact yuan, Optional<DerivedFact> rankBy, boolean ascending) {
    List<Integer> eligible =
        IntStream.range(0, columns.size())
            .filter(row -> reform.eligible(row) && reform.amount(row).isPresent())
            .boxed()
            .toList();
    IntFunction<Exact> amount = row -> reform.amount(row).orElseThrow();
    Plan plan = reformed.plan();
    Map<Integer, Exact> ranks = new HashMap<>();
    for (int row : eligible) {
      Optional<Value> figure = rankBy.map(fact -> plan.value(fact.asTerm(), row));
      if (figure.isEmpty()) {
        ranks.put(row, amount.apply(row));
      } else if (figure.get() instanceof Value.Number number) {
        ranks.put(row, number.exact());
      }
    }
    return Budget.of(yuan, eligible, amount, this::row, order(ranks, ascending));
  }

  /** Who has no figure to be ranked by comes last; equals stay in the order of the population. */
  private static Comparator<Integer> order(Map<Integer, Exact> ranks, boolean ascending) {
    Comparator<Exact> figures = ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
    return Comparator.comparing(ranks::get, Comparator.nullsLast(figures));
  }

  /** Parameters without a value on one of the sides, so that amounts cannot be told. */
  public List<String> unset() {
    return Stream.of(present, reform).flatMap(s -> s.unset().stream()).distinct().sorted().toList();
  }

  /** What was decided subject by subject. */
  public List<Plan.Interpreted> interpreted() {
    return reform.interpreted();
  }

  /** The reform with one parameter at each of the values, in its unit, beside the present. */
  public static Map<Exact, Tally> sensitivity(
      Kernels kernels,
      Facts facts,
      FactCatalogue catalogue,
      Scenario present,
      String rule,
      String parameter,
      List<Exact> values) {
    Map<Exact, Tally> points = new LinkedHashMap<>();
    for (Exact value : values) {
      Map<String, Exact> parameters = new LinkedHashMap<>(present.evaluation().parameters());
      parameters.put(parameter, value);
      Evaluation evaluation = present.evaluation().parameters(parameters);
      Scenario reform = new Scenario(present.bundle(), evaluation);
      points.put(value, of(kernels, facts, catalogue, present, reform, rule).total());
    }
    return points;
  }
}
