package org.wuyou.runtime.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.BundleSource;
import org.wuyou.policy.Compilation;
import org.wuyou.policy.Evaluation;
import org.wuyou.policy.Exact;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.PolicyCompiler;
import org.wuyou.policy.Text;
import org.wuyou.policy.evaluate.Finding;
import org.wuyou.policy.evaluate.Score;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.evaluate.Status;
import org.wuyou.policy.evaluate.TargetOutcome;
import org.wuyou.policy.evaluate.Verdict;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.MapSubject;

class EvaluatingTest {
  private static final PolicyBundle JINCHENG = bundle("jincheng");
  private static final PolicyBundle PANJIN = bundle("panjin");

  private static PolicyBundle bundle(String region) {
    Path folder =
        Path.of(System.getProperty("wuyou.root"), "plugins", "region-" + region, "src/main/policy");
    try {
      return assertInstanceOf(
              Compilation.Compiled.class,
              PolicyCompiler.compile(BundleSource.read(folder), RegionBundlesTest.catalogue()))
          .bundle();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static MapSubject enterprise(String name, String county) {
    return new MapSubject("Enterprise", name)
        .with("divisionCode", county)
        .with(
            "aboveScaleMemberships",
            List.of(
                new MapSubject("AboveScaleMembership", name)
                    .with("year", BigDecimal.valueOf(2021))
                    .with("listed", true)));
  }

  private static MapSubject spending(String name, String county, long before, long now) {
    return enterprise(name, county)
        .with("returns", List.of(year(2020, 300_000_000, before), year(2021, 300_000_000, now)));
  }

  private static MapSubject year(int year, long revenue, long rd) {
    return new MapSubject("YearlyReturn", "" + year)
        .with("year", BigDecimal.valueOf(year))
        .with("revenue", BigDecimal.valueOf(revenue))
        .with("rdExpenditure", BigDecimal.valueOf(rd));
  }

  private static TargetOutcome outcome(Session session, PolicyBundle bundle, String target) {
    return session.outcome(java.util.Objects.requireNonNull(bundle.targets().get(target)));
  }

  @Nested
  class When_facts_are_missing {
    @Test
    @Tag("JC-T1")
    void a_known_failure_outranks_them() {
      MapSubject enterprise = enterprise("甲", "140581");
      Verdict verdict =
          JINCHENG
              .evaluate(new MapFacts().with(enterprise), Evaluation.USUAL)
              .verdict(
                  java.util.Objects.requireNonNull(JINCHENG.standards().get("fiveHaves")),
                  enterprise);
      assertInstanceOf(Verdict.Ineligible.class, verdict);
      assertEquals(
          List.of("institution", "project", "account"),
          verdict.unmet().stream().map(Finding::id).toList());
      assertEquals(
          List.of("thisReturn"),
          verdict.findings().stream()
              .filter(finding -> finding.id().equals("funds"))
              .flatMap(finding -> finding.missing().stream())
              .map(name -> name.startsWith("returns[2021]") ? "thisReturn" : name)
              .toList());
    }

    @Test
    @Tag("JC-T1")
    void a_share_is_decided_only_when_they_cannot_turn_it() {
      MapFacts facts = new MapFacts();
      for (int i = 0; i < 18; i++) {
        facts.with(
            enterprise("有" + i, "140581")
                .with("rdInstitutions", List.of(new MapSubject("RdInstitution", "机构"))));
      }
      for (int i = 0; i < 82; i++) {
        facts.with(enterprise("无" + i, "140581"));
      }
      assertEquals(
          Status.NOT_MET,
          outcome(JINCHENG.evaluate(facts, Evaluation.USUAL), JINCHENG, "JC-N02").status());
      facts.with(
          enterprise("不详", "140581")
              .with("rdInstitutions", List.of(new MapSubject("RdInstitution", "机构"))));
      assertEquals(
          "18.81 %",
          outcome(JINCHENG.evaluate(facts, Evaluation.USUAL), JINCHENG, "JC-N02")
              .shown()
              .orElseThrow());
    }

    @Test
    void a_statistic_nobody_entered_is_no_data() {
      TargetOutcome outcome =
          outcome(PANJIN.evaluate(new MapFacts(), Evaluation.USUAL), PANJIN, "PJ-N04");
      assertEquals(Status.NO_DATA, outcome.status());
      assertTrue(
          outcome.findings().get(0).missing().contains("gdp[2019]"),
          () -> "missing " + outcome.findings());
    }
  }

  @Nested
  class What_if {
    @Test
    @Tag("JC-T3")
    void a_parameter_takes_another_value_without_touching_the_bundle() {
      MapFacts facts = new MapFacts().with(spending("甲", "140581", 100, 119));
      assertEquals(
          Status.NOT_MET,
          outcome(JINCHENG.evaluate(facts, Evaluation.USUAL), JINCHENG, "JC-N03").status());
      Evaluation lower = Evaluation.USUAL.parameters(Map.of("overallGrowth", Exact.of(19)));
      assertEquals(
          Status.MET, outcome(JINCHENG.evaluate(facts, lower), JINCHENG, "JC-N03").status());
    }

    @Test
    void before_the_plan_begins_nothing_is_in_force() {
      Evaluation early = Evaluation.USUAL.asOf(LocalDate.of(2020, 12, 31));
      assertEquals(
          Status.NOT_IN_FORCE,
          outcome(JINCHENG.evaluate(new MapFacts(), early), JINCHENG, "JC-N03").status());
    }
  }

  @RepeatedTest(50)
  @Tag("JC-T3")
  void more_spending_never_turns_met_into_not_met(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    long before = 1 + random.nextInt(1_000_000);
    long now = random.nextInt(2_000_000);
    boolean met = met(before, now);
    boolean metWithMore = met(before, now + random.nextInt(1000));
    assertTrue(!met || metWithMore, before + " → " + now);
    assertEquals(now * 100 >= before * 120, met, before + " → " + now);
  }

  private static boolean met(long before, long now) {
    MapFacts facts = new MapFacts().with(spending("甲", "140581", before, now));
    return outcome(JINCHENG.evaluate(facts, Evaluation.USUAL), JINCHENG, "JC-N03").status()
        == Status.MET;
  }

  @Test
  @Tag("JC-13")
  void equal_units_share_a_rank_and_the_next_is_skipped() {
    MapFacts facts =
        new MapFacts()
            .with(new Facts.Division("140502", new Text("城区", "Chengqu")))
            .with(new Facts.Division("140521", new Text("沁水县", "Qinshui")))
            .with(new Facts.Division("140581", new Text("高平市", "Gaoping")))
            .with(spending("甲", "140502", 100, 120))
            .with(spending("乙", "140521", 200, 240))
            .with(spending("丙", "140581", 100, 110));
    Score score =
        JINCHENG
            .evaluate(facts, Evaluation.USUAL)
            .score(java.util.Objects.requireNonNull(JINCHENG.scorecards().get("countyScorecard")));
    assertEquals(
        List.of(1, 1, 3),
        score.rows().stream().map(row -> row.cells().get(1).rank().orElseThrow()).toList());
    assertTrue(score.rows().stream().allMatch(row -> row.composite().isEmpty()));
  }
}
