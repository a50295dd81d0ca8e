package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Mistakes in rules about subjects, made in the examples of the reference. */
@DisplayName("A mistake in a rule about subjects")
class KindMistakeTests {
  private static final Path GOLDEN =
      Path.of(System.getProperty("wuyou.root"), "platform/policy/src/test/golden/kinds");

  /** What an officer wrote instead of what stands in the example. */
  private record Mistake(
      String name, ProblemCode code, String section, String file, String right, String wrong) {}

  private static final List<Mistake> MISTAKES =
      List.of(
          benefit(
              "amount-missing",
              ProblemCode.MISSING_KEY,
              "    amount: {of: rdIncrement, rate: incrementRate, cap: incrementCap}\n",
              ""),
          benefit(
              "amount-word-unknown",
              ProblemCode.UNKNOWN_VALUE,
              "{of: rdIncrement, rate: incrementRate, cap: incrementCap}",
              "later"),
          benefit(
              "amount-not-money",
              ProblemCode.WRONG_UNIT,
              "cap: incrementCap}",
              "cap: incrementRate}"),
          benefit("amount-without-rate", ProblemCode.MISSING_KEY, "rate: incrementRate, ", ""),
          benefit(
              "choice-unknown",
              ProblemCode.UNKNOWN_VALUE,
              "choices: {NATIONAL:",
              "choices: {NATIONALE:"),
          benefit(
              "award-parameter-unknown",
              ProblemCode.UNKNOWN_PARAMETER,
              "NATIONAL: nationalAward",
              "NATIONAL: nationalAwards"),
          benefit(
              "recipient-is-no-subject",
              ProblemCode.WRONG_TYPE,
              "to: platform.enterprise",
              "to: platform.name"),
          new Mistake(
              "selection-without-order",
              ProblemCode.MISSING_KEY,
              "`selections`",
              "selections.yaml",
              "    order: [{by: expertScore}, {by: rdIntensity}, {by: uscc, direction: ascending}]\n",
              ""),
          new Mistake(
              "direction-unknown",
              ProblemCode.UNKNOWN_VALUE,
              "`selections`",
              "selections.yaml",
              "direction: ascending",
              "direction: upwards"),
          new Mistake(
              "order-by-relation",
              ProblemCode.WRONG_TYPE,
              "`priorities`",
              "priorities.yaml",
              "{by: investmentIntensity}",
              "{by: enterprise}"),
          new Mistake(
              "sanction-without-effect",
              ProblemCode.MISSING_KEY,
              "`sanctions`",
              "sanctions.yaml",
              "    effects:\n      - {id: NO_CITY_AWARD, name: {zh: 不参加评先, en: No part in awards}}\n",
              ""),
          new Mistake(
              "column-unit-of-another-kind",
              ProblemCode.WRONG_UNIT,
              "`lists`",
              "lists.yaml",
              "unit: 万元",
              "unit: 人"),
          new Mistake(
              "figure-names-a-later-one",
              ProblemCode.UNKNOWN_FACT,
              "`calculations`",
              "calculations.yaml",
              "value: rdSpending * rate",
              "value: rdSpending * rates"),
          new Mistake(
              "group-of-unknown-target",
              ProblemCode.UNKNOWN_RULE,
              "`tiers`",
              "targets.yaml",
              "BOTH'\"}, T2]",
              "BOTH'\"}, T3]"),
          new Mistake(
              "clause-without-case-above",
              ProblemCode.NO_CASE,
              "Parameters",
              "shared.cases.yaml",
              "rdExpenditure: 301万元",
              "rdExpenditure: 300万元"),
          new Mistake(
              "fault-without-case-above-plan",
              ProblemCode.NO_CASE,
              "`sanctions`",
              "sanctions.cases.yaml",
              "rdExpenditure: 120",
              "rdExpenditure: 100"),
          new Mistake(
              "fault-nobody-can-commit",
              ProblemCode.NEVER_TRUE,
              "`sanctions`",
              "sanctions.yaml",
              "if: \"!hasInstitution\"",
              "if: \"reading('A-15') == 'EITHER' && reading('A-15') == 'BOTH'\""),
          new Mistake(
              "list-of-nobody",
              ProblemCode.NEVER_TRUE,
              "`lists`",
              "lists.yaml",
              "where: aboveScale",
              "where: date('2022-12-31') < date('2022-01-01')"),
          new Mistake(
              "list-that-leaves-out-all",
              ProblemCode.NEVER_TRUE,
              "`lists`",
              "lists.yaml",
              "except: rdActive",
              "except: date('2022-01-01') < date('2022-12-31')"),
          new Mistake(
              "calculation-for-nobody",
              ProblemCode.NEVER_TRUE,
              "`calculations`",
              "calculations.yaml",
              "    figures:\n",
              "    where: generalRate > 1\n    figures:\n"),
          new Mistake(
              "limit-without-case-on-the-last-day",
              ProblemCode.NO_CASE,
              "`clocks`",
              "clocks.cases.yaml",
              "fedBackOn: 2022-02-03",
              "fedBackOn: 2022-02-02"),
          new Mistake(
              "case-names-nobody",
              ProblemCode.UNKNOWN_VALUE,
              "`benefits`",
              "benefits.cases.yaml",
              "platform: {name: B, type: KEY_LABORATORY, enterprise: 甲}",
              "platform: {name: B, type: KEY_LABORATORY, enterprise: 乙}"),
          inCase(
              "case-gives-no-such-value",
              "市级: {level: MUNICIPAL, platform",
              "市级: {level: MUNICIPLE, platform"),
          inCase(
              "case-gives-no-such-value-of-a-relation",
              "platform: {name: C, type: OTHER, ",
              "platform: {name: C, type: OTHRE, "),
          inCase(
              "case-expects-no-such-status",
              "国家级: {status: ELIGIBLE, amount",
              "国家级: {status: ELIGBLE, amount"),
          inCase(
              "case-expects-no-such-payment", "payment: NOT_ENTITLED}", "payment: NOT_ENTITELD}"),
          new Mistake(
              "case-expects-no-such-standing",
              ProblemCode.UNKNOWN_VALUE,
              "`selections`",
              "selections.cases.yaml",
              "乙: {status: WAITING,",
              "乙: {status: WAITNG,"),
          new Mistake(
              "case-expects-no-such-assessment",
              ProblemCode.UNKNOWN_VALUE,
              "`tiers`",
              "targets.cases.yaml",
              "{share: 49.99}, expect: {status: NOT_MET,",
              "{share: 49.99}, expect: {status: UNMET,"));

