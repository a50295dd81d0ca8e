package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that nobody can ever meet are told; those that somebody can are not. */
@DisplayName("A rule that contradicts itself")
class ContradictionTests {
  private static final String DECLARED =
      """
      article: 一
      parameters:
        two: {name: {zh: 二, en: Two}, unit: 比值, carries: [P2], values: {2020-01-01: 2}}
        also: {name: {zh: 又二, en: Two too}, unit: 比值, carries: [P3], values: {2020-01-01: 2}}
        three: {name: {zh: 三, en: Three}, unit: 比值, carries: [P4], values: {2020-01-01: 3}}
        growing: {name: {zh: 增, en: Growing}, unit: 比值, carries: [P5], values: {2020-01-01: 1, 2021-01-01: 4}}
        unset: {name: {zh: 未定, en: Unset}, unit: 比值, carries: [P6], values: {2020-01-01: }}
      readings:
        R: {question: {zh: 问, en: Question}, why: {zh: 因, en: Reason}, default: USUAL, choices: {USUAL: {zh: 常, en: Usual}, OTHER: {zh: 别, en: Other}}}
      """;

  private static List<String> told(String rules) {
    TreeMap<String, String> files =
        new TreeMap<>(Map.of("bundle.yaml", Bundles.BUNDLE, "rules.yaml", DECLARED + rules));
    return switch (PolicyCompiler.read(new BundleSource(files), FirmRegister.CATALOGUE)) {
      case Compilation.Compiled compiled -> List.of();
      case Compilation.Rejected rejected ->
          rejected.problems().stream()
              .map(problem -> problem.code() + " " + problem.message().in(Locale.ENGLISH))
              .toList();
    };
  }

