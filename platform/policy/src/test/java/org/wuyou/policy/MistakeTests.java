package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each mistake an officer can make has its own text, kept as a golden file in both languages. */
@DisplayName("A mistake in a bundle")
class MistakeTests {
  private static final Path ROOT = Path.of(System.getProperty("wuyou.root"));
  private static final Path GOLDEN = ROOT.resolve("platform/policy/src/test/golden/mistakes");
  private static final String ARTICLE = "targets/article-03.yaml";
  private static final String CASES = "targets/article-03.cases.yaml";
  private static final String STANDARD = "standards/article-05.yaml";
  private static final String BUNDLE = "bundle.yaml";
  private static final String READINGS = "readings.yaml";

  /** A bundle that is at hand, so that a wrong id can be told from none. */
  private static final BundleSource PROVINCE =
      new BundleSource(new TreeMap<>(Map.of(BUNDLE, "bundle: example-province-2026\n")));

  /** What an officer wrote instead of what stands in the example region. */
  private record Mistake(String name, ProblemCode code, String file, String right, String wrong) {}

  private static final List<Mistake> MISTAKES =
      List.of(
          new Mistake("unclosed-quote", ProblemCode.YAML_SYNTAX, BUNDLE, "\"990000\"", "\"990000"),
          new Mistake("unknown-key", ProblemCode.UNKNOWN_KEY, ARTICLE, "    must:", "    muss:"),
          new Mistake(
              "key-twice",
              ProblemCode.DUPLICATE_KEY,
              ARTICLE,
              "    kind: ratio",
              "    kind: ratio\n    kind: ratio"),
          new Mistake(
              "no-due-day",
              ProblemCode.MISSING_KEY,
              ARTICLE,
              "    due: {first: 2026-12-31, last: 2028-12-31}\n",
              ""),
          new Mistake(
              "list-for-map",
              ProblemCode.WRONG_SHAPE,
              BUNDLE,
              "departments:\n  kjj: {zh: 市科技局, en: Science and Technology Bureau}",
              "departments: [kjj]"),
          new Mistake("bad-date", ProblemCode.BAD_DATE, BUNDLE, "to: 2028-12-31", "to: 2028-12-32"),
          new Mistake(
              "bad-number", ProblemCode.BAD_NUMBER, STANDARD, "2026-01-01: 10", "2026-01-01: 十"),
          new Mistake(
              "unknown-kind", ProblemCode.UNKNOWN_VALUE, ARTICLE, "kind: ratio", "kind: rate"),
          new Mistake("unknown-unit", ProblemCode.UNKNOWN_UNIT, ARTICLE, "unit: 亿元", "unit: 億元"),
          new Mistake(
              "unlike-quantities",
              ProblemCode.WRONG_UNIT,
              ARTICLE,
              "thisReturn.revenue >= bigRevenue",
              "thisReturn.revenue >= wantedIntensity"),
          new Mistake(
              "unlike-threshold",
              ProblemCode.WRONG_UNIT,
              ARTICLE,
              "    must: 不低于\n    value: wantedIntensity",
              "    must: 不低于\n    value: bigRevenue"),
          new Mistake(
              "unknown-fact",
              ProblemCode.UNKNOWN_FACT,
              ARTICLE,
              "value: rdSpending",
              "value: rdSpend"),
          new Mistake(
              "unknown-fact-one-relation-on",
              ProblemCode.UNKNOWN_FACT,
              ARTICLE,
              "thisReturn.revenue > 0",
              "thisReturn.revenu > 0"),
          new Mistake(
              "fact-of-another-entity",
              ProblemCode.UNKNOWN_FACT,
              STANDARD,
              "if: hasInstitution",
              "if: establishedOn <= on"),
          new Mistake(
              "unknown-entity",
              ProblemCode.UNKNOWN_ENTITY,
              STANDARD,
              "of: Enterprise",
              "of: Enterprize"),
          new Mistake(
              "rule-nobody-can-meet",
              ProblemCode.NEVER_TRUE,
              STANDARD,
              "if: hasInstitution",
              "if: thisReturn.rdPersonnel < leastStaff"),
          new Mistake(
              "parameter-nothing-uses",
              ProblemCode.UNUSED_PARAMETER,
              STANDARD,
              ">= leastStaff",
              ">= 1"),
          new Mistake(
              "text-against-number",
              ProblemCode.WRONG_TYPE,
              ARTICLE,
              "thisReturn.revenue > 0",
              "thisReturn.revenue > '0'"),
          new Mistake(
              "number-for-condition",
              ProblemCode.WRONG_TYPE,
              STANDARD,
              "if: hasInstitution",
              "if: thisReturn.rdPersonnel"),
          new Mistake(
              "unclosed-bracket",
              ProblemCode.EXPRESSION_SYNTAX,
              ARTICLE,
              "if: thisReturn.revenue > 0",
              "if: (thisReturn.revenue > 0"),
          new Mistake(
              "figure-in-expression",
              ProblemCode.LITERAL_FIGURE,
              STANDARD,
              ">= leastStaff",
              ">= 10"),
          new Mistake(
              "unknown-function",
              ProblemCode.UNKNOWN_FUNCTION,
              STANDARD,
              "if: hasInstitution",
              "if: counts(rdInstitutions) > 0"),
          new Mistake(
              "parameter-without-date",
              ProblemCode.UNDATED_PARAMETER,
              STANDARD,
              "values: {2026-01-01: 10}",
              "value: 10"),
          new Mistake(
              "unknown-parameter",
              ProblemCode.UNKNOWN_PARAMETER,
              ARTICLE,
              "    must: 不低于\n    value: wantedIntensity",
              "    must: 不低于\n    value: wantedIntensty"),
          new Mistake("no-article", ProblemCode.MISSING_ARTICLE, STANDARD, "article: 第五条\n", ""),
          new Mistake(
              "no-summary",
              ProblemCode.MISSING_SUMMARY,
              STANDARD,
              "    summary: {zh: 有机构、有足够的研发人员, en: Has an institution and enough people in R&D}\n",
              ""),
          new Mistake(
              "summary-in-one-language",
              ProblemCode.MISSING_SUMMARY,
              STANDARD,
              "{zh: 有机构、有足够的研发人员, en: Has an institution and enough people in R&D}",
              "{zh: 有机构、有足够的研发人员}"),
          new Mistake(
              "unknown-reading",
              ProblemCode.UNKNOWN_READING,
              ARTICLE,
              "reading('EX-01')",
              "reading('EX-02')"),
          new Mistake(
              "unknown-choice",
              ProblemCode.UNKNOWN_READING,
              ARTICLE,
              "== 'MAIN_BUSINESS'",
              "== 'MAIN_BUSINES'"),
          new Mistake(
              "default-not-a-choice",
              ProblemCode.UNKNOWN_READING,
              READINGS,
              "default: REVENUE",
              "default: SALES"),
          new Mistake(
              "unknown-department",
              ProblemCode.UNKNOWN_DEPARTMENT,
              STANDARD,
              "departments: [kjj]",
              "departments: [kjt]"),
          new Mistake(
              "unknown-indicator",
              ProblemCode.UNKNOWN_RULE,
              ARTICLE,
              "indicator: ownIntensity",
              "indicator: ownIntensty"),
          new Mistake(
              "unknown-band",
              ProblemCode.UNKNOWN_RULE,
              ARTICLE,
              "tier: size.big",
              "tier: size.bigg"),
          new Mistake("unknown-word", ProblemCode.UNKNOWN_WORD, ARTICLE, "must: 不低于", "must: 不底于"),
          new Mistake(
              "name-taken-by-the-register",
              ProblemCode.DUPLICATE_NAME,
              ARTICLE,
              "  denominator:",
              "  ownership:"),
          new Mistake(
              "two-values-on-one-day",
              ProblemCode.OVERLAPPING_VALIDITY,
              STANDARD,
              "{2026-01-01: 10}",
              "{2026-01-01: 10, 2026-01-01: 12}"),
          new Mistake(
              "ends-before-it-begins",
              ProblemCode.BAD_VALIDITY,
              BUNDLE,
              "to: 2028-12-31",
              "to: 2025-12-31"),
          new Mistake(
              "two-rules-of-one-id",
              ProblemCode.OVERLAPPING_VALIDITY,
              STANDARD,
              "  - id: advanced",
              "  - id: size"),
          new Mistake(
              "rule-never-in-force",
              ProblemCode.BAD_VALIDITY,
              STANDARD,
              "    of: Enterprise\n    all:",
              "    valid: {from: 2024-01-01, to: 2025-12-31}\n    of: Enterprise\n    all:"),
          new Mistake(
              "figure-after-the-end",
              ProblemCode.BAD_VALIDITY,
              STANDARD,
              "values: {2026-01-01: 10}",
              "values: {2029-01-01: 10}"),
          new Mistake(
              "unknown-clause",
              ProblemCode.UNKNOWN_CLAUSE,
              STANDARD,
              "clause: EX-5",
              "clause: EX-55"),
          new Mistake(
              "bundle-above-not-at-hand",
              ProblemCode.UNKNOWN_BUNDLE,
              BUNDLE,
              "uses: [register]",
              "uses: [register]\ninherits: exmple-province-2026"),
          new Mistake(
              "case-of-unknown-rule",
              ProblemCode.UNKNOWN_RULE,
              "standards/article-05.cases.yaml",
              "rule: advanced",
              "rule: advancd"),
          new Mistake(
              "band-without-case-above",
              ProblemCode.NO_CASE,
              CASES,
              "        多一点: {aboveScaleMemberships: {2026: {listed: true}}, returns: {2026: {revenue: 10000.01万元}}}\n",
              ""),
          new Mistake(
              "facts-that-need-each-other",
              ProblemCode.CYCLE,
              ARTICLE,
              "? thisReturn.mainBusinessRevenue",
              "? denominator"),
          new Mistake(
              "rule-without-case",
              ProblemCode.NO_CASE,
              STANDARD,
              "standards:\n",
              "standards:\n  - {id: lone, name: {zh: 有机构, en: Has one}, summary: {zh: 有机构, en: Has one}, of: Enterprise, all: [{id: institution, name: {zh: 机构, en: Institution}, say: {zh: 有机构, en: Has one}, if: hasInstitution}]}\n"),
          new Mistake(
              "case-of-a-rule-of-another-kind",
              ProblemCode.UNKNOWN_VALUE,
              "standards/article-05.cases.yaml",
              "rule: advanced",
              "rule: size"),
          new Mistake(
              "no-case-above",
              ProblemCode.NO_CASE,
              CASES,
              "revenue: 1亿元, rdExpenditure: 300.01万元",
              "revenue: 1亿元, rdExpenditure: 300万元"),
          new Mistake(
              "case-that-fails",
              ProblemCode.CASE_FAILED,
              CASES,
              "恰好: MET, 略低: {status: NOT_MET, shown: 3.00 %}",
              "恰好: NOT_MET, 略低: {status: NOT_MET, shown: 3.00 %}"),
          new Mistake(
              "unknown-fact-in-case",
              ProblemCode.UNKNOWN_FACT,
              CASES,
              "恰一亿: {aboveScaleMemberships",
              "恰一亿: {aboveScaleMembership"));

