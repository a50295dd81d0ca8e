package org.wuyou.runtime.policies;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wuyou.gateway.fetch.RequestFault;
import org.wuyou.policy.Compilation;
import org.wuyou.policy.Evaluation;
import org.wuyou.policy.Exact;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.PolicyCompiler;
import org.wuyou.policy.expression.DerivedFact;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.simulate.Change;
import org.wuyou.policy.simulate.Scenario;
import org.wuyou.policy.simulate.Simulation;
import org.wuyou.runtime.policies.SimulationViews.BudgetView;
import org.wuyou.runtime.policies.SimulationViews.GroupView;
import org.wuyou.runtime.policies.SimulationViews.PageView;
import org.wuyou.runtime.policies.SimulationViews.PointView;
import org.wuyou.runtime.policies.SimulationViews.SimulationView;
import org.wuyou.runtime.policies.SimulationViews.SubjectRowView;
import org.wuyou.runtime.policies.SimulationViews.TallyView;
import org.wuyou.spi.Call;
import org.wuyou.spi.Resolver;

/** Answers the fields of {@code policy-simulation.graphqls}. */
final class SimulationFields {
  private static final int LONGEST_PAGE = 500;
  private static final int MOST_POINTS = 101;

  private final Supplier<Bundles> bundles;
  private final SharedFacts shared;
  private final Registers registers;

  SimulationFields(Supplier<Bundles> bundles, SharedFacts shared, Registers registers) {
    this.bundles = bundles;
    this.shared = shared;
    this.registers = registers;
  }

  Map<String, Resolver> all() {
    Map<String, Resolver> fields = new LinkedHashMap<>();
    fields.put("Query.policySimulate", this::simulate);
    fields.put("Query.policySensitivity", this::sensitivity);
    fields.put("PolicySimulation.by", SimulationFields::by);
    fields.put("PolicySimulation.subjects", SimulationFields::subjects);
    fields.put("PolicySimulation.budget", SimulationFields::budget);
    fields.put("SimulationBudget.nodes", SimulationFields::paid);
    return fields;
  }

  private SimulationView simulate(Call call) {
    PolicyBundle present = bundle(call);
    FactCatalogue catalogue = shared.with(call.snapshot().model());
    PolicyBundle reform = candidate(call, catalogue).orElse(present);
    Evaluation evaluation = Asked.evaluation(call, reform);
    String rule = rule(call, reform, present);
    Simulation simulation =
        Simulation.of(
            registers.kernels(),
            registers.of(call.snapshot()),
            catalogue,
            new Scenario(present, unchanged(evaluation)),
            new Scenario(reform, evaluation),
            rule);
    return SimulationView.of(rule, simulation, reform);
  }

  private static Evaluation unchanged(Evaluation reform) {
    return new Evaluation(
        reform.asOf(), reform.year(), reform.scope(), Map.of(), Map.of(), Map.of());
  }

  /** The version in force on the day asked about. */
  private PolicyBundle bundle(Call call) {
    return Asked.inForce(call, Asked.region(call, bundles.get())).bundle();
  }

  private Optional<PolicyBundle> candidate(Call call, FactCatalogue catalogue) {
    @Nullable List<Map<String, String>> given = call.argument("files");
    if (given == null) {
      return Optional.empty();
    }
    return switch (PolicyCompiler.read(
        Asked.bundle(given, bundles.get(), call.asOf()), catalogue)) {
      case Compilation.Compiled compiled -> Optional.of(compiled.bundle());
      case Compilation.Rejected rejected ->
          throw RequestFault.badRequest(
              "CANDIDATE_REJECTED",
              "候选政策包有 %d 处问题：\n%s"
                  .formatted(rejected.problems().size(), told(rejected, Locale.CHINESE)),
              "The candidate bundle has %d problems:\n%s"
                  .formatted(rejected.problems().size(), told(rejected, Locale.ENGLISH)));
    };
  }

  private static String told(Compilation.Rejected rejected, Locale locale) {
    return String.join("\n", rejected.problems().stream().map(p -> p.text(locale)).toList());
  }

  private static String rule(Call call, PolicyBundle reform, PolicyBundle present) {
    String rule = text(call, "rule");
    boolean judges =
        reform.rule(rule).or(() -> present.rule(rule)).flatMap(Simulation::entity).isPresent();
    if (!judges) {
      throw Asked.unknown(
          "UNKNOWN_RULE",
          rule,
          reform
              .rules()
              .filter(known -> Simulation.entity(known).isPresent())
              .map(known -> known.id())
              .toList());
    }
    return rule;
  }

