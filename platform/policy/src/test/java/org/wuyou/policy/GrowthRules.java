package org.wuyou.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.wuyou.policy.facts.MapSubject;

/** One rule that asks for a growth of at least a quarter. */
final class GrowthRules {
  private GrowthRules() {}

  static PolicyBundle bundle() {
    TreeMap<String, String> files = new TreeMap<>();
    files.put(
        "bundle.yaml",
        """
        bundle: growth
        region: "140500"
        name: {zh: 增速, en: Growth}
        documents: [{name: {zh: 增速, en: Growth}, issuer: {zh: 某市, en: A city}, issued: 2020-01-01}]
        valid: {from: 2020-01-01}
        departments: {one: {zh: 甲, en: One}}
        """);
    files.put(
        "rules.yaml",
        """
        article: 一
        clause: GROWTH
        parameters:
          quarter: {name: {zh: 下限, en: Floor}, unit: "%", values: {2020-01-01: 25}}
        facts:
          now: {of: Enterprise, name: {zh: 当年, en: Now}, value: returns.at(year).rdExpenditure}
          before: {of: Enterprise, name: {zh: 上年, en: Before}, value: returns.at(year - 1).rdExpenditure}
          met: {of: Enterprise, name: {zh: 达标, en: Met}, value: (now - before) / before >= quarter}
        """);
    return switch (PolicyCompiler.read(new BundleSource(files), RegisterCatalogue.CATALOGUE)) {
      case Compilation.Compiled compiled -> compiled.bundle();
      case Compilation.Rejected rejected ->
          throw new AssertionError(
              String.join(
                  "\n", rejected.problems().stream().map(p -> p.text(Locale.ENGLISH)).toList()));
    };
  }

  static MapSubject enterprise(BigDecimal before, BigDecimal now) {
    return new MapSubject("Enterprise", before + " " + now)
        .with("returns", List.of(spent(2020, before), spent(2021, now)));
  }

  private static MapSubject spent(int year, BigDecimal amount) {
    return new MapSubject("YearlyReturn", "" + year)
        .with("year", BigDecimal.valueOf(year))
        .with("rdExpenditure", amount);
  }
}
