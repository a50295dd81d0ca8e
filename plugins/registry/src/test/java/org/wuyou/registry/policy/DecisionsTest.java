package org.wuyou.registry.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wuyou.runtime.plugin.Terms;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.GraphqlReply;
import org.wuyou.testkit.PluginFolder;
import org.wuyou.testkit.Rows;
import org.wuyou.testkit.RunningProduct;
import org.wuyou.testkit.SampleCodes;

@DisplayName("A decision kept")
class DecisionsTest {
  private static final Clock JUNE =
      Clock.fixed(Instant.parse("2026-06-01T04:00:00Z"), ZoneOffset.UTC);
  private static final String DECIDE =
      """
      mutation ($rule: String!, $uscc: Uscc!, $claim: ID, $readings: [ReadingChoice!], $version: String) {
        policyDecide(region: "140500", rule: $rule, uscc: $uscc, claim: $claim, readings: $readings, bundleVersion: $version) {
          decision { number outcome } userErrors { code path value }
        }
      }
      """;
  private static final String LATEST =
      """
      { policyDecisions(first: 1, orderBy: [{number: DESC}]) { nodes {
          number outcome amount bundle bundleVersion digest asOf year readings commit claim decidedBy decidedAt
          uscc enterpriseName enterprise { name }
          ruling { outcome amount shown lines { id state value requirement } }
          facts { path value }
          replay { same replayed { outcome } differences { what kept found }
            today { outcome } drift { what kept found } changedFacts { what kept found } }
      } } }
      """;

  private static RunningProduct product;
  private static GraphqlClient client;
  private static int enterprises;
  private String uscc = "";

