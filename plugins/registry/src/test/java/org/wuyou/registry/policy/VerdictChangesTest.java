package org.wuyou.registry.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.PluginFolder;
import org.wuyou.testkit.Rows;
import org.wuyou.testkit.RunningProduct;
import org.wuyou.testkit.SampleCodes;

@DisplayName("A subscription to changed verdicts")
class VerdictChangesTest {
  private static final Clock JUNE =
      Clock.fixed(Instant.parse("2026-06-01T04:00:00Z"), ZoneOffset.UTC);
  private static final String ONE = SampleCodes.uscc("140502", 1);
  private static final String OTHER = SampleCodes.uscc("140521", 2);
  private static final String WATCH =
      "subscription { verdictChanged(region: \"140500\", rule: \"%s\" %s) { subject { key enterprise { name } } cause before { outcome } after { outcome amount } bundle { version } } }";

  private RunningProduct product;
  private GraphqlClient client;

  @BeforeEach
  void two_counties_with_an_enterprise_each() throws Exception {
    product = RunningProduct.start(JUNE, List.of(PluginFolder.jarOf("plugins/registry")));
    product.deploy(CityBundle.jar("0.1.0", 10));
    client = product.client();
    Rows.of("Enterprise")
        .row("uscc", ONE, "name", "甲公司", "divisionCode", "140502")
        .row("uscc", OTHER, "name", "乙公司", "divisionCode", "140521")
        .save(client);
    staff(ONE, 9);
    staff(OTHER, 9);
  }

  @AfterEach
  void stop() {
    product.close();
  }

  @Test
  void tells_only_of_verdicts_that_changed_and_only_where_it_looks() throws Exception {
    try (Watching county = watch("staffed", ", scope: \"140502\"");
        Watching other = watch("staffed", ", uscc: \"" + OTHER + "\"")) {
      staff(ONE, 8);
      staff(OTHER, 12);
      staff(ONE, 11);

      assertEquals(change(ONE, "甲公司", "FACTS", "INELIGIBLE", "ELIGIBLE", "0.1.0"), text(county));
      assertEquals(change(OTHER, "乙公司", "FACTS", "INELIGIBLE", "ELIGIBLE", "0.1.0"), text(other));
    }
  }

  @Test
  void tells_of_an_enterprise_that_comes_goes_and_moves() throws Exception {
    String third = SampleCodes.uscc("140502", 3);
    try (Watching county = watch("staffed", ", scope: \"140502\"")) {
      Rows.of("Enterprise")
          .row("uscc", third, "name", "丙公司", "divisionCode", "140502")
          .save(client);
      staff(third, 30);
      Rows.of("Enterprise").row("uscc", third, "divisionCode", "140521").save(client);

      assertEquals("UNDETERMINED", county.next().at("/data/verdictChanged/after/outcome").asText());
      assertEquals("ELIGIBLE", county.next().at("/data/verdictChanged/after/outcome").asText());
      assertTrue(county.next().at("/data/verdictChanged/after").isNull());
    }
  }

  @Test
  void tells_of_claims_with_their_amounts() throws Exception {
    try (Watching claims = watch("institutionAward", ", uscc: \"" + ONE + "\"")) {
      Rows.of("RdInstitution")
          .row(
              "code",
              "JG-1",
              "enterprise",
              Map.of("uscc", OTHER),
              "name",
              "他所",
              "level",
              "NATIONAL")
          .row(
              "code", "JG-2", "enterprise", Map.of("uscc", ONE), "name", "研究院", "level", "NATIONAL")
          .save(client);

      JsonNode change = claims.next().at("/data/verdictChanged");
      assertEquals("JG-2", change.at("/subject/key").asText(), change.toPrettyString());
      assertEquals("100000", change.at("/after/amount").asText());
    }
  }

  @Test
  void tells_what_another_version_changes_and_then_completes() throws Exception {
    staff(ONE, 15);
    try (Watching county = watch("staffed", ", scope: \"140502\"")) {
      product.deploy(CityBundle.jar("0.2.0", 20));

      assertEquals(change(ONE, "甲公司", "BUNDLE", "ELIGIBLE", "INELIGIBLE", "0.2.0"), text(county));
      assertTrue(county.completes());
    }
  }

  @Test
  void completes_at_a_swap_that_changes_nothing() throws Exception {
    try (Watching county = watch("staffed", ", scope: \"140502\"")) {
      product.deploy(CityBundle.jar("0.1.1", 10));
      assertTrue(county.completes());
    }
  }

  @Test
  void is_refused_where_it_would_watch_too_many() throws Exception {
    for (int batch = 0; batch < 11; batch++) {
      Rows rows = Rows.of("Enterprise");
      for (int i = 0; i < 500; i++) {
        String uscc = SampleCodes.uscc("140502", 1_000 + batch * 500 + i);
        rows.row("uscc", uscc, "name", "众公司", "divisionCode", "140502");
      }
      rows.save(client);
    }
    try (Watching all = watch("staffed", "");
        Watching county = watch("staffed", ", scope: \"140521\"")) {
      assertEquals("SUBSCRIPTION_TOO_WIDE", all.next().at("/errors/0/extensions/reason").asText());
      staff(OTHER, 12);
      assertEquals(change(OTHER, "乙公司", "FACTS", "INELIGIBLE", "ELIGIBLE", "0.1.0"), text(county));
    }
  }

  @Test
  void is_refused_for_a_rule_that_judges_no_subjects() throws Exception {
    try (Watching nothing = watch("nobody", "")) {
      assertEquals("UNKNOWN_RULE", nothing.next().at("/errors/0/extensions/reason").asText());
    }
  }

  private Watching watch(String rule, String where) throws Exception {
    return new Watching(client, WATCH.formatted(rule, where));
  }

  private void staff(String uscc, int people) {
    Rows.of("YearlyReturn")
        .row("enterprise", Map.of("uscc", uscc), "year", 2026, "rdPersonnel", people)
        .save(client);
  }

  private static String text(Watching watching) throws Exception {
    return watching.next().at("/data/verdictChanged").toString();
  }

  private static String change(
      String key, String name, String cause, String before, String after, String version) {
    return ("{\"subject\":{\"key\":\"%s\",\"enterprise\":{\"name\":\"%s\"}},\"cause\":\"%s\","
            + "\"before\":{\"outcome\":\"%s\"},\"after\":{\"outcome\":\"%s\",\"amount\":null},"
            + "\"bundle\":{\"version\":\"%s\"}}")
        .formatted(key, name, cause, before, after, version);
  }
}
