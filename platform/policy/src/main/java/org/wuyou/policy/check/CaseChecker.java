package org.wuyou.policy.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Operator;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.ProblemCode;
import org.wuyou.policy.Text;
import org.wuyou.policy.evaluate.CaseAnswer;
import org.wuyou.policy.evaluate.CaseRunner;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Indicator;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.PolicyCase;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.Target;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Spelling;
import org.wuyou.policy.parse.Spot;

/** Runs a bundle's cases and asks for the ones that are not there. */
public final class CaseChecker {
  private final PolicyBundle bundle;
  private final Problems problems;
  private final Set<String> exercised = new HashSet<>();
  private final Map<Bound, Set<Integer>> shown = new HashMap<>();

  /** A bound of one clause of one rule; a target has no clauses. */
  private record Bound(String rule, String clause, String name) {}

  private CaseChecker(PolicyBundle bundle, Problems problems) {
    this.bundle = bundle;
    this.problems = problems;
  }

  public static void check(PolicyBundle bundle, Problems problems) {
    CaseChecker checker = new CaseChecker(bundle, problems);
    bundle.cases().forEach(checker::run);
    // What is inherited was put to its cases where it was written.
    bundle
        .rules()
        .filter(rule -> !rule.head().spot().file().startsWith(Inheritance.FOLDER))
        .forEach(checker::missing);
  }

  private void run(PolicyCase example) {
    Optional<Rule> rule = bundle.rule(example.rule());
    if (rule.isEmpty()) {
      unknown(example);
      return;
    }
    exercised.add(example.rule());
    for (CaseAnswer answer : CaseRunner.run(bundle, example)) {
      if (rule.get() instanceof Target target && target.threshold().isPresent()) {
        String bound = target.threshold().get().id();
        answer.side().ifPresent(side -> show(example, "", bound, side));
      }
      if (!answer.right()) {
        failed(example, answer);
      }
    }
    thresholds(example, rule.get());
  }

  /** Notes on which side of the rule's bounds the subjects lie that the case asks about. */
  private void thresholds(PolicyCase example, Rule rule) {
    List<Threshold> thresholds = Thresholds.of(bundle, rule);
    Session session = bundle.evaluate(example.given(), CaseRunner.evaluation(example));
    if (thresholds.isEmpty() || !rule.head().valid().contains(session.asOf())) {
      return;
    }
    Set<String> asked = example.expected().keySet();
    for (Subject subject : example.given().population(Thresholds.entity(rule).orElseThrow(), "")) {
      if (asked.contains("") || asked.contains(subject.name())) {
        for (Threshold threshold : thresholds) {
          threshold
              .sided()
              .side(session, subject)
              .ifPresent(side -> show(example, threshold.clause(), threshold.bound(), side));
        }
      }
    }
  }

  /** A case that sets the bound itself says nothing of the one that is declared. */
  private void show(PolicyCase example, String clause, String bound, int side) {
    if (!example.parameters().containsKey(bound)) {
      shown
          .computeIfAbsent(new Bound(example.rule(), clause, bound), b -> new TreeSet<>())
          .add(side);
    }
  }

  private void unknown(PolicyCase example) {
    List<String> known = bundle.rules().map(Rule::id).toList();
    Optional<String> meant = Spelling.nearest(example.rule(), known);
    problems.add(
        ProblemCode.UNKNOWN_RULE,
        example.spot(),
        new Text(
            "没有规则 " + example.rule() + meant.map(m -> "；是否想写 " + m + "？").orElse(""),
            "no rule " + example.rule() + meant.map(m -> "; did you mean " + m + "?").orElse("")),
        new Text("在 rule 里写本政策包中一条规则的 id。", "Write the id of a rule of this bundle under rule."));
  }

  private void failed(PolicyCase example, CaseAnswer answer) {
    problems.add(
        ProblemCode.CASE_FAILED,
        answer.expected().spot(),
        new Text(
            "“"
                + example.name()
                + "”"
                + subject(answer)
                + " 应为 "
                + answer.wanted()
                + "，得出 "
                + answer.got(),
            "\""
                + example.name()
                + "\""
                + subject(answer)
                + " should give "
                + answer.wanted()
                + " but gives "
                + answer.got()),
        new Text(
            "改正规则、参数或用例中不对的一方。",
            "Correct whichever is wrong: the rule, the parameter or the case."));
  }

  private static String subject(CaseAnswer answer) {
    return answer.subject().isEmpty() ? "" : " " + answer.subject();
  }

  private void missing(Rule rule) {
    if (!exercised.contains(rule.id())) {
      problems.add(
          ProblemCode.NO_CASE,
          rule.head().spot(),
          new Text(rule.id() + " 没有用例", "no case exercises " + rule.id()),
          new Text(
              "在旁边的 .cases.yaml 里写出恰好达到、略低和略高的用例。",
              "Write cases just at, below and above the bound in a .cases.yaml beside it."));
      return;
    }
    if (rule instanceof Target target && target.operator().isPresent()) {
      target
          .threshold()
          .ifPresent(
              bound -> sides(rule, "", rule.head().spot(), bound.id(), needed(target, bound)));
    }
    for (Threshold threshold : Thresholds.of(bundle, rule)) {
      sides(rule, threshold.clause(), threshold.spot(), threshold.bound(), threshold.needed());
    }
  }

  private void sides(Rule rule, String clause, Spot spot, String bound, Set<Integer> needed) {
    Set<Integer> there = shown.getOrDefault(new Bound(rule.id(), clause, bound), Set.of());
    String name = clause.isEmpty() ? rule.id() : rule.id() + "." + clause;
    for (int side : new TreeSet<>(needed)) {
      if (!there.contains(side)) {
        problems.add(
            ProblemCode.NO_CASE,
            spot,
            new Text(
                name + " 缺少用例：指标值" + (side == 0 ? "恰好等于 " : side < 0 ? "低于 " : "高于 ") + bound,
                "no case of "
                    + name
                    + " has a figure "
                    + (side == 0 ? "exactly at " : side < 0 ? "below " : "above ")
                    + bound),
            new Text("在 .cases.yaml 里补一个这样的用例。", "Add such a case to a .cases.yaml file."));
      }
    }
  }

  /** A share cannot exceed the whole, and a milestone is done or not. */
  private static Set<Integer> needed(Target target, Parameter parameter) {
    Optional<Exact> bound = parameter.on(target.due().first());
    boolean whole =
        bound.filter(Exact.ONE::equals).isPresent()
            && (target.operator().filter(Operator.EQUAL::equals).isPresent()
                || target.indicator().measure() instanceof Indicator.Share);
    return bound.isEmpty() ? Set.of() : whole ? Set.of(-1, 0) : Set.of(-1, 0, 1);
  }
}
