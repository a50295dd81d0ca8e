package org.wuyou.runtime.policies;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Exact;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.evaluate.Verdict;
import org.wuyou.policy.plan.Plan;
import org.wuyou.policy.simulate.Budget;
import org.wuyou.policy.simulate.Change;
import org.wuyou.policy.simulate.Simulation;
import org.wuyou.policy.simulate.Tally;
import org.wuyou.runtime.policies.OutcomeViews.SubjectView;

/** What simulations give, in the shapes of the schema. */
final class SimulationViews {
  private static final int COVERAGE_DECIMALS = 6;

  private SimulationViews() {}

  private static @Nullable BigDecimal decimal(Optional<Exact> exact) {
    return exact.map(Exact::decimal).orElse(null);
  }

  record SimulationView(
      String rule,
      Simulation simulation,
      PolicyBundle reform,
      TallyView total,
      List<String> unset,
      List<Plan.Interpreted> interpreted) {
    static SimulationView of(String rule, Simulation simulation, PolicyBundle reform) {
      return new SimulationView(
          rule,
          simulation,
          reform,
          TallyView.of(simulation.total()),
          simulation.unset(),
          simulation.interpreted());
    }
  }

  record TallyView(
      int subjects,
      int presentEligible,
      int reformEligible,
      int winners,
      int losers,
      int presentUndetermined,
      int reformUndetermined,
      @Nullable BigDecimal presentCoverage,
      @Nullable BigDecimal reformCoverage,
      @Nullable BigDecimal presentCost,
      @Nullable BigDecimal reformCost,
      int presentUnset,
      int reformUnset) {
    static TallyView of(Tally tally) {
      return new TallyView(
          tally.subjects(),
          tally.presentEligible(),
          tally.reformEligible(),
          tally.winners(),
          tally.losers(),
          tally.presentUndetermined(),
          tally.reformUndetermined(),
          percent(tally.coverage(false)),
          percent(tally.coverage(true)),
          decimal(tally.presentCost()),
          decimal(tally.reformCost()),
          tally.presentUnset(),
          tally.reformUnset());
    }

    private static @Nullable BigDecimal percent(Optional<Exact> share) {
      return share
          .map(s -> s.times(Exact.of(100)).decimal())
          .map(p -> p.setScale(COVERAGE_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros())
          .map(p -> p.scale() < 0 ? p.setScale(0) : p)
          .orElse(null);
    }
  }

  record GroupView(String key, String name, TallyView tally) {
    static GroupView of(Simulation.Group group) {
      return new GroupView(group.key(), group.name(), TallyView.of(group.tally()));
    }
  }

  record PageView(int totalCount, List<SubjectRowView> nodes) {}

  record SubjectRowView(
      SubjectView subject,
      Change change,
      Verdict.Kind present,
      Verdict.Kind reform,
      @Nullable BigDecimal presentAmount,
      @Nullable BigDecimal reformAmount) {
    static SubjectRowView of(Simulation.Row row) {
      return new SubjectRowView(
          SubjectView.of(row.subject()),
          row.change(),
          row.present(),
          row.reform(),
          decimal(row.presentAmount()),
          decimal(row.reformAmount()));
    }
  }

  record BudgetView(
      BigDecimal sum, BigDecimal spent, int paid, int unpaid, List<Simulation.Row> rows) {
    static BudgetView of(Budget budget) {
      return new BudgetView(
          budget.sum().decimal(),
          budget.spent().decimal(),
          budget.paid().size(),
          budget.unpaid(),
          budget.paid());
    }
  }

  record PointView(BigDecimal value, TallyView tally) {}
}
