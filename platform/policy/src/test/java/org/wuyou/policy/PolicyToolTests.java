package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.policy.model.PolicyCase;
import org.wuyou.policy.tool.CaseExplanation;
import org.wuyou.policy.tool.PolicyTool;

class PolicyToolTests {
  static final PolicyTool.Reader READER =
      new PolicyTool.Reader(Locale.ENGLISH, LocalDate.of(2026, 6, 1));
  private static final Path EXAMPLE =
      Path.of(System.getProperty("wuyou.root"), "plugins/region-example/src/main/policy");

  @Test
  void check_counts_rules_and_cases_of_a_bundle_in_order() throws IOException {
    PolicyTool.Report report =
        PolicyTool.check(BundleSource.read(EXAMPLE), RegisterCatalogue.CATALOGUE, READER);
    assertTrue(report.passed());
    assertEquals("example-2026: 3 rules, 7 cases, all in order", report.text());
    assertTrue(report.json().startsWith("{\"passed\":true,\"bundle\":\"example-2026\""));
  }

  @Test
  void check_says_that_a_bundle_is_past_its_last_day_and_lets_it_pass() throws IOException {
    PolicyTool.Report report =
        PolicyTool.check(
            BundleSource.read(EXAMPLE),
            RegisterCatalogue.CATALOGUE,
            new PolicyTool.Reader(Locale.ENGLISH, LocalDate.of(2029, 1, 1)));
    assertTrue(report.passed());
    assertTrue(report.text().contains("ended on 2028-12-31"), report.text());
    assertTrue(report.json().contains("\"code\":\"EXPIRED_VALIDITY\""), report.json());
  }

  @Test
  void check_says_nothing_of_it_on_the_last_day() throws IOException {
    PolicyTool.Report report =
        PolicyTool.check(
            BundleSource.read(EXAMPLE),
            RegisterCatalogue.CATALOGUE,
            new PolicyTool.Reader(Locale.ENGLISH, LocalDate.of(2028, 12, 31)));
    assertTrue(report.json().endsWith("\"notes\":[]}"), report.json());
  }

