package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.evaluate.ClockOutcome;
import org.wuyou.policy.evaluate.SeriesOutcome;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.evaluate.Timeliness;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.MapSubject;
import org.wuyou.policy.model.Clock;
import org.wuyou.policy.model.Series;

/** Who owes what by when, and how it stands at a moment. */
@DisplayName("What is owed")
class OwedTests {
  private static FactCatalogue catalogue() {
    return FactCatalogue.builder()
        .entity(
            "Report",
            "报告",
            FactCatalogue.text("unit", "单位"),
            FactCatalogue.text("period", "期"),
            FactCatalogue.truth("final", "定稿"),
            FactCatalogue.moment("sentAt", "报送时刻"),
            FactCatalogue.day("sentOn", "报送日"))
        .entity(
            "Zone", "开发区", FactCatalogue.text("code", "编号"), FactCatalogue.truth("national", "国家级"))
        .entity(
            "Matter",
            "事项",
            FactCatalogue.day("begun", "开始"),
            FactCatalogue.day("done", "完成"),
            FactCatalogue.truth("urgent", "急办"))
        .build();
  }

  private static final String BUNDLE =
      """
      bundle: owed
      region: "140500"
      name: {zh: 某市, en: A city}
      documents: [{name: {zh: 办法, en: Measures}, issuer: {zh: 某市, en: A city}}]
      valid: {from: 2021-01-01, to: 2022-12-31}
      departments: {kjj: {zh: 科技局, en: Science Bureau}}
      """;

  private static final String RULES =
      """
      article: 一
      parameters:
        last: {name: {zh: 末日, en: Last day}, unit: 日, values: {2021-01-01: 31}}
        unset: {name: {zh: 未定, en: Unset}, unit: 日, values: {2021-01-01: }}
        days: {name: {zh: 几日, en: Days}, unit: 日, values: {2021-01-01: 10}}
        months: {name: {zh: 几月, en: Months}, unit: 个月, values: {2021-01-01: 1}}
        years: {name: {zh: 几年, en: Years}, unit: 年, values: {2021-01-01: 1}}
      organisation:
        - {id: office, name: {zh: 办公室, en: Office}, summary: {zh: 办, en: Office}, kind: OFFICE, level: CITY}
      calendar:
        - {id: monthly, name: {zh: 月报, en: Monthly}, summary: {zh: 月报, en: Monthly}, form: REPORT, every: MONTH, first: 2021-01, last: 2021-02, due: {dayOfNextMonth: last}, by: [kjj, office], records: {of: Report, unit: unit, period: period, sent: sentAt}}
        - {id: yearly, name: {zh: 年报, en: Yearly}, summary: {zh: 年报, en: Yearly}, form: SUMMARY, every: YEAR, first: 2021-12, records: {of: Report, where: final, period: period, sent: sentOn}}
        - {id: once, name: {zh: 方案, en: Scheme}, summary: {zh: 方案, en: Scheme}, form: BRIEFING, every: ONCE, due: 2021-05-01, bound: EXCLUSIVE, parts: true, records: {of: Report, unit: unit, sent: sentAt}, gathers: monthly}
        - {id: zones, name: {zh: 区报, en: Zones}, summary: {zh: 区报, en: Zones}, form: REPORT, every: QUARTER, first: 2021-03, last: 2021-03, due: {dayOfNextMonth: unset}, from: {of: Zone, where: national, id: code}, records: {of: Report, unit: unit, period: period, sent: sentAt}}
      clocks:
        - id: limits
          name: {zh: 时限, en: Limits}
          summary: {zh: 时限, en: Limits}
          of: Matter
          when: urgent
          start: begun
          steps:
            - {id: days, name: {zh: 日, en: Days}, within: days, done: done}
            - {id: months, name: {zh: 月, en: Months}, within: months, done: done}
            - {id: years, name: {zh: 年, en: Years}, within: years, done: done, if: urgent}
            - {id: unset, name: {zh: 未定, en: Unset}, within: unset, done: done}
      """;

  private final MapFacts facts =
      new MapFacts()
          .with(new Facts.Division("140502", new Text("城区", "Chengqu")))
          .with(zone("一", "Z1").with("national", true))
          .with(zone("二", "Z2").with("national", false))
          .with(zone("三", "Z3"))
          .with(new MapSubject("Zone", "四").with("national", true));

  private static MapSubject zone(String name, String code) {
    return new MapSubject("Zone", name).with("code", code);
  }

  private void sent(String unit, String period, String at) {
    MapSubject report = new MapSubject("Report", unit + period + at);
    if (!unit.isEmpty()) {
      report.with("unit", unit);
    }
    if (!period.isEmpty()) {
      report.with("period", period);
    }
    facts.with(report.with("sentAt", Instant.parse(at)));
  }