  @BeforeAll
  static void a_city_that_asks_for_ten_people() throws Exception {
    product = RunningProduct.start(JUNE, List.of(PluginFolder.jarOf("plugins/registry")));
    product.deploy(CityBundle.jar("0.1.0", 10));
    client = product.client();
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @BeforeEach
  void an_enterprise_of_twelve() {
    uscc = SampleCodes.uscc("140502", ++enterprises);
    Rows.of("Enterprise").row("uscc", uscc, "name", "甲公司", "divisionCode", "140502").save(client);
    staff(12);
  }

  @Test
  void names_version_readings_facts_and_state_of_the_register() {
    int first = decide("staffed").at("/decision/number").asInt();
    assertEquals(first + 1, decide("staffed").at("/decision/number").asInt());

    JsonNode kept = latest();
    assertEquals("ELIGIBLE", kept.path("outcome").asText());
    assertEquals("staffed-2026", kept.path("bundle").asText());
    assertEquals("0.1.0", kept.path("bundleVersion").asText());
    assertEquals(64, kept.path("digest").asText().length());
    assertEquals("2026-06-01", kept.path("asOf").asText());
    assertEquals("2026-06-01T04:00:00Z", kept.path("decidedAt").asText());
    assertTrue(kept.path("commit").asInt() > 0);
    assertEquals("甲公司", kept.at("/enterprise/name").asText());
    assertEquals("12", fact(kept, "returns[2026].rdPersonnel"));
    assertEquals(
        "{\"id\":\"STAFF\",\"state\":\"MET\",\"value\":\"12 人\",\"requirement\":\">= 10 人\"}",
        kept.at("/ruling/lines/0").toString());
  }

  @Test
  void is_found_like_any_other_row() {
    decide("staffed");
    staff(3);
    decide("staffed");
    JsonNode found =
        client.query(
            "query ($u: Uscc!) { policyDecisions(where: {outcome: {eq: \"INELIGIBLE\"}, uscc: {eq: $u}}) { nodes { outcome } totalCount } }",
            Map.of("u", uscc));
    assertEquals(
        "{\"nodes\":[{\"outcome\":\"INELIGIBLE\"}],\"totalCount\":1}",
        found.path("policyDecisions").toString());
  }

  @Test
  void is_decided_again_with_the_reading_it_took() {
    Rows.of("YearlyReturn")
        .row("enterprise", Map.of("uscc", uscc), "year", 2025, "rdPersonnel", 4)
        .save(client);
    decide("staffed", Map.of("readings", List.of(Map.of("reading", "ST-01", "choice", "LAST"))));

    JsonNode kept = latest();
    assertEquals("[\"ST-01=LAST\"]", kept.path("readings").toString());
    assertEquals("INELIGIBLE", kept.path("outcome").asText());
    assertTrue(kept.at("/replay/same").asBoolean(), kept.toPrettyString());
  }

  @Test
  void stands_when_the_facts_change_and_tells_what_has_changed() {
    decide("staffed");
    staff(3);

    JsonNode replay = latest().path("replay");
    assertTrue(replay.path("same").asBoolean(), replay.toPrettyString());
    assertEquals("ELIGIBLE", replay.at("/replayed/outcome").asText());
    assertEquals("[]", replay.path("differences").toString());
    assertEquals("INELIGIBLE", replay.at("/today/outcome").asText());
    assertEquals(
        "{\"what\":\"outcome\",\"kept\":\"ELIGIBLE\",\"found\":\"INELIGIBLE\"}",
        replay.at("/drift/0").toString());
    assertEquals(
        "[{\"what\":\"returns[2026].rdPersonnel\",\"kept\":\"12\",\"found\":\"3\"}]",
        replay.path("changedFacts").toString());
  }

  @Test
  void of_a_claim_keeps_the_amount_exactly() {
    decide("institutionAward", Map.of("claim", institution("JG-1", "NATIONAL")));

    JsonNode kept = latest();
    assertEquals("ELIGIBLE", kept.path("outcome").asText());
    assertEquals("100000", kept.at("/ruling/amount").asText());
    assertEquals("100000", kept.path("amount").asText());
    assertTrue(kept.at("/replay/same").asBoolean(), kept.toPrettyString());
  }

  @Nested
  class When_the_bundle_was_updated {
    @BeforeEach
    void to_ask_for_twenty() throws Exception {
      decide("staffed");
      product.deploy(CityBundle.jar("0.2.0", 20));
    }

    @AfterEach
    void and_back() {
      product.product().plugins().rollback(CityBundle.MODULE, "0.1.0", Terms.commit("test"));
    }

    @Test
    void it_is_decided_again_by_the_version_that_decided_it() {
      JsonNode kept = latest();
      assertEquals("0.1.0", kept.path("bundleVersion").asText());
      assertTrue(kept.at("/replay/same").asBoolean(), kept.toPrettyString());
      assertEquals("ELIGIBLE", kept.at("/replay/today/outcome").asText());
    }

    @Test
    void it_says_so_when_that_version_is_gone() throws Exception {
      Path jar = product.data().resolve("plugins/" + CityBundle.MODULE + "-0.1.0.jar");
      Path elsewhere = jar.resolveSibling("elsewhere");
      Files.move(jar, elsewhere);
      GraphqlReply reply = client.ask(LATEST, Map.of());
      Files.move(elsewhere, jar);
      assertEquals(
          "BUNDLE_VERSION_GONE",
          reply.errors().at("/0/extensions/reason").asText(),
          reply.pretty());
    }

    @Test
    void the_next_is_decided_by_the_new_one_or_by_the_one_named() {
      decide("staffed");
      assertEquals("0.2.0", latest().path("bundleVersion").asText());
      assertEquals("INELIGIBLE", latest().path("outcome").asText());
      decide("staffed", Map.of("version", "0.1.0"));
      assertEquals("ELIGIBLE", latest().path("outcome").asText());
    }
  }

  @Test
  void outlives_its_enterprise() {
    decide("staffed");
    client.mutate(
        "mutation ($u: Uscc!) { yearlyReturnRemove(key: {enterprise: {uscc: $u}, year: 2026}) { userErrors { code message } } }",
        Map.of("u", uscc));
    client.mutate(
        "mutation ($u: Uscc!) { enterpriseRemove(key: {uscc: $u}) { userErrors { code message } } }",
        Map.of("u", uscc));

    JsonNode kept = latest();
    assertTrue(kept.path("enterprise").isNull());
    assertEquals("甲公司", kept.path("enterpriseName").asText());
    assertTrue(kept.at("/replay/same").asBoolean());
    assertTrue(kept.at("/replay/today").isNull());
  }

  @Test
  void is_recorded_by_the_administrator_alone_and_read_by_all() {
    decide("staffed");
    String token =
        client
            .mutate(
                "mutation { tokenCreate(input: {name: \"reader\", roles: [READER]}) { token userErrors { code } } }",
                Map.of())
            .path("token")
            .asText();
    GraphqlClient reader = product.client(token);

    assertEquals("FORBIDDEN", reader.ask(DECIDE, Map.of("rule", "staffed", "uscc", uscc)).code());
    assertEquals("ELIGIBLE", reader.query(LATEST).at("/policyDecisions/nodes/0/outcome").asText());
  }

  @Test
  void is_in_the_audit() {
    decide("staffed");
    JsonNode entry =
        client
            .query(
                "{ auditEntries(first: 1, orderBy: [{number: DESC}]) { nodes { operation subject } } }")
            .at("/auditEntries/nodes/0");
    assertEquals("Mutation.policyDecide", entry.path("operation").asText());
    assertEquals("PolicyDecision +", entry.path("subject").asText());
  }

  @Test
  void is_not_made_for_an_enterprise_or_claim_that_is_not_there() {
    String nobody = SampleCodes.uscc("140502", 9_999);
    assertEquals(
        "[{\"code\":\"NOT_FOUND\",\"path\":[\"uscc\"],\"value\":\"%s\"}]".formatted(nobody),
        ask("staffed", Map.of("uscc", nobody)).path("userErrors").toString());
    assertEquals(
        "CLAIM_REQUIRED", ask("institutionAward", Map.of()).at("/userErrors/0/code").asText());
    assertEquals(
        0,
        client
            .query(
                "query ($u: Uscc!) { policyDecisions(where: {uscc: {eq: $u}}) { totalCount } }",
                Map.of("u", uscc))
            .at("/policyDecisions/totalCount")
            .asInt());
  }

  private String institution(String code, String level) {
    Rows.of("RdInstitution")
        .row("code", code, "enterprise", Map.of("uscc", uscc), "name", "研究院", "level", level)
        .save(client);
    return client
        .query("{ rdInstitutions(where: {code: {eq: \"" + code + "\"}}) { nodes { id } } }")
        .at("/rdInstitutions/nodes/0/id")
        .asText();
  }

  private void staff(int people) {
    Rows.of("YearlyReturn")
        .row("enterprise", Map.of("uscc", uscc), "year", 2026, "rdPersonnel", people)
        .save(client);
  }

  private JsonNode decide(String rule) {
    return decide(rule, Map.of());
  }

  private JsonNode decide(String rule, Map<String, ?> more) {
    JsonNode payload = ask(rule, more);
    assertFalse(payload.path("decision").isNull(), payload.toPrettyString());
    return payload;
  }

  private JsonNode ask(String rule, Map<String, ?> more) {
    Map<String, Object> variables = new java.util.HashMap<>(Map.of("rule", rule, "uscc", uscc));
    variables.putAll(more);
    return client.query(DECIDE, variables).path("policyDecide");
  }

  private JsonNode latest() {
    return client.query(LATEST).at("/policyDecisions/nodes/0");
  }

  private static String fact(JsonNode decision, String path) {
    for (JsonNode fact : decision.path("facts")) {
      if (fact.path("path").asText().equals(path)) {
        return fact.path("value").asText();
      }
    }
    throw new AssertionError(path + " is not among " + decision.path("facts"));
  }
}
