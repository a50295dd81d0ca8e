package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Everything that is lacking or of another shape in one file is told at once, each at its place.
 */
@DisplayName("A file that lacks much")
class LackingTests {
  private static final String NAMED = "name: {zh: 名, en: Name}, summary: {zh: 述, en: Summary}";

  private static final String BARE =
      """
      article: 一
      parameters:
        two: {name: {zh: 二, en: Two}, unit: 元, carries: [P], values: {2020-01-01: 2}}
        half: {name: {zh: 半, en: Half}, unit: "%", carries: [P], values: {2020-01-01: 50}}
        bare: {}
        listed: {name: {zh: 列, en: Listed}, unit: 元, values: {2020-01-01: [2]}}
      readings:
        R: {}
        S: {question: {zh: 问, en: Question}, why: {zh: 因, en: Why}, default: A, choices: {A: {zh: 甲}}}
      facts:
        bare: {}
      indicators:
        bare: {}
        kindless: {name: {zh: 名, en: Name}, unit: 家, kind: together}
      tiers:
        - {id: tier, NAMED}
        - {id: banded, NAMED, of: Enterprise, bands: [{}]}
      targets:
        - {id: target, NAMED}
        - {id: due, NAMED, indicator: kindless, must: 以上, due: {}}
      groups:
        - {id: group, NAMED}
        - {id: members, NAMED, overall: [{}]}
      standards:
        - {id: standard, NAMED, of: Enterprise}
        - {id: clauses, NAMED, of: Enterprise, all: [{}, {id: A, name: {zh: 甲, en: A}, say: {zh: 甲, en: A}, figure: legalPerson}]}
      benefits:
        - {id: benefit, NAMED, of: Enterprise}
        - {id: once, NAMED, of: Enterprise, once: {}, amount: {}}
        - {id: rated, NAMED, of: Enterprise, amount: {of: count(returns)}}
        - {id: chosen, NAMED, of: Enterprise, amount: {by: ownership}}
        - {id: listed, NAMED, of: Enterprise, amount: {by: ownership, choices: {PRIVATE: [two], COLECTIVE: two}}}
        - {id: parts, NAMED, of: Enterprise, amount: {of: count(returns), steps: [{}], scale: [{}], shares: [{}]}}
        - {id: word, NAMED, of: Enterprise, amount: later}
      selections:
        - {id: selection, NAMED, of: Enterprise}
      priorities:
        - {id: priority, NAMED, of: Enterprise}
        - {id: sorted, NAMED, of: Enterprise, order: [uscc, {}]}
      sanctions:
        - {id: sanction, NAMED, of: Enterprise}
        - {id: effects, NAMED, of: Enterprise, faults: [{}], effects: [{}]}
      lists:
        - {id: list, NAMED}
        - {id: columns, NAMED, of: Enterprise, columns: [{}]}
      calculations:
        - {id: calculation, NAMED, of: Enterprise}
        - {id: figures, NAMED, of: Enterprise, figures: [{}]}
      scorecards:
        - {id: card, NAMED, columns: [{}]}
      tasks:
        - {id: task, NAMED, text: nowhere}
      organisation:
        - {id: body, NAMED, roles: [{}]}
      calendar:
        - {id: series, NAMED}
        - {id: monthly, NAMED, form: REPORT, every: MONTH, parts: true, records: {}}
        - {id: records, NAMED, form: REPORT, every: MONTH, first: june, due: {}, by: [nobody], from: {}, records: {of: PeriodicReport, sent: unit}}
        - {id: silent, NAMED, form: REPORT, every: MONTH, first: 2021-06, parts: true, records: {of: PeriodicReport, sent: never}}
      clocks:
        - {id: clock, NAMED}
        - {id: steps, NAMED, of: SupervisedMatter, start: deployedOn, steps: [{}, {id: A, name: {zh: 甲, en: A}, within: two, done: fedBackOn}]}
      """;

