package org.wuyou.policy.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wuyou.policy.Evaluation;
import org.wuyou.policy.Exact;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.Unit;
import org.wuyou.policy.model.Benefit;
import org.wuyou.policy.model.Calculation;
import org.wuyou.policy.model.Clock;
import org.wuyou.policy.model.PolicyCase;
import org.wuyou.policy.model.Priority;
import org.wuyou.policy.model.Roster;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.Sanction;
import org.wuyou.policy.model.Scorecard;
import org.wuyou.policy.model.Selection;
import org.wuyou.policy.model.Series;
import org.wuyou.policy.model.Standard;
import org.wuyou.policy.model.Target;
import org.wuyou.policy.model.TargetGroup;
import org.wuyou.policy.model.Tier;

/** Runs the examples of a bundle. */
public final class CaseRunner {
  private CaseRunner() {}

  /** One answer for each thing the case expects. */
  public static List<CaseAnswer> run(PolicyBundle bundle, PolicyCase example) {
    Session session = bundle.evaluate(example.given(), evaluation(example));
    Rule rule = bundle.rule(example.rule()).orElseThrow();
    List<CaseAnswer> answers = new ArrayList<>();
    example
        .expected()
        .forEach(
            (subject, expected) ->
                answers.add(
                    answer(
                        subject,
                        expected,
                        got(new CaseQuestion(session, example, subject), rule))));
    return answers;
  }

  public static Evaluation evaluation(PolicyCase example) {
    return new Evaluation(
        example.asOf(),
        example.year(),
        Optional.empty(),
        example.readings(),
        example.parameters(),
        example.figures());
  }

  private static Got got(CaseQuestion question, Rule rule) {
    return switch (rule) {
      case Target target -> question.of(target);
      case Tier tier -> question.of(tier);
      case TargetGroup group -> question.of(group);
      case Standard standard -> question.of(standard);
      case Benefit benefit -> question.of(benefit);
      case Selection selection -> question.of(selection);
      case Priority priority -> question.of(priority);
      case Sanction sanction -> question.of(sanction);
      case Roster roster -> question.of(roster);
      case Calculation calculation -> question.of(calculation);
      case Scorecard scorecard -> question.of(scorecard);
      case Series series -> question.of(series);
      case Clock clock -> question.of(clock);
    };
  }

  private static CaseAnswer answer(String subject, PolicyCase.Expected expected, Got got) {
    boolean right =
        got.status().equals(expected.status())
            && expected.details().entrySet().stream()
                .allMatch(detail -> same(detail.getValue(), got.details().get(detail.getKey())));
    return new CaseAnswer(
        subject,
        expected,
        text(expected.status(), expected.details()),
        text(got.status(), right ? expected.details() : got.details()),
        right,
        got.side(),
        got.status(),
        got.details(),
        got.findings());
  }

  private static String text(String status, Map<String, List<String>> details) {
    StringBuilder text = new StringBuilder(status);
    details.forEach(
        (key, values) -> {
          if (!values.isEmpty()) {
            text.append(' ').append(key).append(' ').append(String.join(", ", values));
          }
        });
    return text.toString().stripTrailing();
  }

  private static boolean same(
      List<String> wanted, @org.jspecify.annotations.Nullable List<String> got) {
    if (got == null || wanted.size() != got.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!same(wanted.get(i), got.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The same text, or the same figure however it is written: 0.3亿元 is 3000 万元. */
  private static boolean same(String wanted, String got) {
    Optional<Exact> figure = Unit.figure(wanted);
    return wanted.equals(got) || figure.isPresent() && figure.equals(Unit.figure(got));
  }
}
