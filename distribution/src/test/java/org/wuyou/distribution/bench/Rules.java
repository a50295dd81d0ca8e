package org.wuyou.distribution.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.wuyou.policy.Evaluation;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.evaluate.ColumnSelection;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.expression.Run;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.model.Selection;
import org.wuyou.policy.plan.Answer;
import org.wuyou.policy.plan.Kernels;
import org.wuyou.policy.plan.Plan;

/**
 * The twenty rules of the bundle over one population: before the selection, the selection, after.
 */
final class Rules {
  private static final List<String> BEFORE =
      List.of(
          "fiveHaves",
          "growthTarget",
          "growth",
          "growthMet",
          "soeGrowthMet",
          "zoneGrowthMet",
          "superDeduction",
          "intensity",
          "starCandidate",
          "starScore",
          "platformAward",
          "incubatorAward",
          "incrementReward",
          "smallGiantPre",
          "techCenter",
          "excluded");
  private static final List<String> AFTER = List.of("totalGrant", "equityRequired", "equityPart");

  private final BenchColumns columns;
  private final Plan.Prepared before;
  private final ColumnSelection selection;
  private final Plan.Prepared after;
  private final int threads;
  private int exactly;

  Rules(Kernels kernels, PolicyBundle bundle, BenchColumns columns, int threads) {
    this.columns = columns;
    this.threads = threads;
    Session session = new Session(bundle, new MapFacts(), Evaluation.USUAL);
    Run run = session.setting();
    Plan plan = new Plan(kernels, run, session.lastYear(), columns, threads);
    this.before = plan.prepare(terms(bundle, BEFORE), Map.of());
    this.selection =
        new ColumnSelection(
            session,
            bundle.rules(Selection.class).values().iterator().next(),
            plan,
            before.given());
    this.after = plan.prepare(terms(bundle, AFTER), before.given());
  }

  private static List<Term> terms(PolicyBundle bundle, List<String> names) {
    return names.stream()
        .map(name -> bundle.fact("Enterprise", name).orElseThrow().asTerm())
        .toList();
  }

  /** One evaluation of all rules: counts and sums, in the order of the baseline's. */
  double[] run() {
    List<Answer> first = before.run();
    select(selection.make().selected());
    List<Answer> last = after.run();
    exactly = before.decidedExactly() + after.decidedExactly();
    List<Answer> all = new ArrayList<>(first);
    all.add(10, new Answer.Truths(columns.selected(), null));
    all.addAll(last);
    return checksums(all);
  }

  int decidedExactly() {
    return exactly;
  }

  /** Who is selected, as the rules after the selection ask for it. */
  private void select(int[] rows) {
    boolean[] selected = columns.selected();
    Arrays.fill(selected, false);
    for (int row : rows) {
      selected[row] = true;
    }
  }

  /** In the units of the baseline: amounts in ten thousand yuan. */
  private double[] checksums(List<Answer> answers) {
    double[] sums = new double[answers.size()];
    IntStream all = IntStream.range(0, sums.length);
    (threads == 1 ? all : all.parallel()).forEach(i -> sums[i] = checksum(answers.get(i)));
    for (int amount : new int[] {6, 11, 12, 13, 17, 19}) {
      sums[amount] /= 10_000;
    }
    return sums;
  }

  private static double checksum(Answer answer) {
    return switch (answer) {
      case Answer.Truths truths -> {
        int count = 0;
        for (boolean holds : truths.holds()) {
          count += holds ? 1 : 0;
        }
        yield count;
      }
      case Answer.Numbers numbers -> {
        double sum = 0;
        for (double value : numbers.values()) {
          sum += value;
        }
        yield sum / Math.pow(10, numbers.scale());
      }
    };
  }
}
