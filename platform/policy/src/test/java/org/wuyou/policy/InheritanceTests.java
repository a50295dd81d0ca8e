package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A bundle that inherits another")
class InheritanceTests {
  private static final String HEAD =
      """
      bundle: %s
      region: "%s"
      %s
      name: {zh: 示例, en: Example}
      documents: [{name: {zh: 办法, en: Measures}, issuer: {zh: 政府, en: Government}, issued: 2022-01-01}]
      valid: {from: 2022-01-01, to: 2022-12-31}
      departments: {%s: {zh: 局, en: Bureau}}
      """;
  private static final String RULES =
      """
      article: 第一条
      departments: [kjt]
      parameters:
        floor: {name: {zh: 下限, en: Floor}, unit: "%", locked: true, carries: [PR-N01], values: {2022-01-01: 2}}
        share: {name: {zh: 占比, en: Share}, unit: "%", values: {2022-01-01: 50}}
      indicators:
        active: {name: {zh: 占比, en: Share}, unit: "%", kind: share, over: Enterprise, having: rdActive}
      targets:
        - {id: SHARE, name: {zh: 占比, en: Share}, summary: {zh: 过半有研发, en: Half do R&D}, indicator: active, must: 以上, value: share, due: 2022-12-31}
      tasks:
        - {id: PR-1, name: {zh: 任务, en: Task}, summary: {zh: 省里的事, en: Work of the province}, level: GUIDANCE}
      """;
  private static final String CASES =
      """
      cases:
        - {name: 恰好, rule: SHARE, figures: {active: 50}, expect: MET}
        - {name: 略低, rule: SHARE, figures: {active: 49}, expect: NOT_MET}
        - {name: 略高, rule: SHARE, figures: {active: 51}, expect: MET}
      """;

  private static BundleSource source(Map<String, String> files) {
    return new BundleSource(new TreeMap<>(files));
  }

  private static final BundleSource PROVINCE =
      source(
          Map.of(
              "bundle.yaml", HEAD.formatted("province-2022", "140000", "uses: [register]", "kjt"),
              "rules.yaml", RULES,
              "rules.cases.yaml", CASES));

  private static BundleSource city(String own) {
    return source(
        Map.of(
            "bundle.yaml",
            HEAD.formatted("city-2022", "140500", "inherits: province-2022", "kjj"),
            "own.yaml",
            own));
  }

  private static PolicyBundle compiled(BundleSource source) {
    Compilation compilation =
        PolicyCompiler.compile(source.under(List.of(PROVINCE)), RegisterCatalogue.CATALOGUE);
    return assertInstanceOf(
            Compilation.Compiled.class,
            compilation,
            () -> problems(source.under(List.of(PROVINCE))))
        .bundle();
  }

  private static String problems(BundleSource source) {
    return PolicyCompiler.compile(source, RegisterCatalogue.CATALOGUE)
            instanceof Compilation.Rejected rejected
        ? String.join("\n", rejected.problems().stream().map(p -> p.text(Locale.ENGLISH)).toList())
        : "";
  }

  private static Exact share(PolicyBundle bundle) {
    return bundle
        .targets()
        .get("SHARE")
        .threshold()
        .orElseThrow()
        .on(LocalDate.of(2022, 6, 1))
        .orElseThrow();
  }

  @Test
  void has_the_rules_and_figures_of_the_one_above_for_its_own_region() {
    PolicyBundle city = compiled(city("facts: {}\n"));
    assertEquals("140500", city.region());
    assertEquals(Exact.of("0.5"), share(city));
    assertTrue(city.departments().keySet().containsAll(List.of("kjt", "kjj")));
    assertTrue(city.administration().tasks().isEmpty(), "the work above is not the city's");
  }

  @Test
  void may_set_a_parameter_that_is_not_locked() {
    String own =
        "article: 第二条\nparameters:\n  share: {name: {zh: 占比, en: Share}, unit: \"%\", values:"
            + " {2022-01-01: 60}}\n";
    assertEquals(Exact.of("0.6"), share(compiled(city(own))));
  }

  @Test
  void may_not_touch_a_locked_parameter_and_is_told_where() {
    String own =
        "article: 第二条\nparameters:\n  floor: {name: {zh: 下限, en: Floor}, unit: \"%\", values:"
            + " {2022-01-01: 1}}\n";
    String told = problems(city(own).under(List.of(PROVINCE)));
    assertTrue(told.startsWith("LOCKED_PARAMETER own.yaml:3:3\n"), told);
    assertTrue(told.contains("inherited/province-2022/rules.yaml:4"), told);
  }

  @Test
  void is_refused_while_the_one_above_is_not_at_hand() {
    String told = problems(city("facts: {}\n"));
    assertTrue(told.contains("UNKNOWN_BUNDLE bundle.yaml:3:11"), told);
  }
}
