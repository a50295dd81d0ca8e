package org.wuyou.distribution.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.Rows;
import org.wuyou.testkit.SampleCodes;
import org.wuyou.testkit.WuyouServer;

/** Figures worked out by hand from the rates of the law, asked of the modules and the bundles. */
@WuyouServer(
    plugins = {
      "plugins/registry",
      "plugins/finance",
      "plugins/ip",
      "plugins/supervision",
      "plugins/region-jincheng",
      "plugins/region-linyi",
      "plugins/region-panjin"
    })
@DisplayName("What the policies say of money")
class FinanceByPolicyTest {
  private static final String MAKER = SampleCodes.uscc("140502", 1);
  private static final String SERVICE = SampleCodes.uscc("140502", 2);
  private static final String SELLER = SampleCodes.uscc("371302", 3);
  private static final String SMALL = SampleCodes.uscc("371302", 4);
  private static final String TECH = SampleCodes.uscc("211102", 5);

  @BeforeAll
  static void register(GraphqlClient client) {
    Rows.of("Enterprise")
        .row("uscc", MAKER, "name", "制造", "divisionCode", "140502", "industryCode", "2511")
        .row("uscc", SERVICE, "name", "服务", "divisionCode", "140502", "industryCode", "6510")
        .row("uscc", SELLER, "name", "转让", "divisionCode", "371302", "industryCode", "2511")
        .row("uscc", SMALL, "name", "科小", "divisionCode", "371302", "industryCode", "6510")
        .row(
            "uscc",
            TECH,
            "name",
            "科技",
            "divisionCode",
            "211102",
            "industryCode",
            "2511",
            "techEnterprise",
            true)
        .save(client);
    Rows.of("YearlyReturn")
        .row(deduction(MAKER, 2021, "800万元", "60万元"))
        .row(deduction(SERVICE, 2021, "800万元", "60万元"))
        .row(deduction(SMALL, 2022, "800万元", "0"))
        .row("enterprise", by(SELLER), "year", 2022, "profit", "2000万元")
        .row("enterprise", by(TECH), "year", 2019, "rdExpenditure", "90万元")
        .save(client);
    Rows.of("Title")
        .row("enterprise", by(SMALL), "kind", "TSME", "level", "NATIONAL", "issuedOn", "2022-05-20")
        .row(
            "enterprise", by(SELLER), "kind", "HNTE", "level", "NATIONAL", "issuedOn", "2021-01-01")
        .save(client);
  }

  /** A return with so much to deduct again, and the main business's part of 100万元 of income. */
  private static Object[] deduction(String uscc, int year, String base, String main) {
    return new Object[] {
      "enterprise",
      by(uscc),
      "year",
      year,
      "superDeductionBase",
      base,
      "profit",
      "2000万元",
      "mainBusinessRevenue",
      main,
      "totalIncome",
      "100万元"
    };
  }

  private static Map<String, String> by(String uscc) {
    return Map.of("uscc", uscc);
  }

  /** The figures of one calculation, by id, as they are shown. */
  private static Map<String, String> figures(
      GraphqlClient client, String uscc, int year, String rule) {
    JsonNode all =
        client
            .query(
                """
                query($uscc: Uscc!, $year: Int!, $asOf: Date!) { enterprise(uscc: $uscc) {
                  calculations(year: $year, asOf: $asOf) {
                    rule { id clause } status figures { id value unit } } } }
                """,
                Map.of("uscc", uscc, "year", year, "asOf", year + "-12-31"))
            .at("/enterprise/calculations");
    Map<String, String> figures = new TreeMap<>();
    for (JsonNode outcome : all) {
      if (outcome.at("/rule/id").asText().equals(rule)) {
        figures.put("status", outcome.path("status").asText());
        outcome
            .path("figures")
            .forEach(f -> figures.put(f.path("id").asText(), f.path("value").asText()));
      }
    }
    return figures;
  }

  @Test
  @Tag("FIN-02")
  @Tag("JC-5b")
  void A_manufacturer_saves_a_quarter_of_what_it_spent_in_2021(GraphqlClient client) {
    Map<String, String> maker = figures(client, MAKER, 2021, "superDeduction");
    assertEquals("100", maker.get("rate"));
    assertEquals("200", maker.get("saved"), "800万 again at 25 %");
    Map<String, String> service = figures(client, SERVICE, 2021, "superDeduction");
    assertEquals("75", service.get("rate"), "of other industries three quarters in 2021");
    assertEquals("150", service.get("saved"));
  }

  @Test
  @Tag("FIN-02")
  @Tag("LY-6b")
  void A_technology_sme_of_the_year_deducts_in_full_from_2022(GraphqlClient client) {
    Map<String, String> small = figures(client, SMALL, 2022, "superDeduction");
    assertEquals("100", small.get("rate"));
    assertEquals("200", small.get("saved"));
    assertEquals("800", figures(client, SMALL, 2022, "superDeductionOfTechSme").get("extra"));
    assertEquals(
        "OUT_OF_SCOPE", figures(client, SELLER, 2022, "superDeductionOfTechSme").get("status"));
  }

