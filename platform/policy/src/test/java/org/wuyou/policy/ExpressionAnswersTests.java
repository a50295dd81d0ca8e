package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.expression.DerivedFact;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.MapSubject;
import org.wuyou.policy.facts.Statistic;

/** What each operator and function answers, and of what it says that it is missing. */
@DisplayName("An expression")
class ExpressionAnswersTests {
  static final FactCatalogue CATALOGUE =
      FactCatalogue.builder()
          .entity(
              "Owner",
              "所有者",
              FactCatalogue.number("size", "规模"),
              FactCatalogue.truth("local", "本地"))
          .entity(
              "Return",
              "报表",
              FactCatalogue.number("year", "年度"),
              FactCatalogue.number("amount", "金额"),
              FactCatalogue.number("loss", "亏损"),
              FactCatalogue.text("kind", "种类"),
              FactCatalogue.text("note", "附注"))
          .entity(
              "Firm",
              "企业",
              FactCatalogue.number("n", "七"),
              FactCatalogue.number("h", "一半"),
              FactCatalogue.number("z", "零"),
              FactCatalogue.number("m", "缺"),
              FactCatalogue.number("k", "缺"),
              FactCatalogue.truth("yes", "是"),
              FactCatalogue.truth("no", "否"),
              FactCatalogue.truth("u", "缺"),
              FactCatalogue.truth("v", "缺"),
              FactCatalogue.text("s", "文"),
              FactCatalogue.text("t", "缺"),
              FactCatalogue.texts("tags", "标签"),
              FactCatalogue.day("d", "日"),
              FactCatalogue.day("leap", "闰日"),
              FactCatalogue.day("e", "缺"),
              FactCatalogue.moment("sent", "时刻"),
              FactCatalogue.moment("unsent", "缺"),
              FactCatalogue.one("owner", "所有者", "Owner"),
              FactCatalogue.one("nobody", "缺", "Owner"),
              FactCatalogue.many("returns", "报表", "Return"),
              FactCatalogue.many("none", "无", "Return"))
          .build();

  private static MapSubject yearly(int year, String amount, String kind) {
    return new MapSubject("Return", "of " + year)
        .with("year", BigDecimal.valueOf(year))
        .with("amount", new BigDecimal(amount))
        .with("kind", kind);
  }

  private static final MapSubject FIRM =
      new MapSubject("Firm", "甲")
          .with("n", BigDecimal.valueOf(7))
          .with("h", new BigDecimal("0.5"))
          .with("z", new BigDecimal("0.00"))
          .with("yes", true)
          .with("no", false)
          .with("s", "AB")
          .with("tags", List.of("A", "B", "A"))
          .with("d", LocalDate.of(2021, 6, 30))
          .with("leap", LocalDate.of(2020, 2, 29))
          .with("sent", Instant.parse("2021-06-30T15:59:59Z"))
          .with("owner", new MapSubject("Owner", "乙").with("size", BigDecimal.valueOf(3)))
          .with(
              "returns",
              List.of(
                  yearly(2020, "2.5", "A"),
                  yearly(2021, "7", "B").with("loss", BigDecimal.ONE),
                  yearly(2022, "9.5", "A")));

  private static final MapFacts FACTS =
      new MapFacts()
          .with(FIRM)
          .with("gdp", "140500", 2020, new Statistic(new BigDecimal("30"), "年鉴"))
          .with("gdp", "140500", 2021, new Statistic(new BigDecimal("33.5"), "年鉴"));

  static final String DECLARED =
      """
      article: 一
      locator: 表达式
      clause: EXPRESSION
      parameters:
        two: {name: {zh: 二, en: Two}, unit: 个, carries: [P1], values: {2020-01-01: 2}}
        three: {name: {zh: 三, en: Three}, unit: 个, carries: [P2], values: {2020-01-01: 3}}
        later: {name: {zh: 后定, en: Later}, unit: 个, carries: [P3], values: {2022-01-01: 3}}
      readings:
        R: {question: {zh: 问, en: Question}, why: {zh: 因, en: Reason}, default: USUAL, choices: {USUAL: {zh: 常, en: Usual}, OTHER: {zh: 别, en: Other}}}
      facts:
      """;

