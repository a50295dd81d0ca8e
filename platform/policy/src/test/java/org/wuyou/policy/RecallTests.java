package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.evaluate.Verdict;
import org.wuyou.policy.expression.DerivedFact;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.MapSubject;
import org.wuyou.policy.model.Rule;

@DisplayName("A bundle that is recalled")
class RecallTests {
  private static final FactCatalogue FIRMS =
      FactCatalogue.builder().entity("Firm", "企业", FactCatalogue.number("staff", "人数")).build();
  private static final String BUNDLE =
      """
      bundle: recalled
      region: "140500"
      name: {zh: 旧办法, en: Old measures}
      documents: [{name: {zh: 旧办法, en: Old measures}, issuer: {zh: 某市, en: A city}, issued: 2020-01-01}]
      valid: {from: 2020-01-01}
      departments: {one: {zh: 甲, en: One}}
      """;
  private static final String RULES =
      """
      article: 一
      departments: [one]
      parameters:
        many: {name: {zh: 许多, en: Many}, unit: 人, values: {2020-01-01: 10}}
        few: {name: {zh: 几家, en: Few}, unit: 家, values: {2020-01-01: 1}}
      indicators:
        large: {name: {zh: 大企业, en: Large}, unit: 家, kind: count, over: Firm, having: staff >= many}
      targets:
        - {id: largeFirms, name: {zh: 家数, en: Number}, summary: {zh: 一家, en: One}, indicator: large, must: 达到, value: few, due: 2021-12-31}
      groups:
        - {id: whole, name: {zh: 总体, en: Whole}, summary: {zh: 总体, en: Whole}, overall: [largeFirms]}
      standards:
        - {id: big, name: {zh: 大, en: Big}, summary: {zh: 人多, en: Many people}, of: Firm, all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 人多, en: Many people}, if: staff >= many}]}
      """;

  private static SortedMap<String, String> files(String rules) {
    SortedMap<String, String> files = new TreeMap<>();
    files.put("bundle.yaml", BUNDLE);
    files.put("rules.yaml", rules);
    return files;
  }

  private static Compilation recalled(SortedMap<String, String> files) {
    return PolicyCompiler.recall(new BundleSource(files), FIRMS);
  }

  private static List<String> rules(Compilation compilation) {
    return assertInstanceOf(Compilation.Compiled.class, compilation)
        .bundle()
        .rules()
        .map(Rule::id)
        .toList();
  }

  @Test
  void answers_without_the_cases_a_deploy_would_ask_for() {
    BundleSource source = new BundleSource(files(RULES));
    assertInstanceOf(
        Compilation.Rejected.class, PolicyCompiler.compile(source, FIRMS), "a deploy is refused");

    PolicyBundle bundle =
        assertInstanceOf(Compilation.Compiled.class, recalled(files(RULES))).bundle();
    MapSubject firm = new MapSubject("Firm", "甲").with("staff", BigDecimal.TEN);
    assertEquals(
        Verdict.Kind.ELIGIBLE,
        bundle
            .evaluate(new MapFacts().with(firm), Evaluation.USUAL)
            .verdict(Objects.requireNonNull(bundle.standards().get("big")), firm)
            .kind());
  }

  @Test
  void is_not_asked_for_what_it_owes_its_readers() {
    String poorer =
        RULES
            .replace("article: 一\n", "")
            .replace("[one]", "[two]")
            .replace("summary: {zh: 人多, en: Many people}, ", "")
            .replace(
                "indicators:",
                "  idle: {name: {zh: 闲置, en: Idle}, unit: 人, values: {2020-01-01: 1}}\nindicators:");
    assertEquals(Set.of("largeFirms", "whole", "big"), Set.copyOf(rules(recalled(files(poorer)))));
  }

  @Test
  void leaves_out_a_rule_that_cannot_be_read_and_keeps_the_others() {
    String broken = RULES.replace("if: staff >= many", "if: people >= many");
    assertEquals(List.of("largeFirms", "whole"), rules(recalled(files(broken))));
  }