  private Session session(FactCatalogue catalogue) {
    PolicyBundle bundle = Bundles.of(BUNDLE, RULES, catalogue);
    return new Session(bundle, facts, Evaluation.USUAL.asOf(LocalDate.of(2021, 6, 30)));
  }

  private SeriesOutcome standing(String id, String at) {
    PolicyBundle bundle = Bundles.of(BUNDLE, RULES, catalogue());
    Session session = new Session(bundle, facts, Evaluation.USUAL);
    return session.standing(bundle.rules(Series.class).get(id), Instant.parse(at));
  }

  private static List<String> lines(List<SeriesOutcome.Standing> standings) {
    return standings.stream()
        .map(
            one ->
                one.key()
                    + " "
                    + one.name().zh()
                    + " "
                    + one.due().map(LocalDate::toString).orElse("-")
                    + " "
                    + one.status())
        .toList();
  }

  @Test
  void in_every_period_is_owed_by_each_unit() {
    sent("kjj", "2021-01", "2021-02-28T15:59:59Z");
    sent("Office", "2021-01", "2021-02-28T16:00:00Z");
    sent("办公室", "2021-02", "2021-03-01T00:00:00Z");
    assertEquals(
        List.of(
            "kjj 2021-01 科技局 2021-02-28 ON_TIME",
            "kjj 2021-02 科技局 2021-03-31 MISSING",
            "office 2021-01 办公室 2021-02-28 LATE",
            "office 2021-02 办公室 2021-03-31 ON_TIME"),
        lines(standing("monthly", "2021-04-01T00:00:00Z").standings()),
        "the month after January has no 31st");
  }

  @Test
  void is_pending_until_its_time_has_passed_and_what_comes_later_is_not_seen() {
    sent("kjj", "2021-01", "2021-03-05T00:00:00Z");
    SeriesOutcome before = standing("monthly", "2021-02-28T15:59:59Z");
    assertEquals(
        List.of(Timeliness.PENDING, Timeliness.PENDING, Timeliness.PENDING, Timeliness.PENDING),
        before.standings().stream().map(SeriesOutcome.Standing::status).toList());
    assertEquals(Timeliness.PENDING, before.worst());
    SeriesOutcome after = standing("monthly", "2021-02-28T16:00:00Z");
    assertEquals(Timeliness.MISSING, after.worst());
    assertEquals(
        List.of("kjj 2021-01", "office 2021-01"),
        after.with(Timeliness.MISSING).stream().map(SeriesOutcome.Standing::key).toList());
    assertEquals(
        List.of("kjj 2021-01"),
        standing("monthly", "2021-03-06T00:00:00Z").with(Timeliness.LATE).stream()
            .map(SeriesOutcome.Standing::key)
            .toList());
  }

  @Test
  void is_counted_from_the_first_of_several_sent() {
    sent("kjj", "2021-01", "2021-03-05T00:00:00Z");
    sent("kjj", "2021-01", "2021-02-05T00:00:00Z");
    sent("kjj", "", "2021-01-05T00:00:00Z");
    sent("", "2021-02", "2021-03-05T00:00:00Z");
    assertEquals(
        List.of(
            "kjj 2021-01 科技局 2021-02-28 ON_TIME",
            "kjj 2021-02 科技局 2021-03-31 MISSING",
            "office 2021-01 办公室 2021-02-28 MISSING",
            "office 2021-02 办公室 2021-03-31 MISSING"),
        lines(standing("monthly", "2021-05-01T00:00:00Z").standings()),
        "a row that names no unit or no period stands for none");
  }

  @Test
  void without_a_day_is_missing_once_its_period_is_over() {
    facts.with(
        new MapSubject("Report", "一")
            .with("final", true)
            .with("period", "2021")
            .with("sentOn", LocalDate.of(2022, 3, 1)));
    facts.with(
        new MapSubject("Report", "二")
            .with("period", "2022")
            .with("sentOn", LocalDate.of(2022, 3, 1)));
    assertEquals(
        List.of("2021 某市 - PENDING", "2022 某市 - PENDING"),
        lines(standing("yearly", "2021-12-31T15:59:59Z").standings()));
    assertEquals(
        List.of("2021 某市 - MISSING", "2022 某市 - PENDING"),
        lines(standing("yearly", "2021-12-31T16:00:00Z").standings()));
    assertEquals(
        List.of("2021 某市 - ON_TIME", "2022 某市 - MISSING"),
        lines(standing("yearly", "2023-01-01T00:00:00Z").standings()),
        "what is not final does not count");
  }

