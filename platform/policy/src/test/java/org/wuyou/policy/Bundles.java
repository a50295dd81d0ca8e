package org.wuyou.policy;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wuyou.policy.facts.FactCatalogue;

/** Bundles for tests, from their text. */
final class Bundles {
  static final String BUNDLE =
      """
      bundle: test
      region: "140500"
      name: {zh: 测试, en: Test}
      documents: [{name: {zh: 测试, en: Test}, issuer: {zh: 某市, en: A city}, issued: 2020-01-01}]
      valid: {from: 2020-01-01}
      departments: {one: {zh: 甲, en: One}}
      """;

  private Bundles() {}

  /** A bundle of one file of rules, its cases left aside. */
  static PolicyBundle of(String rules, FactCatalogue catalogue) {
    return of(BUNDLE, rules, catalogue);
  }

  static PolicyBundle of(String bundle, String rules, FactCatalogue catalogue) {
    SortedMap<String, String> files = new TreeMap<>();
    files.put("bundle.yaml", bundle);
    files.put("rules.yaml", rules);
    return right(PolicyCompiler.read(new BundleSource(files), catalogue));
  }

  /** A bundle whose cases hold. */
  static PolicyBundle compiled(SortedMap<String, String> files, FactCatalogue catalogue) {
    return right(PolicyCompiler.compile(new BundleSource(files), catalogue));
  }

  private static PolicyBundle right(Compilation compilation) {
    return switch (compilation) {
      case Compilation.Compiled compiled -> compiled.bundle();
      case Compilation.Rejected rejected ->
          throw new AssertionError(
              String.join(
                  "\n", rejected.problems().stream().map(p -> p.text(Locale.ENGLISH)).toList()));
    };
  }
}
