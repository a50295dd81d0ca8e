package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.policy.tool.PolicyTool;

class PolicyToolTests {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("wuyou.root"), "plugins/region-example/src/main/policy");

  @Test
  void check_counts_rules_and_cases_of_a_bundle_in_order() throws IOException {
    PolicyTool.Report report =
        PolicyTool.check(EXAMPLE, RegisterCatalogue.CATALOGUE, Locale.ENGLISH);
    assertTrue(report.passed());
    assertEquals("example-2026: 3 rules, 7 cases, all in order", report.text());
    assertTrue(report.json().startsWith("{\"passed\":true,\"bundle\":\"example-2026\""));
  }

  @Test
  void test_shows_each_case_and_what_it_gave(@TempDir Path folder) throws IOException {
    BundleSource example = BundleSource.read(EXAMPLE);
    for (var file : example.files().entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue().replace("恰一亿: big", "恰一亿: small"));
    }
    PolicyTool.Report report = PolicyTool.test(folder, RegisterCatalogue.CATALOGUE, Locale.ENGLISH);
    assertFalse(report.passed());
    assertTrue(report.text().contains("✗ size 一亿整是大企业\n    恰一亿 small ≠ big"), report.text());
    assertTrue(report.text().endsWith("6 cases passed, 1 failed"), report.text());
  }
}