  @Test
  void leaves_out_what_rests_on_what_was_left_out() {
    String broken = RULES.replace("having: staff >= many", "having: people >= many");
    assertEquals(List.of("big"), rules(recalled(files(broken))));
  }

  @Test
  void leaves_out_a_rule_of_which_a_part_cannot_be_read() {
    String broken = RULES.replace("of: Firm, all:", "of: Firm, where: people > few, all:");
    assertEquals(
        List.of("largeFirms", "whole"),
        rules(recalled(files(broken))),
        "without its scope it would speak of everybody");
  }

  /** What is large by a parameter of its own, and what is large by a derived fact. */
  private static final String APART =
      """
      article: 一
      departments: [one]
      parameters:
        many: {name: {zh: 许多, en: Many}, unit: 人, values: {2020-01-01: 10}}
        few: {name: {zh: 几个, en: Few}, unit: 人, values: {2020-01-01: 2}}
      readings:
        A-01: {question: {zh: 算谁, en: Whom}, default: ALL, choices: {ALL: {zh: 都算, en: All}, NONE: {zh: 不算, en: None}}, why: {zh: 如此, en: So}}
      facts:
        half: {of: Firm, name: {zh: 一半, en: Half}, value: staff / few}
        whole: {of: Firm, name: {zh: 两半, en: Whole}, value: half + half}
      standards:
        - {id: byParameter, name: {zh: 大, en: Big}, summary: {zh: 人多, en: Many people}, of: Firm, all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 人多, en: Many people}, if: staff >= many}]}
        - {id: byFact, name: {zh: 大, en: Big}, summary: {zh: 人多, en: Many people}, of: Firm, all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 人多, en: Many people}, if: whole >= 1}]}
        - {id: byReading, name: {zh: 大, en: Big}, summary: {zh: 人多, en: Many people}, of: Firm, all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 人多, en: Many people}, if: "reading('A-01') == 'ALL' || staff > 0"}]}
        - {id: plain, name: {zh: 有人, en: Staffed}, summary: {zh: 有人, en: Has people}, of: Firm, all: [{id: A, name: {zh: 甲, en: A}, say: {zh: 有人, en: Has people}, if: staff > 0}]}
      """;

  private static List<String> without(String right, String wrong) {
    assertTrue(APART.contains(right), right);
    return rules(recalled(files(APART.replace(right, wrong))));
  }

  @Test
  void leaves_out_what_rests_on_a_fact_that_cannot_be_read() {
    List<String> others = List.of("byParameter", "byReading", "plain");
    assertEquals(others, without("value: staff / few", "value: people / few"));
    assertEquals(others, without("value: half + half", "value: half + whole"), "a cycle");
    assertEquals(others, without("value: half + half", "values: half + half"), "no value");
    assertEquals(others, without("half: {of: Firm,", "half: {of: Frm,"));
  }

  @Test
  void leaves_out_what_rests_on_a_parameter_that_cannot_be_read() {
    assertEquals(
        List.of("byFact", "byReading", "plain"), without("Many}, unit: 人", "Many}, unit: 筐"));
    assertEquals(
        List.of("byParameter", "byReading", "plain"),
        without("Few}, unit: 人, values: {2020", "Few}, unit: 人, values: {202"),
        "through two derived facts");
  }

  @Test
  void leaves_out_what_rests_on_a_reading_that_cannot_be_read() {
    assertEquals(
        List.of("byParameter", "byFact", "plain"), without("default: ALL", "default: SOME"));
  }

  @Test
  void does_not_take_a_name_that_cannot_be_read_for_another_thing_of_that_name() {
    FactCatalogue grown =
        FactCatalogue.builder()
            .entity(
                "Firm",
                "企业",
                FactCatalogue.number("staff", "人数"),
                FactCatalogue.number("half", "半数"),
                FactCatalogue.number("many", "许多"))
            .build();
    String broken = APART.replace("Many}, unit: 人", "Many}, unit: 筐");
    assertEquals(
        List.of("byReading", "plain"),
        rules(PolicyCompiler.recall(new BundleSource(files(broken)), grown)),
        "the register came to have facts of these names");
  }

