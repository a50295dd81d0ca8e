package org.wuyou.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.wuyou.runtime.plugin.Terms;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.PluginFolder;
import org.wuyou.testkit.Rows;
import org.wuyou.testkit.RunningProduct;
import org.wuyou.testkit.SampleCodes;

@DisplayName("What policies answer for the enterprises of a running product")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PolicyAnswersTest {
  private static final String RULES =
      """
      article: 第三条
      parameters:
        rate: {name: {zh: 比例, en: Rate}, unit: "%", values: {2022-01-01: }}
        cap: {name: {zh: 上限, en: Cap}, unit: 万元, values: {2022-01-01: }}
        floor: {name: {zh: 强度下限, en: Floor}, unit: "%", values: {2022-01-01: 3}}
        seats: {name: {zh: 名额, en: Seats}, unit: 家, values: {2022-01-01: 1}}
        starAward: {name: {zh: 上市奖励, en: Listing award}, unit: 万元, values: {2022-01-01: 100}}
      facts:
        intensity: {of: Enterprise, name: {zh: 研发强度, en: R&D intensity}, value: rdSpending / thisReturn.revenue}
        increment: {of: Enterprise, name: {zh: 增量, en: Increment}, value: rdSpending - lastReturn.rdExpenditure}
        expertScore: {of: Enterprise, name: {zh: 评分, en: Score}, value: selectionScores.at(year).score}
      standards:
        - id: intensive
          name: {zh: 强度达标, en: Intensive}
          summary: {zh: 强度不低于下限, en: Intensity at the floor}
          of: Enterprise
          all: [{id: INTENSITY, name: {zh: 强度, en: Intensity}, say: {zh: 强度达标, en: Reaches the floor}, if: intensity >= floor}]
      benefits:
        - id: growth
          name: {zh: 增量奖励, en: Reward for growth}
          summary: {zh: 经费增加的给予补助, en: Support for growth}
          of: Enterprise
          all: [{id: NO_INCREMENT, name: {zh: 增量, en: Increment}, say: {zh: 多于上年, en: Above the year before}, if: increment > 0}]
          amount: {of: increment, rate: rate, cap: cap}
        - id: listing
          name: {zh: 上市奖励, en: Listing award}
          summary: {zh: 科创板上市给予奖励, en: Award for a STAR listing}
          of: ListingEvent
          to: enterprise
          all: [{id: BOARD_NOT_COVERED, name: {zh: 板块, en: Board}, say: {zh: 科创板, en: STAR}, if: board == 'STAR'}]
          amount: {flat: starAward}
      selections:
        - id: best
          name: {zh: 遴选, en: Selection}
          summary: {zh: 按评分遴选, en: By score}
          of: Enterprise
          all: [{id: INTENSITY, name: {zh: 强度, en: Intensity}, say: {zh: 强度达标, en: Reaches the floor}, if: intensity >= floor}]
          top: seats
          order: [{by: intensity}]
      sanctions:
        - id: idle
          name: {zh: 不得评先, en: No awards}
          summary: {zh: 没有研发机构的不得评先, en: None without an institution}
          of: Enterprise
          faults: [{id: NO_INSTITUTION, name: {zh: 无机构, en: None}, say: {zh: 没有机构, en: Has none}, if: "!hasInstitution"}]
          effects: [{id: NO_AWARD, name: {zh: 不评先, en: No award}}]
      lists:
        - id: uncovered
          name: {zh: 未覆盖, en: Not covered}
          summary: {zh: 没有机构的企业, en: Enterprises without an institution}
          of: Enterprise
          except: hasInstitution
          columns: [{id: revenue, name: {zh: 营收, en: Revenue}, unit: 万元, value: thisReturn.revenue}]
      calculations:
        - id: perYear
          name: {zh: 增量测算, en: Increment}
          summary: {zh: 当年增量, en: Increment of the year}
          of: Enterprise
          figures: [{id: more, name: {zh: 增量, en: Increment}, unit: 万元, value: increment}]
      """;
  private static final String BUNDLE =
      """
      bundle: answers-test
      region: "371300"
      uses: [register]
      name: {zh: 应答测试, en: Answers test}
      documents: [{name: {zh: 办法, en: Measures}, issuer: {zh: 市政府, en: City}, issued: 2022-01-01}]
      valid: {from: 2022-01-01, to: 2022-12-31}
      """;
  private static final String CASES =
      """
      cases:
        - name: 强度
          rule: intensive
          given: &three
            Enterprise:
              恰好: {rdInstitutions: [{}], returns: {2021: {rdExpenditure: 1}, 2022: {rdExpenditure: 3, revenue: 100}}}
              略低: {returns: {2021: {rdExpenditure: 3}, 2022: {rdExpenditure: 2, revenue: 100}}}
              略高: {rdInstitutions: [{}], returns: {2021: {rdExpenditure: 2}, 2022: {rdExpenditure: 4, revenue: 100}}}
          expect: {恰好: ELIGIBLE, 略低: INELIGIBLE, 略高: ELIGIBLE}
        - {name: 增量, rule: growth, given: *three, expect: {恰好: {status: ELIGIBLE, payment: AMOUNT_NOT_SET}, 略低: INELIGIBLE}}
        - {name: 遴选, rule: best, given: *three, expect: {恰好: WAITING, 略低: NOT_CANDIDATE, 略高: SELECTED}}
        - {name: 惩戒, rule: idle, given: *three, expect: {恰好: NOT_SANCTIONED, 略低: SANCTIONED}}
        - {name: 名单, rule: uncovered, given: *three, expect: {恰好: "OFF", 略低: "ON"}}
        - {name: 测算, rule: perYear, given: *three, expect: {恰好: {status: MET, more: 2元}}}
        - name: 上市
          rule: listing
          given: {ListingEvent: {科创: {board: STAR}, 主板: {board: SHANGHAI_MAIN}}}
          expect: {科创: {status: ELIGIBLE, amount: 100万元}, 主板: {status: INELIGIBLE, amount: 0元}}
      """;

  private static RunningProduct product;
  private static GraphqlClient client;
  private static String strong;
  private static String weak;

  @BeforeAll
  static void start() throws Exception {
    product =
        RunningProduct.start(
            Clock.systemUTC(),
            List.of(
                PluginFolder.jarOf("plugins/registry"),
                PluginFolder.jarOf("plugins/finance"),
                region()));
    client = product.client();
    strong = enterprise(1, "4000000", "2000000");
    weak = enterprise(2, "2900000", "3000000");
    Rows.of("ListingEvent")
        .row("enterprise", Map.of("uscc", strong), "board", "STAR", "listedOn", "2022-06-01")
        .save(client);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  private static String enterprise(int number, String now, String before) {
    String uscc = SampleCodes.uscc("371302", number);
    Rows.of("Enterprise")
        .row("uscc", uscc, "name", "企业" + number, "divisionCode", "371302")
        .save(client);
    Rows.of("YearlyReturn")
        .row("enterprise", Map.of("uscc", uscc), "year", 2021, "rdExpenditure", before)
        .row(
            "enterprise",
            Map.of("uscc", uscc),
            "year",
            2022,
            "revenue",
            "100000000",
            "rdExpenditure",
            now)
        .save(client);
    return uscc;
  }

  private static Path region() throws IOException {
    Path jar = Files.createTempFile("region-answers", ".jar");
    jar.toFile().deleteOnExit();
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(new Attributes.Name("Bundle-ManifestVersion"), "2");
    main.put(new Attributes.Name("Bundle-SymbolicName"), "org.wuyou.region.answers");
    main.put(new Attributes.Name("Bundle-Version"), "1.0.0");
    main.put(new Attributes.Name("Wuyou-Module"), "region-answers");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Map.Entry<String, String> text :
          Map.of("bundle.yaml", BUNDLE, "rules.yaml", RULES, "rules.cases.yaml", CASES)
              .entrySet()) {
        out.putNextEntry(new JarEntry("META-INF/wuyou/policy/" + text.getKey()));
        out.write(text.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return jar;
  }

  private static JsonNode region(String field) {
    return client.query("{ region(code: \"371300\") { " + field + " } }").path("region");
  }

  private static JsonNode of(String uscc, String field) {
    return client
        .query("query($u: Uscc!) { enterprise(uscc: $u) { " + field + " } }", Map.of("u", uscc))
        .path("enterprise");
  }

  @Test
  @Order(1)
  @Tag("LY-1b")
  void An_amount_the_document_leaves_open_is_not_set_until_the_region_gives_it() {
    String asked =
        "verdict payment { state amount unit parts { id value } unset } rule { id kind }";
    JsonNode open = benefit(of(strong, "benefits { " + asked + " }"), "growth");
    assertEquals("ELIGIBLE", open.path("verdict").asText());
    assertEquals("AMOUNT_NOT_SET", open.at("/payment/state").asText());
    assertTrue(open.at("/payment/amount").isNull());
    assertEquals("BENEFIT", open.at("/rule/kind").asText());

    String given =
        "parameters: [{parameter: \"rate\", value: \"10\"}, {parameter: \"cap\", value: \"15\"}]";
    JsonNode set = benefit(of(strong, "benefits(" + given + ") { " + asked + " }"), "growth");
    assertEquals("15", set.at("/payment/amount").asText());
    assertEquals("万元", set.at("/payment/unit").asText());
  }

  private static JsonNode benefit(JsonNode enterprise, String rule) {
    return StreamSupport.stream(enterprise.path("benefits").spliterator(), false)
        .filter(benefit -> benefit.at("/rule/id").asText().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError(enterprise.toPrettyString()));
  }

  @Test
  @Order(2)
  void A_claim_leads_to_the_enterprise_and_the_sum_due_is_told() {
    JsonNode claims =
        region(
                "claims(rule: \"listing\") { totalCount totalDue"
                    + " nodes { recipient { key } payment { amount } } }")
            .path("claims");
    assertEquals(1, claims.path("totalCount").asInt());
    assertEquals("1000000", claims.path("totalDue").asText());
    assertEquals(strong, claims.at("/nodes/0/recipient/key").asText());
  }

  @Test
  @Order(3)
  void What_is_lacking_is_told_in_figures_and_near_misses_are_found() {
    JsonNode misses =
        region(
                "nearMisses(rule: \"intensive\", margin: \"5\") { totalCount nodes { subject { key }"
                    + " distance finding { shortfall { amount unit say { zh en } } } } }")
            .path("nearMisses");
    assertEquals(1, misses.path("totalCount").asInt());
    assertEquals(weak, misses.at("/nodes/0/subject/key").asText());
    assertEquals("10", misses.at("/nodes/0/finding/shortfall/amount").asText());
    assertEquals(
        "R&D expenditure: 100,000 CNY more",
        misses.at("/nodes/0/finding/shortfall/say/en").asText());
    assertEquals(
        0,
        region("nearMisses(rule: \"intensive\", margin: \"3\") { totalCount }")
            .at("/nearMisses/totalCount")
            .asInt());
  }

  @Test
  @Order(4)
  @Tag("LY-8a")
  void A_selection_names_the_best_and_says_why_others_are_no_candidates() {
    JsonNode nodes =
        region("selection(rule: \"best\") { made nodes { subject { key } standing reasons } }")
            .at("/selection/nodes");
    assertEquals(strong, nodes.at("/0/subject/key").asText());
    assertEquals("SELECTED", nodes.at("/0/standing").asText());
    assertEquals("INTENSITY", nodes.at("/1/reasons/0").asText());
  }

  @Test
  @Order(5)
  void Sanctions_lists_and_calculations_answer_with_paging() {
    assertEquals(
        "NO_AWARD",
        of(weak, "policySanctions { sanctioned effects { id } }")
            .at("/policySanctions/0/effects/0/id")
            .asText());
    JsonNode list =
        region("list(rule: \"uncovered\", first: 1, skip: 1) { totalCount base nodes { values } }")
            .path("list");
    assertEquals(2, list.path("totalCount").asInt());
    assertEquals(1, list.path("nodes").size());
    assertEquals("10000 万元", list.at("/nodes/0/values/0").asText());
    assertEquals(
        "200",
        of(strong, "calculations { figures { value } }")
            .at("/calculations/0/figures/0/value")
            .asText());
  }

  @Test
  @Order(6)
  @Tag("AST-07")
  void The_menu_holds_every_rule_that_concerns_an_enterprise_here_or_elsewhere() {
    JsonNode menu =
        of(
                weak,
                "menu(region: \"371300\") { totalCount nodes { kind rule { id article } verdict"
                    + " unmet { id shortfall { say { zh } } } payment { state } } }")
            .path("menu");
    assertEquals(4, menu.path("totalCount").asInt(), menu::toPrettyString);
    assertTrue(menu.toString().contains("NO_CLAIM"), menu::toPrettyString);
  }

  @Test
  @Order(7)
  void Without_a_module_its_rules_are_undetermined_and_the_others_still_answer() {
    product.product().plugins().remove("finance", false, Terms.commit("test"));
    JsonNode menu = of(strong, "menu { nodes { rule { id } verdict missing } }").at("/menu/nodes");
    JsonNode listing =
        StreamSupport.stream(menu.spliterator(), false)
            .filter(entry -> entry.at("/rule/id").asText().equals("listing"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(menu.toPrettyString()));
    assertEquals("UNDETERMINED", listing.path("verdict").asText());
    assertEquals("module finance absent", listing.at("/missing/0").asText());
    assertEquals(
        "ELIGIBLE", of(strong, "standards { verdict }").at("/standards/0/verdict").asText());
  }
}
