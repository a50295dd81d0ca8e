package org.wuyou.policy.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wuyou.policy.evaluate.CaseWords;
import org.wuyou.policy.model.PolicyCase;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.parse.Keys;
import org.wuyou.policy.parse.Problems;
import org.wuyou.policy.parse.Spot;
import org.wuyou.policy.parse.Yaml;

/**
 * Reads what a case expects, of the whole or of each subject: a status, and whatever else the
 * rule's kind answers. A word that the rule never answers with is told at once, since no fact could
 * make the case hold.
 */
final class ExpectedReader {
  private final Keys example;
  private final Optional<Rule> rule;
  private final Problems problems;

  /**
   * @param rule that the case exercises, if there is one of that name
   */
  ExpectedReader(Keys example, Optional<Rule> rule, Problems problems) {
    this.example = example;
    this.rule = rule;
    this.problems = problems;
  }

  Map<String, PolicyCase.Expected> read() {
    Optional<Yaml> value = example.get("expect");
    if (value.isEmpty()) {
      example.missing("expect");
      return Map.of();
    }
    if (value.get() instanceof Yaml.Scalar status) {
      return Map.of("", plain("", status));
    }
    Keys answers = Keys.of(value.get(), problems);
    if (answers.has("status")) {
      return Map.of("", answer("", answers, example.keySpot("expect")));
    }
    Map<String, PolicyCase.Expected> expected = new LinkedHashMap<>();
    example
        .entries("expect")
        .forEach(
            (subject, answer) ->
                expected.put(
                    subject.text(),
                    answer instanceof Yaml.Scalar status
                        ? plain(subject.text(), status)
                        : answer(subject.text(), Keys.of(answer, problems), subject.spot())));
    return expected;
  }

  private PolicyCase.Expected plain(String subject, Yaml.Scalar status) {
    return new PolicyCase.Expected(status(subject, status), Map.of(), status.spot());
  }

  private PolicyCase.Expected answer(String subject, Keys keys, Spot spot) {
    Map<String, List<String>> details = new LinkedHashMap<>();
    for (String key : keys.names()) {
      if (!key.equals("status")) {
        List<String> known = rule.map(of -> CaseWords.details(of, key)).orElse(List.of());
        details.put(key, keys.scalars(key).stream().map(word -> word(word, known)).toList());
      }
    }
    String status =
        keys.requiredScalar("status").map(written -> status(subject, written)).orElse("");
    return new PolicyCase.Expected(status, details, spot);
  }

  private String status(String subject, Yaml.Scalar written) {
    return word(written, rule.map(of -> CaseWords.statuses(of, subject)).orElse(List.of()));
  }

  private String word(Yaml.Scalar written, List<String> known) {
    if (!known.isEmpty() && !known.contains(written.text())) {
      Choices.unknown(written, known, problems);
    }
    return written.text();
  }
}