  @Test
  void test_shows_each_case_and_what_it_gave(@TempDir Path folder) throws IOException {
    BundleSource example = BundleSource.read(EXAMPLE);
    for (var file : example.files().entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue().replace("恰一亿: big", "恰一亿: small"));
    }
    PolicyTool.Report report =
        PolicyTool.test(BundleSource.read(folder), RegisterCatalogue.CATALOGUE, READER);
    assertFalse(report.passed());
    assertTrue(report.text().contains("✗ size 一亿整是大企业\n    恰一亿 small ≠ big"), report.text());
    assertTrue(report.text().endsWith("6 cases passed, 1 failed"), report.text());
  }

  private static final PolicyTool.Reader CHINESE =
      new PolicyTool.Reader(Locale.SIMPLIFIED_CHINESE, LocalDate.of(2029, 1, 1));
  private static final String HEAD =
      """
      bundle: small
      region: "140500"
      name: {zh: 小, en: Small}
      documents: [{name: {zh: 小, en: Small}, issuer: {zh: 某市, en: A city}}]
      valid: {from: 2020-01-01, to: 2028-12-31}
      departments: {one: {zh: 甲, en: One}}
      """;
  private static final String RULES =
      """
      article: 一
      locator: 首段
      clause: C-1
      parameters:
        floor: {name: {zh: 下限, en: Floor}, unit: 个, values: {2020-01-01: 5}}
      standards:
        - {id: good, name: {zh: 优, en: Good}, summary: {zh: 优者, en: Good ones}, of: Firm, all: [{id: A, name: {zh: 数, en: Number}, say: {zh: 数达标, en: Number reached}, if: n0 >= floor}]}
        - {id: true, name: {zh: 真, en: True}, summary: {zh: 真者, en: True ones}, of: Firm, all: [{id: B, name: {zh: 是, en: Truth}, say: {zh: 是, en: Is true}, if: b0}]}
      """;
  private static final String CASES =
      """
      cases:
        - {name: 恰好与高低, rule: good, given: {Firm: {恰好: {n0: 5}, 略低: {n0: 4}, 略高: {n0: 6}, 未报: {}}}, expect: {恰好: ELIGIBLE, 略低: {status: INELIGIBLE, missing: [A]}, 略高: ELIGIBLE, 未报: UNDETERMINED}}
        - {name: 是, rule: "true", given: {Firm: {甲: {b0: true}}}, expect: {甲: ELIGIBLE}}
      """;

  private static BundleSource small(String rules, String cases) {
    return new BundleSource(
        new TreeMap<>(Map.of("bundle.yaml", HEAD, "a.yaml", rules, "a.cases.yaml", cases)));
  }

  @Test
  void speaks_the_language_of_its_reader() {
    BundleSource small = small(RULES, CASES);
    assertEquals(
        "small：2 条规则、2 个用例，全部通过\n注意：政策包的有效期已于 2028-12-31 结束；问及此后的日期，回答不在有效期。",
        PolicyTool.check(small, FirmRegister.CATALOGUE, CHINESE).text());
    assertEquals(
        "✓ good 恰好与高低\n✓ true 是\n2 个用例通过，0 个不通过",
        PolicyTool.test(small, FirmRegister.CATALOGUE, CHINESE).text());
    BundleSource wrong = small(RULES.replace("n0 >= floor", "n9 >= floor"), CASES);
    for (PolicyTool.Report report :
        List.of(
            PolicyTool.check(wrong, FirmRegister.CATALOGUE, CHINESE),
            PolicyTool.test(wrong, FirmRegister.CATALOGUE, CHINESE))) {
      assertFalse(report.passed());
      assertTrue(report.text().startsWith("UNKNOWN_FACT a.yaml:7:"), report.text());
      assertTrue(report.text().endsWith("\n1 处问题"), report.text());
    }
    PolicyTool.Report english = PolicyTool.check(wrong, FirmRegister.CATALOGUE, READER);
    assertTrue(english.text().endsWith("\n1 problems"), english.text());
    assertTrue(
        english
            .json()
            .startsWith(
                "{\"passed\":false,\"problems\":[{\"code\":\"UNKNOWN_FACT\",\"file\":\"a.yaml\",\"line\":7,"),
        english.json());
  }

  @Test
  void test_tells_programs_which_cases_hold() {
    BundleSource small = small(RULES, CASES.replace("甲: ELIGIBLE", "甲: INELIGIBLE"));
    PolicyTool.Report report = PolicyTool.test(small, FirmRegister.CATALOGUE, READER);
    assertEquals(
        "{\"passed\":false,\"failed\":1,\"cases\":["
            + "{\"rule\":\"good\",\"name\":\"恰好与高低\",\"passed\":true},"
            + "{\"rule\":\"true\",\"name\":\"是\",\"passed\":false}]}",
        report.json());
    assertEquals(
        "✓ good 恰好与高低\n✗ true 是\n    甲 INELIGIBLE ≠ ELIGIBLE\n1 cases passed, 1 failed",
        report.text());
    BundleSource lost = small(RULES, CASES.replace("rule: \"true\"", "rule: lost"));
    assertTrue(
        PolicyTool.test(lost, FirmRegister.CATALOGUE, READER).text().contains("✓ lost 是"),
        "what names no rule is for check to tell");
  }

  private static List<String> explained(PolicyBundle bundle, String rule, String name) {
    Optional<String> ofRule = rule.isEmpty() ? Optional.empty() : Optional.of(rule);
    Optional<String> ofName = name.isEmpty() ? Optional.empty() : Optional.of(name);
    return CaseExplanation.cases(bundle, ofRule, ofName).stream().map(PolicyCase::name).toList();
  }

  @Test
  void explains_the_cases_that_are_meant() {
    BundleSource small =
        small(
            RULES,
            CASES.replace("rule: \"true\"", "rule: lost")
                + "  - {name: 否, rule: \"true\", expect: {甲: ELIGIBLE}}\n");
    PolicyBundle bundle =
        ((Compilation.Compiled) PolicyCompiler.read(small, FirmRegister.CATALOGUE)).bundle();
    assertEquals(List.of("恰好与高低", "否"), explained(bundle, "", ""), "one names no rule");
    assertEquals(List.of("恰好与高低"), explained(bundle, "good", ""));
    assertEquals(List.of("恰好与高低"), explained(bundle, "", "高低"));
    assertEquals(List.of("否"), explained(bundle, "true", "否"));
    assertEquals(List.of(), explained(bundle, "good", "否"));
  }

  @Test
  void explains_each_answer_in_full() {
    PolicyBundle bundle =
        ((Compilation.Compiled) PolicyCompiler.read(small(RULES, CASES), FirmRegister.CATALOGUE))
            .bundle();
    String json =
        CaseExplanation.json(
            bundle, CaseExplanation.cases(bundle, Optional.of("good"), Optional.empty()));
    assertTrue(
        json.startsWith(
            "{\"cases\":[{\"name\":\"恰好与高低\",\"rule\":{\"id\":\"good\",\"name\":{\"zh\":\"优\",\"en\":\"Good\"},"
                + "\"summary\":{\"zh\":\"优者\",\"en\":\"Good ones\"},\"article\":\"一\",\"locator\":\"首段\"},\"answers\":["),
        json);
    assertTrue(
        json.contains(
            "{\"subject\":\"略低\",\"wanted\":\"INELIGIBLE missing A\",\"status\":\"INELIGIBLE\",\"right\":true,"
                + "\"details\":{\"missing\":[\"A\"],\"shortfall\":[\"1 个\"]},\"findings\":[{\"id\":\"A\","
                + "\"name\":{\"zh\":\"数\",\"en\":\"Number\"},\"say\":{\"zh\":\"数达标\",\"en\":\"Number reached\"},"
                + "\"state\":\"NOT_MET\",\"value\":\"4 个\",\"requirement\":\">= 5 个\",\"shortfall\":{"),
        json);
    assertTrue(
        json.contains(
            "\"article\":\"一\",\"clause\":\"C-1\",\"parameters\":[\"floor\"],\"missing\":[\"n0\"]}"),
        json);
  }
}
