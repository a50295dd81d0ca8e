package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
}
