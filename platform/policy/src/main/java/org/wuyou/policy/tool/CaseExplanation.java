package org.wuyou.policy.tool;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.evaluate.CaseAnswer;
import org.wuyou.policy.evaluate.CaseRunner;
import org.wuyou.policy.evaluate.Finding;
import org.wuyou.policy.model.PolicyCase;
import org.wuyou.policy.model.Rule;

/** Says of a bundle's cases, clause by clause, why each answer is what it is. */
public final class CaseExplanation {
  private CaseExplanation() {}

  /** The cases meant: of a rule, of a name, or all where neither is given. */
  public static List<PolicyCase> cases(
      PolicyBundle bundle, Optional<String> rule, Optional<String> name) {
    return bundle.cases().stream()
        .filter(example -> bundle.rule(example.rule()).isPresent())
        .filter(example -> rule.isEmpty() || rule.get().equals(example.rule()))
        .filter(example -> name.isEmpty() || example.name().contains(name.get()))
        .toList();
  }

  /** The cases as one JSON object, findings written as the GraphQL API writes them. */
  public static String json(PolicyBundle bundle, List<PolicyCase> cases) {
    return new Json().put("cases", cases.stream().map(one -> json(bundle, one)).toList()).text();
  }

  private static Json json(PolicyBundle bundle, PolicyCase example) {
    Rule rule = bundle.rule(example.rule()).orElseThrow();
    return new Json()
        .put("name", example.name())
        .put(
            "rule",
            new Json()
                .put("id", rule.id())
                .put("name", rule.head().name())
                .put("summary", rule.head().summary())
                .put("article", rule.head().citation().article())
                .put("locator", rule.head().citation().locator()))
        .put(
            "answers",
            CaseRunner.run(bundle, example).stream().map(CaseExplanation::answer).toList());
  }

  private static Json answer(CaseAnswer answer) {
    Json details = new Json();
    answer.details().forEach(details::putTexts);
    return new Json()
        .put("subject", answer.subject())
        .put("wanted", answer.wanted())
        .put("status", answer.status())
        .put("right", answer.right())
        .put("details", details)
        .put("findings", answer.findings().stream().map(CaseExplanation::finding).toList());
  }

  private static Json finding(Finding finding) {
    Json json =
        new Json()
            .put("id", finding.id())
            .put("name", finding.name())
            .put("say", finding.say())
            .put("state", finding.state().name());
    finding.value().ifPresent(value -> json.put("value", value));
    finding.requirement().ifPresent(value -> json.put("requirement", value));
    finding.shortfall().ifPresent(shortfall -> json.put("shortfall", shortfall.say()));
    return json.put("article", finding.citation().article())
        .put("clause", finding.citation().clause())
        .putTexts("parameters", finding.parameters())
        .putTexts("missing", finding.missing().stream().sorted().toList());
  }
}