  @Test
  void answers_with_the_facts_that_are_left() {
    PolicyBundle bundle =
        assertInstanceOf(
                Compilation.Compiled.class,
                recalled(
                    files(
                        APART.replace(
                            "facts:\n",
                            "facts:\n  gone: {of: Firm, name: {zh: 无, en: Gone}, value: people}\n"))))
            .bundle();
    assertEquals(List.of("half", "whole"), bundle.facts().stream().map(DerivedFact::name).toList());
    MapSubject firm = new MapSubject("Firm", "甲").with("staff", BigDecimal.TEN);
    assertEquals(
        Verdict.Kind.ELIGIBLE,
        bundle
            .evaluate(new MapFacts().with(firm), Evaluation.USUAL)
            .verdict(Objects.requireNonNull(bundle.standards().get("byFact")), firm)
            .kind());
  }

  @Test
  void tells_a_fault_once_where_it_stands() {
    Compilation.Rejected rejected =
        assertInstanceOf(
            Compilation.Rejected.class,
            PolicyCompiler.read(
                new BundleSource(
                    files(
                        APART
                            .replace("Few}, unit: 人", "Few}, unit: 筐")
                            .replace("default: ALL", "default: SOME"))),
                FIRMS));
    assertEquals(
        List.of(ProblemCode.UNKNOWN_UNIT, ProblemCode.UNKNOWN_READING),
        rejected.problems().stream().map(Problem::code).toList());
  }

  @Test
  void is_rejected_with_all_that_is_wrong_where_every_rule_rests_on_it() {
    Compilation.Rejected rejected =
        assertInstanceOf(
            Compilation.Rejected.class,
            recalled(
                files(RULES.replace("unit: 人", "unit: 筐").replace("if: staff", "if: people"))));
    assertEquals(
        Set.of(ProblemCode.UNKNOWN_UNIT, ProblemCode.UNKNOWN_FACT),
        Set.copyOf(rejected.problems().stream().map(Problem::code).toList()));
    assertInstanceOf(
        Compilation.Rejected.class, recalled(files(RULES.replace("targets:", "targts:"))));
    assertInstanceOf(Compilation.Rejected.class, recalled(new TreeMap<>()));
  }

  @Test
  void may_have_no_rules_at_all_if_none_was_left_out() {
    assertEquals(
        List.of(),
        rules(
            recalled(
                files(
                    "parameters:\n  idle: {article: 一, name: {zh: 闲置, en: Idle}, unit: 人, values: {2020-01-01: 1}}\n"))));
  }

  @Test
  void does_not_mind_what_is_wrong_in_its_examples() {
    SortedMap<String, String> files = files(RULES);
    files.put(
        "rules.cases.yaml",
        "rule: big\ncases:\n  - {name: 一, given: {Firm: {甲: {people: 1}}}, expect: {甲: ELIGIBLE}}\n");
    assertEquals(3, rules(recalled(files)).size());
    Compilation.Rejected rejected =
        assertInstanceOf(
            Compilation.Rejected.class, PolicyCompiler.read(new BundleSource(files), FIRMS));
    assertTrue(rejected.problems().stream().allMatch(Problem::formal), "" + rejected.problems());
  }

  @Test
  void tells_what_is_owed_from_what_bears_on_answers() {
    Set<ProblemCode> formal = EnumSet.noneOf(ProblemCode.class);
    for (ProblemCode code : ProblemCode.values()) {
      if (code.formal()) {
        formal.add(code);
      }
    }
    assertEquals(
        EnumSet.of(
            ProblemCode.UNUSED_PARAMETER,
            ProblemCode.UNKNOWN_CLAUSE,
            ProblemCode.MISSING_ARTICLE,
            ProblemCode.MISSING_SUMMARY,
            ProblemCode.UNKNOWN_DEPARTMENT,
            ProblemCode.NEVER_TRUE,
            ProblemCode.NO_CASE,
            ProblemCode.CASE_FAILED),
        formal);
  }
}
