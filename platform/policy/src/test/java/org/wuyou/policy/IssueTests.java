package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.model.Scorecard;
import org.wuyou.policy.model.Series;

@DisplayName("An issue of a series")
class IssueTests {
  private static final FactCatalogue CATALOGUE =
      FactCatalogue.builder()
          .entity("Firm", "企业", FactCatalogue.truth("active", "活动"))
          .entity(
              "Letter", "简报", FactCatalogue.text("month", "月份"), FactCatalogue.day("sent", "日期"))
          .build();
  private static final String RULES =
      """
      article: 一
      departments: [one]
      indicators:
        activity: {name: {zh: 活动, en: Activity}, unit: 家, kind: count, over: Firm, having: active}
      scorecards:
        - {id: figures, name: {zh: 数字, en: Figures}, summary: {zh: 数字, en: Figures}, columns: [{indicator: activity}]}
      calendar:
        - {id: monthly, name: {zh: 月报, en: Monthly}, summary: {zh: 每月, en: Every month}, form: BRIEFING, every: MONTH, first: 2021-11, last: 2022-02, shows: figures, records: {of: Letter, period: month, sent: sent}}
        - {id: quarterly, name: {zh: 季报, en: Quarterly}, summary: {zh: 每季, en: Every quarter}, form: CIRCULAR, every: QUARTER, first: 2021-11, last: 2022-02, records: {of: Letter, period: month, sent: sent}}
      """;
  private static final PolicyBundle BUNDLE = Bundles.of(RULES, CATALOGUE);

  private static Series series(String id) {
    return Objects.requireNonNull(BUNDLE.rules(Series.class).get(id));
  }

  @Test
  void shows_the_scorecard_that_its_series_names() {
    assertEquals(Optional.of("figures"), series("monthly").shows().map(Scorecard::id));
    assertEquals(Optional.empty(), series("quarterly").shows());
  }

  @Test
  void is_made_for_the_last_day_of_its_period() {
    Session session = new Session(BUNDLE, new MapFacts(), Evaluation.USUAL);
    assertEquals(
        Map.of(
            "2021-11", LocalDate.of(2021, 11, 30),
            "2021-12", LocalDate.of(2021, 12, 31),
            "2022-01", LocalDate.of(2022, 1, 31),
            "2022-02", LocalDate.of(2022, 2, 28)),
        session.periods(series("monthly")));
    assertEquals(
        List.of("2021Q4", "2022Q1"), List.copyOf(session.periods(series("quarterly")).keySet()));
  }

  @Test
  void names_a_scorecard_that_is_there() {
    SortedMap<String, String> files = new TreeMap<>();
    files.put(
        "bundle.yaml",
        """
        bundle: issues
        region: "140500"
        name: {zh: 简报, en: Issues}
        documents: [{name: {zh: 简报, en: Issues}, issuer: {zh: 某市, en: A city}, issued: 2020-01-01}]
        valid: {from: 2020-01-01}
        departments: {one: {zh: 甲, en: One}}
        """);
    files.put("rules.yaml", RULES.replace("shows: figures", "shows: figure"));
    List<Problem> problems =
        assertInstanceOf(
                Compilation.Rejected.class, PolicyCompiler.read(new BundleSource(files), CATALOGUE))
            .problems();
    assertEquals(List.of(ProblemCode.UNKNOWN_RULE), problems.stream().map(Problem::code).toList());
    assertEquals("no scorecard figure; did you mean figures?", problems.getFirst().message().en());
  }
}