  @Test
  @Tag("FIN-03")
  @Tag("LY-7")
  void A_high_tech_enterprise_pays_fifteen_percent(GraphqlClient client) {
    Map<String, String> tax = figures(client, SELLER, 2022, "highTechTax");
    assertEquals("300", tax.get("tax"));
    assertEquals("200", tax.get("saved"));
    assertEquals("OUT_OF_SCOPE", figures(client, SMALL, 2022, "highTechTax").get("status"));
  }

  @Test
  @Tag("FIN-03")
  @Tag("LY-3e")
  void Of_800_transferred_150_are_taxed_and_the_registered_contract_is_exempt_from_vat(
      GraphqlClient client) {
    Rows.of("TechnicalContract").row(contract("C1", "800万元", "REGISTERED", true)).save(client);
    Rows.of("TechnicalContract").row(contract("C2", "900万元", "NOT_REGISTERED", false)).save(client);
    Map<String, String> transfer = figures(client, SELLER, 2022, "transferTax");
    assertEquals("800", transfer.get("income"), "what was not registered is none of it");
    assertEquals("500", transfer.get("exempt"));
    assertEquals("150", transfer.get("taxable"));
    assertEquals("22.5", transfer.get("tax"), "at the 15 % of a high-tech enterprise");
    JsonNode exempt =
        client
            .query(
                "{ region(code: \"371300\") { list(rule: \"exemptContracts\", asOf: \"2022-12-31\")"
                    + " { totalCount nodes { subject { key } } } } }")
            .at("/region/list");
    assertEquals(1, exempt.path("totalCount").asInt());
    assertEquals("C1", exempt.at("/nodes/0/subject/key").asText());
  }

  private static Object[] contract(String code, String amount, String decision, boolean exempt) {
    boolean registered = decision.equals("REGISTERED");
    return new Object[] {
      "code",
      code,
      "title",
      "转让 " + code,
      "kind",
      "TRANSFER",
      "form",
      "WRITTEN",
      "seller",
      by(SELLER),
      "sellerName",
      "转让",
      "buyerName",
      "受让",
      "divisionCode",
      "371302",
      "signedOn",
      "2022-04-01",
      "acceptedOn",
      "2022-04-10",
      "decidedOn",
      "2022-05-01",
      "decision",
      decision,
      "certificateNumber",
      registered ? "Z" + code : null,
      "amount",
      amount,
      "technicalAmount",
      amount,
      "vatExempt",
      exempt
    };
  }

  @Test
  @Tag("FIN-18")
  @Tag("PJ-S3b")
  void A_sanctioned_enterprise_cannot_receive_project_money(GraphqlClient client) {
    Rows.of("AboveScaleMembership")
        .row("enterprise", by(TECH), "year", 2019, "listed", true)
        .save(client);
    Rows.of("PlanFigure")
        .row("enterprise", by(TECH), "year", 2019, "rdExpenditure", "100万元")
        .save(client);
    Rows.of("SpecialFund")
        .row(
            "code",
            "F1",
            "name",
            "专项",
            "divisionCode",
            "211100",
            "year",
            2020,
            "purpose",
            "TECHNOLOGY")
        .save(client);
    assertEquals(List.of(), refusals(client, "S0", "2020-01-09"), "nothing is decided yet");

    JsonNode judged =
        client
            .query(
                "query($uscc: Uscc!) { enterprise(uscc: $uscc) { policySanctions(asOf:"
                    + " \"2019-12-31\") { rule { clause } state reasons effects { id } } } }",
                by(TECH))
            .at("/enterprise/policySanctions/0");
    assertEquals("SANCTIONED", judged.path("state").asText());
    Rows.of("Sanction")
        .row(
            "enterprise",
            by(TECH),
            "policy",
            "panjin-2017",
            "clause",
            judged.at("/rule/clause").asText(),
            "year",
            2019,
            "decidedOn",
            "2020-01-10",
            "liftedOn",
            "2020-12-01",
            "reasons",
            texts(judged.path("reasons")),
            "effects",
            judged.path("effects").findValuesAsText("id"))
        .save(client);

    List<String> told = refusals(client, "S1", "2020-01-10");
    assertEquals(1, told.size());
    assertTrue(told.getFirst().startsWith("SANCTIONED "), told.getFirst());
    assertTrue(told.getFirst().contains("PJ-S3b"), told.getFirst());
    assertTrue(told.getFirst().contains("NO_INSTITUTION"), told.getFirst());
    assertTrue(told.getFirst().contains("BELOW_PLAN"), told.getFirst());
    assertEquals(List.of(), refusals(client, "S2", "2020-12-01"), "lifted on that day");
  }

  private static List<String> texts(JsonNode list) {
    return java.util.stream.StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  /** What stands against an application of that day. */
  private static List<String> refusals(GraphqlClient client, String code, String day) {
    JsonNode errors =
        client
            .query(
                "mutation($input: FundSupportCreate!) { fundSupportCreate(input: $input) {"
                    + " userErrors { code message } } }",
                Map.of(
                    "input",
                    Map.of(
                        "code",
                        code,
                        "fund",
                        Map.of("code", "F1"),
                        "enterprise",
                        by(TECH),
                        "appliedOn",
                        day,
                        "state",
                        "APPLIED")))
            .at("/fundSupportCreate/userErrors");
    return java.util.stream.StreamSupport.stream(errors.spliterator(), false)
        .map(error -> error.path("code").asText() + " " + error.path("message").asText())
        .toList();
  }
}