  @TestFactory
  List<DynamicTest> is_told_with_its_place_and_a_remedy() throws IOException {
    BundleSource example =
        BundleSource.read(ROOT.resolve("plugins/region-example/src/main/policy"));
    return MISTAKES.stream()
        .map(mistake -> DynamicTest.dynamicTest(mistake.name(), () -> told(example, mistake)))
        .toList();
  }

  private static void told(BundleSource example, Mistake mistake) throws IOException {
    String text = example.files().get(mistake.file());
    assertTrue(
        text != null && text.contains(mistake.right()), "the example has changed: " + mistake);
    BundleSource broken =
        example
            .with(mistake.file(), text.replace(mistake.right(), mistake.wrong()))
            .under(List.of(PROVINCE));
    var rejected =
        assertInstanceOf(
            Compilation.Rejected.class,
            PolicyCompiler.compile(broken, RegisterCatalogue.CATALOGUE));
    assertTrue(
        rejected.problems().stream().anyMatch(problem -> problem.code() == mistake.code()),
        () -> "told " + rejected.problems());
    StringBuilder shown = new StringBuilder();
    for (Problem problem : rejected.problems()) {
      shown.append(problem.text(Locale.ENGLISH)).append('\n');
      shown.append(problem.text(Locale.CHINESE)).append("\n\n");
    }
    Path golden = GOLDEN.resolve(mistake.name() + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, shown);
    }
    assertEquals(Files.readString(golden), shown.toString());
  }

  @Test
  void of_every_file_is_told_at_once() throws IOException {
    BundleSource example =
        BundleSource.read(ROOT.resolve("plugins/region-example/src/main/policy"));
    BundleSource broken = example;
    for (String file : List.of(ARTICLE, STANDARD)) {
      broken =
          broken.with(file, String.valueOf(example.files().get(file)).replace("[kjj]", "[kj]"));
    }
    var rejected =
        assertInstanceOf(
            Compilation.Rejected.class,
            PolicyCompiler.compile(broken, RegisterCatalogue.CATALOGUE));
    assertEquals(
        List.of(STANDARD, ARTICLE),
        rejected.problems().stream().map(Problem::file).distinct().toList());
  }
}
