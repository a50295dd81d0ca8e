package org.wuyou.policy.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Text;
import org.wuyou.policy.evaluate.Payment;
import org.wuyou.policy.evaluate.SelectionOutcome;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.evaluate.Status;
import org.wuyou.policy.evaluate.Verdict;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Benefit;
import org.wuyou.policy.model.Item;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.Selection;
import org.wuyou.policy.model.SubjectRule;
import org.wuyou.policy.model.Target;
import org.wuyou.policy.plan.Answer;
import org.wuyou.policy.plan.Columns;
import org.wuyou.policy.plan.Kernels;
import org.wuyou.policy.plan.Plan;

/**
 * Judges a population by one rule: its clauses over columns, and what a whole population decides or
 * an amount needs, subject by subject.
 */
final class Judging {
  private static final Text CLAIMS =
      new Text("只给一次，须与其他申请相比", "given once, so held against other claims");
  private static final Text CHOSEN = new Text("按名额择优", "selected among all candidates");
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
    Verdict.Kind[] kinds = new Verdict.Kind[columns.size()];
    if (!rule.head().valid().contains(session.asOf())) {
      Arrays.fill(kinds, Verdict.Kind.NOT_IN_FORCE);
      return new Standings(kinds, new Exact[kinds.length], Set.of(), List.of());
    }
    List<Term> terms = new ArrayList<>();
    rule.where().ifPresent(where -> terms.add(where.term()));
    for (Item item : rule.items()) {
      terms.add(item.condition().term());
    }
    Plan plan = plan();
    List<Answer> answers = plan.answers(terms);
    boolean scoped = rule.where().isPresent();
    for (int row = 0; row < kinds.length; row++) {
      kinds[row] = kind(answers, scoped, row);
    }
    List<Plan.Interpreted> interpreted = new ArrayList<>(plan.interpreted());
    if (!(rule instanceof Benefit benefit)) {
      return new Standings(kinds, new Exact[kinds.length], Set.of(), interpreted);
    }
    if (benefit.once().isPresent()) {
      interpreted.add(new Plan.Interpreted(CLAIMS, claims(benefit, kinds)));
    }
    return paid(benefit, kinds, interpreted);
  }

  /** A known failure outranks a missing fact. */
  private static Verdict.Kind kind(List<Answer> answers, boolean scoped, int row) {
    Verdict.Kind kind = Verdict.Kind.ELIGIBLE;
    for (int i = 0; i < answers.size(); i++) {
      Answer.Truths truths = (Answer.Truths) answers.get(i);
      if (truths.missing(row) != 0) {
        kind = kind == Verdict.Kind.ELIGIBLE ? Verdict.Kind.UNDETERMINED : kind;
      } else if (!truths.holds()[row]) {
        if (scoped && i == 0) {
          return Verdict.Kind.OUT_OF_SCOPE;
        }
        kind = Verdict.Kind.INELIGIBLE;
      }
    }
    return kind;
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

  private Standings paid(
      Benefit benefit, Verdict.Kind[] kinds, List<Plan.Interpreted> interpreted) {
    @Nullable Exact[] amounts = new Exact[kinds.length];
    Set<String> unset = new TreeSet<>();
    int asked = 0;
    for (int row = 0; row < kinds.length; row++) {
      if (kinds[row] == Verdict.Kind.ELIGIBLE) {
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

  private Standings selected(Selection selection) {
    Verdict.Kind[] kinds = new Verdict.Kind[columns.size()];
    Arrays.fill(kinds, Verdict.Kind.OUT_OF_SCOPE);
    Map<Subject, Verdict.Kind> found = new HashMap<>();
    session
        .selected(selection)
        .rows()
        .forEach(row -> found.put(row.subject(), kind(row.standing())));
    for (int row = 0; row < kinds.length; row++) {
      kinds[row] = found.getOrDefault(columns.subject(row), Verdict.Kind.OUT_OF_SCOPE);
    }
    return new Standings(
        kinds,
        new Exact[kinds.length],
        Set.of(),
        List.of(new Plan.Interpreted(CHOSEN, kinds.length)));
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
    for (int row = 0; row < kinds.length; row++) {
      kinds[row] = kind(session.outcome(target, columns.subject(row)).status());
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