  @Test
  void once_is_owed_by_each_part_and_names_those_it_gathers() {
    sent("城区", "", "2021-04-30T15:59:59Z");
    SeriesOutcome outcome = standing("once", "2021-05-02T00:00:00Z");
    assertEquals(List.of("140502 城区 2021-05-01 ON_TIME"), lines(outcome.standings()));
    assertEquals(4, outcome.gathered().size());
    assertEquals(List.of(), standing("monthly", "2021-05-02T00:00:00Z").gathered());
  }

  @Test
  void once_is_late_on_the_day_where_the_day_itself_is_too_late() {
    sent("140502", "", "2021-04-30T16:00:00Z");
    assertEquals(
        List.of("140502 城区 2021-05-01 LATE"),
        lines(standing("once", "2021-05-02T00:00:00Z").standings()));
  }

  @Test
  void by_units_of_the_register_is_owed_by_those_it_speaks_of() {
    sent("Z1", "2021Q1", "2021-03-31T00:00:00Z");
    assertEquals(
        List.of("Z1 2021Q1 一 - ON_TIME", "2021Q1 四 - MISSING"),
        lines(standing("zones", "2021-04-01T00:00:00Z").standings()));
    assertEquals(
        List.of("Z1 2021Q1 一 - ON_TIME", "2021Q1 四 - PENDING"),
        lines(standing("zones", "2021-03-31T15:59:59Z").standings()));
  }

  private String limits(MapSubject matter, LocalDate on) {
    PolicyBundle bundle = Bundles.of(BUNDLE, RULES, catalogue());
    Session session = new Session(bundle, facts, Evaluation.USUAL.asOf(on));
    Clock clock = bundle.rules(Clock.class).get("limits");
    ClockOutcome outcome = session.standing(clock, matter);
    return session.concerns(clock, matter)
        + " "
        + outcome.worst()
        + ": "
        + String.join(
            ", ",
            outcome.limits().stream()
                .map(
                    limit ->
                        limit.step().id()
                            + " "
                            + limit.due().map(LocalDate::toString).orElse("-")
                            + " "
                            + limit.status())
                .toList());
  }

  @Test
  void for_one_matter_runs_from_a_day_of_its_own() {
    MapSubject matter =
        new MapSubject("Matter", "甲").with("urgent", true).with("begun", LocalDate.of(2021, 1, 31));
    assertEquals(
        "true UNDETERMINED: days 2021-02-10 PENDING, months 2021-02-28 PENDING,"
            + " years 2022-01-31 PENDING, unset - UNDETERMINED",
        limits(matter, LocalDate.of(2021, 2, 10)));
    assertEquals(
        "true MISSING: days 2021-02-10 MISSING, months 2021-02-28 PENDING,"
            + " years 2022-01-31 PENDING, unset - UNDETERMINED",
        limits(matter, LocalDate.of(2021, 2, 11)));
    matter.with("done", LocalDate.of(2021, 2, 28));
    assertEquals(
        "true LATE: days 2021-02-10 LATE, months 2021-02-28 ON_TIME,"
            + " years 2022-01-31 ON_TIME, unset - UNDETERMINED",
        limits(matter, LocalDate.of(2021, 2, 28)));
    assertEquals(
        "true MISSING: days 2021-02-10 MISSING, months 2021-02-28 PENDING,"
            + " years 2022-01-31 PENDING, unset - UNDETERMINED",
        limits(matter, LocalDate.of(2021, 2, 27)),
        "what is done later is not seen");
  }

  @Test
  void for_one_matter_cannot_be_told_without_its_day() {
    MapSubject matter = new MapSubject("Matter", "甲").with("urgent", false);
    assertEquals(
        "false UNDETERMINED: days - UNDETERMINED, months - UNDETERMINED, unset - UNDETERMINED",
        limits(matter, LocalDate.of(2021, 2, 10)));
  }

  @Test
  void cannot_be_told_where_no_module_keeps_the_records() {
    FactCatalogue without =
        FactCatalogue.builder()
            .entity(
                "Zone",
                "开发区",
                catalogue().entity("Zone").facts().values().toArray(FactCatalogue.Fact[]::new))
            .build()
            .with("reports", catalogue());
    Session session = session(without);
    PolicyBundle bundle = Bundles.of(BUNDLE, RULES, without);
    SeriesOutcome outcome =
        session.standing(
            bundle.rules(Series.class).get("once"), Instant.parse("2021-06-30T00:00:00Z"));
    assertEquals(List.of("140502 城区 2021-05-01 UNDETERMINED"), lines(outcome.standings()));
  }
}
