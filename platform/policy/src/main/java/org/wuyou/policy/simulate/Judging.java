package org.wuyou.policy.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Text;
import org.wuyou.policy.evaluate.AmountTerm;
import org.wuyou.policy.evaluate.ColumnSelection;
import org.wuyou.policy.evaluate.ColumnStandings;
import org.wuyou.policy.evaluate.ColumnVerdicts;
import org.wuyou.policy.evaluate.Payment;
import org.wuyou.policy.evaluate.SelectionOutcome;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.evaluate.Status;
import org.wuyou.policy.evaluate.Verdict;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.model.Benefit;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.Selection;
import org.wuyou.policy.model.SubjectRule;
import org.wuyou.policy.model.Target;
import org.wuyou.policy.plan.Answer;
import org.wuyou.policy.plan.Columns;
import org.wuyou.policy.plan.Kernels;
import org.wuyou.policy.plan.Plan;

/**
 * Judges a population by one rule, over columns; what only a single subject's answer tells, such as
 * why an amount is not set, is asked subject by subject and told.
 */
final class Judging {
  private static final Text CLAIMS =
      new Text("只给一次，须与其他申请相比", "given once, so held against other claims");
  private static final Text FIGURE = new Text("逐户的指标", "a figure of each subject");
  private static final Text AMOUNT = new Text("金额", "an amount");

  private final Kernels kernels;
  private final Session session;
  private final Columns columns;

  Judging(Kernels kernels, Facts facts, Scenario scenario, Columns columns) {
    this.kernels = kernels;
    this.session = new Session(scenario.bundle(), facts, scenario.evaluation());
    this.columns = columns;
  }

  Plan plan() {
    return new Plan(kernels, session.setting(), session.lastYear(), columns, 1);
  }

  Standings judge(Rule rule) {
    return switch (rule) {
      case Selection selection -> selected(selection);
      case SubjectRule judged -> clauses(judged);
      case Target target -> target(target);
      default -> throw new IllegalArgumentException(rule.id() + " judges no subjects");
    };
  }

  private Standings clauses(SubjectRule rule) {
    if (!rule.head().valid().contains(session.asOf())) {
      Verdict.Kind[] none = new Verdict.Kind[columns.size()];
      Arrays.fill(none, Verdict.Kind.NOT_IN_FORCE);
      return new Standings(none, new Exact[none.length], Set.of(), List.of());
    }
    Plan plan = plan();
    List<Answer> answers = plan.answers(ColumnVerdicts.terms(rule));
    Verdict.Kind[] kinds = new ColumnVerdicts(rule, answers, columns.size()).kinds();
    List<Plan.Interpreted> interpreted = new ArrayList<>(plan.interpreted());
    if (!(rule instanceof Benefit benefit)) {
      return new Standings(kinds, new Exact[kinds.length], Set.of(), interpreted);
    }
    if (benefit.once().isPresent()) {
      interpreted.add(new Plan.Interpreted(CLAIMS, claims(benefit, kinds)));
    }
    return paid(benefit, kinds, interpreted);
  }

  private int claims(Benefit benefit, Verdict.Kind[] kinds) {
    int asked = 0;
    for (int row = 0; row < kinds.length; row++) {
      if (kinds[row] == Verdict.Kind.ELIGIBLE || kinds[row] == Verdict.Kind.UNDETERMINED) {
        kinds[row] = session.verdict(benefit, columns.subject(row)).kind();
        asked++;
      }
    }
    return asked;
  }

  /** By one formula where there is one; whom it does not tell is asked about one by one. */
  private Standings paid(
      Benefit benefit, Verdict.Kind[] kinds, List<Plan.Interpreted> interpreted) {
    @Nullable Exact[] amounts = new Exact[kinds.length];
    boolean[] told = new boolean[kinds.length];
    AmountTerm.of(session, benefit.award())
        .ifPresent(amount -> interpreted.addAll(computed(amount, kinds, amounts, told)));
    Set<String> unset = new TreeSet<>();
    int asked = 0;
    for (int row = 0; row < kinds.length; row++) {
      if (kinds[row] == Verdict.Kind.ELIGIBLE && !told[row]) {
        Payment payment = session.entitlement(benefit, columns.subject(row)).payment();
        amounts[row] = payment.due().orElse(null);
        unset.addAll(payment.unset());
        asked++;
      }
    }
    if (asked > 0) {
      interpreted.add(new Plan.Interpreted(AMOUNT, asked));
    }
    return new Standings(kinds, amounts, unset, interpreted);
  }

  private List<Plan.Interpreted> computed(
      Term amount, Verdict.Kind[] kinds, @Nullable Exact[] amounts, boolean[] told) {
    Plan plan = plan();
    Answer.Numbers answer = (Answer.Numbers) plan.answers(List.of(amount)).get(0);
    for (int row = 0; row < kinds.length; row++) {
      if (kinds[row] == Verdict.Kind.ELIGIBLE && answer.missing(row) == 0) {
        amounts[row] = plan.exact(amount, answer, row);
        told[row] = true;
      }
    }
    return plan.interpreted();
  }

  private Standings selected(Selection selection) {
    Plan plan = plan();
    ColumnStandings standings =
        new ColumnSelection(session, selection, plan, Map.of()).make().standings();
    Verdict.Kind[] kinds = new Verdict.Kind[columns.size()];
    for (int row = 0; row < kinds.length; row++) {
      kinds[row] = standings.at(row).map(Judging::kind).orElse(Verdict.Kind.OUT_OF_SCOPE);
    }
    return new Standings(kinds, new Exact[kinds.length], Set.of(), plan.interpreted());
  }

  private static Verdict.Kind kind(SelectionOutcome.Standing standing) {
    return switch (standing) {
      case SELECTED -> Verdict.Kind.ELIGIBLE;
      case WAITING, NOT_SELECTED, NOT_CANDIDATE -> Verdict.Kind.INELIGIBLE;
      case TIED, CANDIDATE, UNDETERMINED -> Verdict.Kind.UNDETERMINED;
      case NOT_IN_FORCE -> Verdict.Kind.NOT_IN_FORCE;
    };
  }

  private Standings target(Target target) {
    Verdict.Kind[] kinds = new Verdict.Kind[columns.size()];
    List<Status> statuses = session.statuses(target, kernels, columns);
    for (int row = 0; row < kinds.length; row++) {
      kinds[row] = kind(statuses.get(row));
    }
    return new Standings(
        kinds,
        new Exact[kinds.length],
        Set.of(),
        List.of(new Plan.Interpreted(FIGURE, kinds.length)));
  }

  private static Verdict.Kind kind(Status status) {
    return switch (status) {
      case MET -> Verdict.Kind.ELIGIBLE;
      case NOT_MET, NOT_DUE -> Verdict.Kind.INELIGIBLE;
      case OUT_OF_SCOPE -> Verdict.Kind.OUT_OF_SCOPE;
      case NOT_IN_FORCE, NO_TARGET_FOR_YEAR -> Verdict.Kind.NOT_IN_FORCE;
      default -> Verdict.Kind.UNDETERMINED;
    };
  }
}
