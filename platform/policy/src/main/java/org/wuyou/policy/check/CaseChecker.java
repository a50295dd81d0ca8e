package org.wuyou.policy.check;

import java.util.HashSet;
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
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.model.Item;
import org.wuyou.policy.model.PolicyCase;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.SubjectRule;
import org.wuyou.policy.model.Target;
import org.wuyou.policy.parse.Problems;

/** Runs a bundle's cases and asks for the ones that are not there. */
public final class CaseChecker {
  private static final Set<Integer> EVERY_SIDE = Set.of(-1, 0, 1);

  private CaseChecker() {}

  public static void check(PolicyBundle bundle, Problems problems) {
    Set<String> exercised = new HashSet<>();
    java.util.Map<String, Set<Integer>> sides = new java.util.HashMap<>();
    for (PolicyCase example : bundle.cases()) {
      if (bundle.rule(example.rule()).isEmpty()) {
        problems.add(
            ProblemCode.UNKNOWN_RULE,
            example.spot(),
            new Text("没有规则 " + example.rule(), "no rule " + example.rule()),
            new Text(
                "把 rule 写成目标、标准、档次表或评分表的 id。",
                "Write the id of a target, standard, tier or scorecard under rule."));
        continue;
      }
      exercised.add(example.rule());
      for (CaseAnswer answer : CaseRunner.run(bundle, example)) {
        // A what-if case says nothing of the bound that is declared.
        if (example.parameters().isEmpty()) {
          answer
              .sides()
              .forEach(
                  (clause, side) ->
                      sides
                          .computeIfAbsent(key(example.rule(), clause), r -> new TreeSet<>())
                          .add(side));
        }
        if (!answer.right()) {
          failed(example, answer, problems);
        }
      }
    }
    // What is inherited was put to its cases where it was written.
    bundle
        .rules()
        .filter(rule -> !rule.head().spot().file().startsWith(Inheritance.FOLDER))
        .forEach(rule -> missing(bundle, rule, exercised, sides, problems));
  }

  private static void failed(PolicyCase example, CaseAnswer answer, Problems problems) {
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

  private static void missing(
      PolicyBundle bundle,
      Rule rule,
      Set<String> exercised,
      Map<String, Set<Integer>> sides,
      Problems problems) {
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
      sides(rule, "", needed(target), sides, problems);
    }
    if (rule instanceof SubjectRule judged) {
      for (Item item : judged.items()) {
        if (bounded(bundle, rule, item)) {
          sides(rule, item.id(), EVERY_SIDE, sides, problems);
        }
      }
    }
  }

  private static String key(String rule, String clause) {
    return clause.isEmpty() ? rule : rule + "." + clause;
  }

  /** Whether the clause holds a figure against one that the policy sets. */
  private static boolean bounded(PolicyBundle bundle, Rule rule, Item item) {
    return item.condition()
        .comparison()
        .flatMap(Expression.Comparison::bound)
        .map(bundle.parameters()::get)
        .flatMap(parameter -> parameter.on(rule.head().valid().from()))
        .isPresent();
  }

  private static void sides(
      Rule rule,
      String clause,
      Set<Integer> needed,
      Map<String, Set<Integer>> sides,
      Problems problems) {
    String key = key(rule.id(), clause);
    for (int side : needed) {
      if (!sides.getOrDefault(key, Set.of()).contains(side)) {
        problems.add(
            ProblemCode.NO_CASE,
            rule.head().spot(),
            new Text(
                key + " 缺少指标值" + (side == 0 ? "恰好等于" : side < 0 ? "低于" : "高于") + "目标值的用例",
                "no case of "
                    + key
                    + " has a figure "
                    + (side == 0 ? "exactly at" : side < 0 ? "below" : "above")
                    + " the target"),
            new Text("补一个这样的用例。", "Add such a case."));
      }
    }
  }

  /** A share cannot exceed the whole, and a milestone is done or not. */
  private static Set<Integer> needed(Target target) {
    Optional<Exact> bound =
        target.threshold().flatMap(parameter -> parameter.on(target.due().first()));
    boolean whole =
        bound.filter(Exact.ONE::equals).isPresent()
            && (target.operator().filter(Operator.EQUAL::equals).isPresent()
                || target.indicator().measure() instanceof org.wuyou.policy.model.Indicator.Share);
    return bound.isEmpty() ? Set.of() : whole ? Set.of(-1, 0) : Set.of(-1, 0, 1);
  }
}