  /** Expressions and what they answer, each beside the other; what is missing after a "?". */
  private static void answers(String... beside) {
    StringBuilder facts = new StringBuilder(DECLARED);
    Map<String, String> wanted = new LinkedHashMap<>();
    for (int i = 0; i < beside.length; i += 2) {
      facts.append(
          "  fact%d: {of: Firm, name: {zh: 问, en: Asked}, value: \"%s\"}%n"
              .formatted(i / 2, beside[i]));
      wanted.put(beside[i], beside[i + 1]);
    }
    PolicyBundle bundle = Bundles.of(facts.toString(), CATALOGUE);
    Session session = new Session(bundle, FACTS, Evaluation.USUAL.asOf(LocalDate.of(2021, 11, 30)));
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = 0; i < beside.length; i += 2) {
      DerivedFact fact = bundle.fact("Firm", "fact" + i / 2).orElseThrow();
      found.put(
          beside[i], text(fact.asTerm().in(session.setting().frame(FIRM, session.lastYear()))));
    }
    assertEquals(lines(wanted), lines(found));
  }

  private static String lines(Map<String, String> answers) {
    return answers.entrySet().stream()
        .map(answer -> answer.getKey() + " -> " + answer.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Number number -> number.exact().toString();
      case Value.Words words -> "'" + words.text() + "'";
      case Value.Truth truth -> String.valueOf(truth.holds());
      case Value.Day day -> day.date().toString();
      case Value.Item item -> item.subject().name();
      case Value.Items items ->
          items.values().stream().map(ExpressionAnswersTests::text).toList().toString();
      case Value.Missing missing -> "?" + String.join(" ?", new TreeSet<>(missing.facts()));
    };
  }

  @Test
  void adds_and_divides_exactly_and_misses_what_its_parts_miss() {
    answers(
        "n + h", "7.5",
        "n - h", "6.5",
        "n * h", "3.5",
        "n / h", "14",
        "h / n * n", "0.5",
        "n / z", "?n / 0",
        "m / z", "?m",
        "n + m", "?m",
        "m - n", "?m",
        "m * k", "?k ?m",
        "-n", "-7",
        "-m", "?m",
        "least(n, h)", "0.5",
        "least(h, n)", "0.5",
        "greatest(n, h)", "7",
        "greatest(h, n)", "7",
        "least(n, m)", "?m",
        "greatest(k, m)", "?k ?m",
        "n * two", "14",
        "n * later", "?later",
        "count([n] + [h, z])", "3",
        "sum([n, h])", "7.5",
        "sum([n, m])", "?m");
  }

  @Test
  void compares_below_at_and_above() {
    answers(
        "h < n", "true",
        "n < n", "false",
        "n < h", "false",
        "h <= n", "true",
        "n <= n", "true",
        "n <= h", "false",
        "h > n", "false",
        "n > n", "false",
        "n > h", "true",
        "h >= n", "false",
        "n >= n", "true",
        "n >= h", "true",
        "n == n", "true",
        "n == h", "false",
        "n != n", "false",
        "n != h", "true",
        "n == m", "?m",
        "m != n", "?m",
        "m < k", "?k ?m",
        "s < 'B'", "true",
        "s < 'AB'", "false",
        "s >= 'AB'", "true",
        "s == 'AB'", "true",
        "s != 'AB'", "false",
        "t == 'AB'", "?t",
        "leap < d", "true",
        "d < d", "false",
        "d <= d", "true",
        "d > leap", "true",
        "e <= d", "?e",
        "yes == yes", "true",
        "yes == no", "false",
        "owner == owner", "true");
  }

  @Test
  void joins_truths_so_that_what_settles_it_outranks_what_is_missing() {
    answers(
        "yes && yes", "true",
        "yes && no", "false",
        "no && yes", "false",
        "no && u", "false",
        "u && no", "false",
        "yes && u", "?u",
        "u && yes", "?u",
        "u && v", "?u ?v",
        "yes || no", "true",
        "no || yes", "true",
        "no || no", "false",
        "yes || u", "true",
        "u || yes", "true",
        "no || u", "?u",
        "u || no", "?u",
        "u || v", "?u ?v",
        "!yes", "false",
        "!no", "true",
        "!u", "?u",
        "yes ? n : h", "7",
        "no ? n : h", "0.5",
        "u ? n : h", "?u",
        "yes ? n : m", "7",
        "no ? n : m", "?m");
  }

  @Test
  void knows_what_is_there() {
    answers(
        "known(n)", "true",
        "known(m)", "false",
        "known(n / z)", "false",
        "known(owner)", "true",
        "known(nobody)", "false",
        "known(none)", "true",
        "known(owner.local)", "false",
        "has(owner.size)", "true",
        "has(owner.local)", "false",
        "has(nobody.size)", "false");
  }

  @Test
  void follows_relations_and_names_the_path_to_what_is_missing() {
    answers(
        "owner.size", "3",
        "this.owner.size", "3",
        "owner.local", "?owner.local",
        "nobody", "?nobody",
        "nobody.size", "?nobody",
        "returns.at(year)", "of 2021",
        "returns.at(year).amount", "7",
        "returns.at(year - 1).amount", "2.5",
        "returns.at(year + 1).amount", "9.5",
        "returns.at(year + 1).loss", "?returns[2022].loss",
        "returns.at(year - 1 - 1).amount", "?returns[2019]",
        "returns.at(yearOf(e)).amount", "?e",
        "none.at(year).amount", "?none[2021]");
  }

  @Test
  void goes_over_lists() {
    answers(
        "count(returns)", "3",
        "count(none)", "0",
        "count(tags)", "3",
        "count(distinct(tags))", "2",
        "returns.map(r, r.amount)", "[2.5, 7, 9.5]",
        "returns.filter(r, r.amount >= n)", "[of 2021, of 2022]",
        "count(returns.filter(r, r.amount > n))", "1",
        "count(distinct(returns.map(r, r.kind)))", "2",
        "sum(returns.map(r, r.amount))", "19",
        "sum(none.map(r, r.amount))", "0",
        "sum(returns.map(r, r.loss))", "?r.loss",
        "returns.exists(r, r.amount > n)", "true",
        "returns.exists(r, r.amount < 0)", "false",
        "returns.exists(r, r.loss > 1)", "?r.loss",
        "returns.exists(r, r.loss == 1)", "true",
        "returns.all(r, r.amount > 0)", "true",
        "returns.all(r, r.amount > n)", "false",
        "returns.all(r, r.loss == 1)", "?r.loss",
        "none.exists(r, r.amount > 0)", "false",
        "none.all(r, r.amount > 0)", "true",
        "returns.exists(r, returns.all(o, o.amount <= r.amount))", "true",
        "'A' in tags", "true",
        "'C' in tags", "false",
        "s in ['AB', 'C']", "true",
        "s in ['C']", "false",
        "s in [t, 'C']", "?t",
        "s in [t, 'AB']", "true",
        "t in ['A']", "?t");
  }

  @Test
  void reads_days_and_texts() {
    answers(
        "date('2021-02-28')", "2021-02-28",
        "date('2021-02-30')", "?date('2021-02-30')",
        "d == date('2021-06-30')", "true",
        "yearOf(d)", "2021",
        "monthOf(d)", "6",
        "yearOf(e)", "?e",
        "d.addYears(1)", "2022-06-30",
        "d.addYears(three)", "2024-06-30",
        "leap.addYears(1)", "2021-02-28",
        "e.addYears(1)", "?e",
        "s.prefix(1)", "'A'",
        "s.prefix(two)", "'AB'",
        "s.prefix(three)", "?AB[3]",
        "s.startsWith('A')", "true",
        "s.startsWith('B')", "false",
        "s.endsWith('B')", "true",
        "s.endsWith('A')", "false",
        "s.contains('AB')", "true",
        "s.contains('BA')", "false",
        "t.contains('A')", "?t");
  }

  /** In Beijing the moment is still of the 30th for one more second. */
  @Test
  void takes_a_moment_for_its_day() {
    answers(
        "sent", "2021-06-30",
        "sent == d", "true",
        "sent <= date('2021-06-29')", "false",
        "d < sent", "false",
        "monthOf(sent)", "6",
        "sent.addYears(1)", "2022-06-30",
        "known(sent)", "true",
        "known(unsent)", "false",
        "unsent <= d", "?unsent");
  }

  @Test
  void knows_the_year_the_days_the_region_the_readings_and_figures_of_the_division() {
    answers(
        "year", "2021",
        "asOf", "2021-11-30",
        "on", "2021-11-30",
        "region", "'140500'",
        "reading('R')", "'USUAL'",
        "reading('R') == 'OTHER'", "false",
        "statistic('gdp')", "33.5",
        "statistic('gdp', year - 1)", "30",
        "statistic('gdp', year + 1)", "?gdp[2022]",
        "statisticTotal('gdp', year - 1, year)", "63.5",
        "statisticTotal('gdp', year, year)", "33.5",
        "statisticTotal('gdp', year, year + 1)", "?gdp[2022]");
  }
}
