package org.wuyou.distribution.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("coverage.json")
class CoverageReportTest {
  private static final Ids IDS = new Ids(set("REG-01", "REG-02"), set("JC-T1"), set("JC-N01"));

  @Test
  void names_what_is_shown_and_where_and_what_is_missing() {
    ObjectNode report =
        CoverageReport.of(
            IDS,
            new TreeMap<>(Map.of("REG-01", set("a.B.c"), "JC-T1", set("a.B.d"))),
            new TreeMap<>(Map.of("JC-T1", set("plugins/x.yaml"), "REG-02", set("x.yaml"))));
    assertEquals(1, report.at("/capabilities/covered").asInt(), "a file shows no capability");
    assertEquals("REG-02", report.at("/capabilities/missing/0").asText());
    assertEquals("a.B.c", report.at("/capabilities/where/REG-01/0").asText());
    assertEquals(
        List.of("a.B.d", "plugins/x.yaml"),
        List.of(
            report.at("/clauses/where/JC-T1/0").asText(),
            report.at("/clauses/where/JC-T1/1").asText()));
    assertEquals(0, report.at("/targets/covered").asInt());
  }

  @Test
  void reads_ids_from_bundles_but_not_from_their_comments(@TempDir Path root) throws IOException {
    Path file = root.resolve("plugins/region-x/src/main/policy/targets/t.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "clause: JC-T1  # not JC-T2\nids: [JC-N01, JX-S4.s2]\nxJC-T3: 1\n");
    assertEquals(set("JC-N01", "JC-T1", "JX-S4.s2"), BundleIds.of(root).keySet());
  }

  @Test
  void takes_only_tests_that_passed(@TempDir Path reports) throws IOException {
    Files.writeString(
        reports.resolve("TEST-a.B.xml"),
        """
        <testsuite><testcase name="good" classname="Read aloud"/>
        <testcase name="many(int)[2]" classname="Read aloud"/>
        <testcase name="bad" classname="Read aloud"><failure/></testcase>
        <testcase name="left" classname="Read aloud"><skipped/></testcase></testsuite>""");
    assertEquals(
        new TreeSet<>(set("a.B#good", "a.B#many")), new TreeSet<>(PassedTests.in(reports).names()));
  }

  @Test
  void the_list_shipped_holds_every_kind() throws IOException {
    Ids ids = Ids.fromList(Path.of("src/main/coverage/ids.txt"));
    assertTrue(
        ids.capabilities().contains("REG-01")
            && ids.clauses().contains("JC-T1")
            && ids.targets().contains("JC-N01"));
    assertEquals(
        List.of(113, 315, 164),
        List.of(ids.capabilities().size(), ids.clauses().size(), ids.targets().size()));
  }

  private static SortedSet<String> set(String... values) {
    return new TreeSet<>(List.of(values));
  }
}