  private static String standard(String where, String... conditions) {
    StringBuilder rule =
        new StringBuilder(
            "standards:\n  - {id: S, name: {zh: 优, en: Good}, summary: {zh: 优, en: Good}, of: Firm, ");
    if (!where.isEmpty()) {
      rule.append("where: \"").append(where).append("\", ");
    }
    rule.append("all: [");
    for (int i = 0; i < conditions.length; i++) {
      rule.append(i == 0 ? "" : ", ")
          .append("{id: C")
          .append(i)
          .append(", name: {zh: 条, en: Clause}, say: {zh: 条, en: Clause}, if: \"")
          .append(conditions[i])
          .append("\"}");
    }
    return rule.append("]}\n").toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n0 >= three | n0 <= two    | n0",
        "n0 > two    | n0 < also    | n0",
        "n0 >= two   | n0 < also    | n0",
        "n0 > two    | n0 <= also   | n0",
        "n0 > growing | n0 < growing | n0",
        "three < two | b0           | three < two",
        "false       | b0           | false",
        "reading('R') == 'USUAL' && reading('R') == 'OTHER' | b0 | reading('R') == 'USUAL' && reading('R') == 'OTHER'"
      })
  void is_told_with_what_nobody_can_meet(String one, String other, String because) {
    assertEquals(
        List.of("NEVER_TRUE nobody can ever meet S: " + because.strip()),
        told(standard("", one.strip(), other.strip())));
    assertEquals(
        List.of("NEVER_TRUE nobody can ever meet S: " + because.strip()),
        told(standard(one.strip(), other.strip())),
        "whom it speaks of is part of it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n0 >= two   | n0 <= also",
        "n0 >= two   | n0 <= three",
        "n0 > two    | n0 < three",
        "n0 >= three | n1 <= two",
        "n0 > three  | n0 < unset",
        "n0 > three  | n0 < growing",
        "n0 >= three | n0 >= two",
        "n0 < two    | n0 < three",
        "growing > three | b0",
        "unset > three | b0",
        "reading('R') == 'OTHER' | b0",
        "year < three | b0",
        "on < date('2020-01-01') | b0",
        "region == '1' | b0",
        "statistic('gdp') < two | b0"
      })
  void is_not_one_that_somebody_can_meet(String one, String other) {
    assertEquals(List.of(), told(standard("", one.strip(), other.strip())));
  }

  private static final String NAMED = "name: {zh: 名, en: Name}, summary: {zh: 述, en: Summary}";

  @Test
  void may_be_any_kind_of_rule_or_a_part_of_one() {
    assertEquals(
        List.of("NEVER_TRUE nobody can ever meet L: three < two"),
        told(
            "lists:\n  - {id: L, "
                + NAMED
                + ", of: Firm, where: three < two, columns: [{id: A, name: {zh: 甲, en: A}, value: n0}]}\n"));
    assertEquals(
        List.of("NEVER_TRUE nobody can ever meet L: !(two < three)"),
        told(
            "lists:\n  - {id: L, "
                + NAMED
                + ", of: Firm, except: two < three, columns: [{id: A, name: {zh: 甲, en: A}, value: n0}]}\n"));
    assertEquals(
        List.of(),
        told(
            "lists:\n  - {id: L, "
                + NAMED
                + ", of: Firm, except: two > three, columns: [{id: A, name: {zh: 甲, en: A}, value: n0}]}\n"));
    assertEquals(
        List.of("NEVER_TRUE nobody can ever meet C: three < two"),
        told(
            "calculations:\n  - {id: C, "
                + NAMED
                + ", of: Firm, where: three < two, figures: [{id: A, name: {zh: 甲, en: A}, value: n0}]}\n"));
    assertEquals(
        List.of("NEVER_TRUE nobody can ever meet P: three < two"),
        told(
            "priorities:\n  - {id: P, "
                + NAMED
                + ", of: Firm, where: three < two, order: [n0]}\n"));
    assertEquals(
        List.of("NEVER_TRUE nobody can ever meet T.low: n0"),
        told(
            "tiers:\n  - {id: T, "
                + NAMED
                + ", of: Firm, when: n0 >= three, bands: [{id: low, name: {zh: 低, en: Low}, if: n0 < two}, {id: high, name: {zh: 高, en: High}, if: n0 > three}]}\n"));
    assertEquals(
        List.of("NEVER_TRUE nobody can ever meet X.F: n0"),
        told(
            "sanctions:\n  - {id: X, "
                + NAMED
                + ", of: Firm, where: n0 > three, faults: [{id: F, name: {zh: 错, en: Fault}, say: {zh: 错, en: Fault}, if: n0 < two}, {id: G, name: {zh: 错, en: Fault}, say: {zh: 错, en: Fault}, if: n1 < two}], effects: [{id: E, name: {zh: 果, en: Effect}}]}\n"));
  }

  @Test
  void may_be_a_target_nobody_is_counted_for() {
    String targets =
        "targets:\n  - {id: G, "
            + NAMED
            + ", indicator: share, must: 以上, value: two, due: 2022-12-31}\n";
    assertEquals(
        List.of("NEVER_TRUE nobody can ever meet G: n0"),
        told(
            "indicators:\n  share: {name: {zh: 率, en: Share}, unit: 比值, kind: share, over: Firm, where: n0 > three, having: n0 < two}\n"
                + targets));
    assertEquals(
        List.of(),
        told(
            "indicators:\n  share: {name: {zh: 率, en: Share}, unit: 比值, kind: share, over: Firm, where: n0 > two, having: n0 < three}\n"
                + targets));
    assertEquals(
        List.of("NEVER_TRUE nobody can ever meet G: n0"),
        told(
            "indicators:\n  share: {name: {zh: 率, en: Share}, unit: 比值, kind: figure, each: Firm, eachWhere: n0 > three, value: n1}\n"
                + targets.replace("must", "where: n0 < two, must")));
    assertEquals(
        List.of("NEVER_TRUE nobody can ever meet G: three < two"),
        told(
            "indicators:\n  share: {name: {zh: 率, en: Share}, unit: 比值, kind: count, over: Firm, having: b0}\n"
                + targets.replace("must", "when: three < two, must")));
  }
}