  private static Mistake inCase(String name, String right, String wrong) {
    return new Mistake(
        name, ProblemCode.UNKNOWN_VALUE, "`benefits`", "benefits.cases.yaml", right, wrong);
  }

  private static Mistake benefit(String name, ProblemCode code, String right, String wrong) {
    return new Mistake(name, code, "`benefits`", "benefits.yaml", right, wrong);
  }

  @TestFactory
  List<DynamicTest> is_told_with_its_place_and_a_remedy() {
    return MISTAKES.stream()
        .map(mistake -> DynamicTest.dynamicTest(mistake.name(), () -> told(mistake)))
        .toList();
  }

  private static void told(Mistake mistake) throws IOException {
    SortedMap<String, String> files = BundleFormatTests.example(mistake.section());
    String right = files.get(mistake.file());
    assertTrue(right.contains(mistake.right()), "the example no longer has " + mistake.right());
    files.put(mistake.file(), right.replace(mistake.right(), mistake.wrong()));
    List<Problem> problems =
        assertInstanceOf(
                Compilation.Rejected.class,
                PolicyCompiler.compile(new BundleSource(files), RegisterCatalogue.WITH_CLAIMS))
            .problems();
    assertTrue(
        problems.stream().anyMatch(problem -> problem.code() == mistake.code()),
        () -> "no " + mistake.code() + " in " + problems);
    StringBuilder text = new StringBuilder();
    for (Problem problem : problems) {
      text.append(problem.text(Locale.ENGLISH)).append('\n');
      text.append(problem.text(Locale.CHINESE)).append('\n');
    }
    Path golden = GOLDEN.resolve(mistake.name() + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, text);
    }
    assertEquals(Files.readString(golden), text.toString());
  }
}