  private static void told(String golden, String bundle, String rules, String cases)
      throws IOException {
    TreeMap<String, String> files =
        new TreeMap<>(
            Map.of(
                "bundle.yaml",
                bundle,
                "rules.yaml",
                rules.replace("NAMED", NAMED),
                "rules.cases.yaml",
                cases));
    Compilation.Rejected rejected =
        assertInstanceOf(
            Compilation.Rejected.class,
            PolicyCompiler.compile(new BundleSource(files), RegisterCatalogue.WITH_CLAIMS));
    StringBuilder text = new StringBuilder();
    rejected.problems().forEach(problem -> text.append(problem.text(Locale.ENGLISH)).append('\n'));
    Golden.matches("lacking/" + golden, text.toString());
  }

  @Test
  void has_rules_with_nothing_but_a_name() throws IOException {
    told("keys", Bundles.BUNDLE, BARE, "cases:\n  - {}\n");
  }

  @Test
  void has_keys_that_nobody_asks_for() throws IOException {
    String more = BARE.replace("{}", "{extra: 1}").replace("NAMED", NAMED + ", extra: 1");
    told(
        "extra",
        Bundles.BUNDLE.replace("issued:", "extra: 1, issued:") + "extra: 1\n",
        more + "extra: 1\n",
        "cases:\n  - {extra: 1}\nextra: 1\n");
  }

  @Test
  void has_words_that_mean_nothing() throws IOException {
    told(
        "words",
        Bundles.BUNDLE.replace(
            "valid: {from: 2020-01-01}", "plugin: Region\nversion: first\nuses: [practice]"),
        """
        article: 一
        parameters:
          two: {name: {zh: 二, en: Two}, unit: 元, carries: [P], values: {2020-01-01: 2}}
        facts:
          uscc: {of: Enterprise, name: {zh: 码, en: Code}, value: divisionCode}
          first: {of: Enterprise, name: {zh: 一, en: First}, value: second}
          second: {of: Enterprise, name: {zh: 二, en: Second}, value: first}
        standards:
          - {id: compared, NAMED, of: Enterprise, all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 甲, en: A}, figure: count(returns), must: 大约, value: two}, {id: B, name: {zh: 甲, en: A}, say: {zh: 甲, en: A}, figure: count(returns), must: 基本覆盖, value: two}]}
          - {id: compared, NAMED, of: Enterprise, all: [], valid: {from: 2021-01-01, to: 2020-01-01}}
        organisation:
          - {id: body, NAMED, kind: OFICE, level: CITTY}
        calculations:
          - {id: taken, NAMED, of: Enterprise, figures: [{id: uscc, name: {zh: 码, en: Code}, value: count(returns)}, {id: own, name: {zh: 数, en: Number}, value: count(returns)}, {id: own, name: {zh: 数, en: Number}, unit: 元, value: legalPerson}]}
        """,
        """
        cases:
          - name: 一
            rule: compared
            year: now
            asOf: today
            readings: {Q: A}
            parameters: {two: [2]}
            figures: {share: many}
            statistics: {gdp: 5, area: {now: 5, 2021: 5斤}}
            divisions: {"140502": [a]}
            given:
              Firm: {甲: {}}
              Enterprise: 5
              YearlyReturn: {甲: 5, 乙: {repeat: many}, 丙: {repeat: [2]}, 丁: {revenue: [5]}, 戊: {revenue: 5斤}, 己: {turnover: 5}, 庚: {enterprise: 无}, 辛: }
              RdInstitution: {甲: {directions: A, years: 5, establishedOn: once}, 乙: {directions: [A, [B]]}}
              PeriodicReport: {甲: {submittedAt: never}, 乙: {submittedAt: 2021-06-05T18:00+08:00}, 丙: {submittedAt: 2021-06-05T10:00:00Z}, 丁: {submittedAt: 2021-06-05}}
            expect: {甲: {missing: [A]}}
          - {name: 二, rule: compared}
          - {name: 三, expect: ELIGIBLE}
        """);
  }
}
