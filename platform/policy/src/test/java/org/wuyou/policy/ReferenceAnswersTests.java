package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.wuyou.policy.evaluate.CaseRunner;
import org.wuyou.policy.evaluate.Ruling;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.facts.MapSubject;
import org.wuyou.policy.facts.Subject;
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

/** What the examples of the reference say, and all they answer, to the last word. */
@DisplayName("The examples of the reference")
class ReferenceAnswersTests {
  @TestFactory
  Stream<DynamicTest> are_read_to_the_last_key() throws IOException {
    return BundleFormatTests.examples().entrySet().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.getKey(),
                    () ->
                        Golden.matches(
                            "read/" + file(example.getKey()),
                            contents(bundle(example.getValue())))));
  }

  @TestFactory
  Stream<DynamicTest> answer_every_question_in_full() throws IOException {
    return BundleFormatTests.examples().entrySet().stream()
        .filter(example -> example.getValue().keySet().stream().anyMatch(f -> f.contains(".cases")))
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.getKey(),
                    () -> {
                      PolicyBundle bundle = bundle(example.getValue());
                      Golden.matches("answers/" + file(example.getKey()), answers(bundle));
                      Golden.matches("rulings/" + file(example.getKey()), rulings(bundle));
                    }));
  }

  private static PolicyBundle bundle(SortedMap<String, String> files) {
    return Bundles.compiled(files, RegisterCatalogue.WITH_CLAIMS);
  }

  /** The first word of a heading: {@code benefits}. */
  static String file(String heading) {
    String[] words = heading.toLowerCase(java.util.Locale.ROOT).split("[^a-z]+");
    return words[0].isEmpty() || words[0].equals("the") ? words[1] : words[0];
  }

  private static String contents(PolicyBundle bundle) {
    StringBuilder text = new StringBuilder();
    bundle.parameters().values().forEach(p -> text.append(Outline.of(p)));
    bundle.indicators().values().forEach(i -> text.append(Outline.of(i)));
    bundle.rules().forEach(rule -> text.append(Outline.of(rule)));
    text.append(Outline.of(bundle.readings()));
    text.append(Outline.of(bundle.administration()));
    text.append(Outline.of(bundle.documents()));
    text.append(Outline.of(bundle.valid()));
    bundle.facts().forEach(f -> text.append(Outline.of(f)).append(f.label()).append('\n'));
    return text.toString();
  }

  private static String answers(PolicyBundle bundle) {
    StringBuilder text = new StringBuilder();
    for (PolicyCase example : bundle.cases()) {
      text.append("# ").append(example.rule()).append(' ').append(example.name()).append('\n');
      CaseRunner.run(bundle, example).forEach(answer -> text.append(Outline.of(answer)));
      Session session = bundle.evaluate(example.given(), CaseRunner.evaluation(example));
      Rule rule = bundle.rule(example.rule()).orElseThrow();
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("answers", answers(session, rule, example));
      all.put("board", session.board());
      all.put("near", session.nearMisses(rule, Exact.of("0.5")));
      List<Subject> enterprises = example.given().population("Enterprise", "990000");
      all.put("menus", enterprises.stream().map(session::menu).toList());
      all.put("outcomes", enterprises.stream().map(session::outcomes).toList());
      text.append(Outline.of(List.of(new ArrayList<>(all.values()))));
    }
    return text.toString();
  }

  /** What is kept of an answer: the rule's own words for it, and the figures of its clauses. */
  private static String rulings(PolicyBundle bundle) {
    StringBuilder text = new StringBuilder();
    for (PolicyCase example : bundle.cases()) {
      text.append("# ").append(example.rule()).append(' ').append(example.name()).append('\n');
      Session session = bundle.evaluate(example.given(), CaseRunner.evaluation(example));
      Rule rule = bundle.rule(example.rule()).orElseThrow();
      Optional<String> entity = Ruling.entity(rule);
      if (entity.isEmpty() && !(rule instanceof Target)) {
        assertThrows(
            IllegalArgumentException.class,
            () -> Ruling.of(session, rule, new MapSubject("Enterprise", "甲")));
      }
      for (Subject subject : example.given().population(entity.orElse("nobody"), "990000")) {
        text.append(subject).append('\n').append(Outline.of(Ruling.of(session, rule, subject)));
      }
    }
    return text.toString();
  }

  private static Object answers(Session session, Rule rule, PolicyCase example) {
    return switch (rule) {
      case Target target -> session.outcome(target);
      case TargetGroup group -> session.outcome(group);
      case Tier tier -> session.placements(tier);
      case Standard standard -> session.verdicts(standard);
      case Benefit benefit -> session.entitlements(benefit);
      case Selection selection -> session.selected(selection);
      case Priority priority -> session.ranking(priority);
      case Sanction sanction -> session.sanctions(sanction);
      case Roster roster -> session.roster(roster);
      case Calculation calculation -> session.calculated(calculation);
      case Scorecard scorecard -> session.score(scorecard);
      case Series series ->
          session.standing(
              series, session.asOf().atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
      case Clock clock ->
          example.given().population(clock.entity(), "990000").stream()
              .map(subject -> session.standing(clock, subject))
              .toList();
    };
  }
}