  private List<PointView> sensitivity(Call call) {
    PolicyBundle bundle = bundle(call);
    String parameter = text(call, "parameter");
    if (!bundle.parameters().containsKey(parameter)) {
      throw Asked.unknown("UNKNOWN_PARAMETER", parameter, bundle.parameters().keySet());
    }
    List<PointView> points = new ArrayList<>();
    Simulation.sensitivity(
            registers.kernels(),
            registers.of(call.snapshot()),
            shared.with(call.snapshot().model()),
            new Scenario(bundle, Asked.evaluation(call, bundle)),
            rule(call, bundle, bundle),
            parameter,
            values(call))
        .forEach((value, tally) -> points.add(new PointView(value.decimal(), TallyView.of(tally))));
    return points;
  }

  /** Points at equal distances, both ends included. */
  private static List<Exact> values(Call call) {
    int points = Objects.requireNonNull(call.<Integer>argument("points"));
    if (points < 2 || points > MOST_POINTS) {
      throw RequestFault.badRequest(
          "POINTS_OUT_OF_RANGE",
          "点数应在 2 至 " + MOST_POINTS + " 之间，给出的是 " + points + "。",
          "Ask for 2 to " + MOST_POINTS + " points, not " + points + ".");
    }
    Exact from = Exact.of(Objects.requireNonNull(call.<BigDecimal>argument("from")));
    Exact to = Exact.of(Objects.requireNonNull(call.<BigDecimal>argument("to")));
    Exact width = to.minus(from).dividedBy(Exact.of(points - 1L));
    List<Exact> values = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      values.add(from.plus(width.times(Exact.of(i))));
    }
    return values;
  }

  private static List<GroupView> by(Call call) {
    Simulation.Grouping grouping =
        Simulation.Grouping.valueOf(String.valueOf(call.<Object>argument("grouping")));
    return source(call, SimulationView.class).simulation().by(grouping).stream()
        .map(GroupView::of)
        .toList();
  }

  private static PageView subjects(Call call) {
    Change change = Change.valueOf(String.valueOf(call.<Object>argument("change")));
    Simulation simulation = source(call, SimulationView.class).simulation();
    return new PageView(
        simulation.count(change),
        simulation.rows(change, skip(call), first(call)).stream().map(SubjectRowView::of).toList());
  }

  private static int skip(Call call) {
    return Math.max(0, Objects.requireNonNull(call.<Integer>argument("skip")));
  }

  private static int first(Call call) {
    int first = Objects.requireNonNull(call.<Integer>argument("first"));
    if (first < 0 || first > LONGEST_PAGE) {
      throw new RequestFault(
          "LIMIT_PAGE_SIZE",
          new org.wuyou.spi.model.Label(
              "一页最多 " + LONGEST_PAGE + " 户，给出的是 " + first + "。",
              "A page holds " + LONGEST_PAGE + " at most, not " + first + "."),
          Map.of("limit", LONGEST_PAGE, "found", first));
    }
    return first;
  }

  private static BudgetView budget(Call call) {
    SimulationView view = source(call, SimulationView.class);
    Optional<String> named = Optional.ofNullable(call.argument("rankBy"));
    Optional<DerivedFact> rankBy = named.map(name -> number(view.reform(), name));
    return BudgetView.of(
        view.simulation()
            .budget(
                Exact.of(Objects.requireNonNull(call.<BigDecimal>argument("yuan"))),
                rankBy,
                Boolean.TRUE.equals(call.argument("ascending"))));
  }

  private static DerivedFact number(PolicyBundle bundle, String name) {
    List<DerivedFact> numbers =
        bundle.facts().stream().filter(fact -> fact.type() instanceof FactType.Number).toList();
    return numbers.stream()
        .filter(fact -> fact.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Asked.unknown(
                    "UNKNOWN_FACT", name, numbers.stream().map(DerivedFact::name).toList()));
  }

  private static List<SubjectRowView> paid(Call call) {
    return source(call, BudgetView.class).rows().stream()
        .skip(skip(call))
        .limit(first(call))
        .map(SubjectRowView::of)
        .toList();
  }

  private static String text(Call call, String argument) {
    return Objects.requireNonNull(call.<String>argument(argument));
  }

  private static <T> T source(Call call, Class<T> type) {
    return type.cast(Objects.requireNonNull(call.source()));
  }
}
