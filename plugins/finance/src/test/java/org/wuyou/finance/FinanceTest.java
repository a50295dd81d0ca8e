package org.wuyou.finance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.testkit.AddedSchema;
import org.wuyou.testkit.GraphqlClient;
import org.wuyou.testkit.Rows;
import org.wuyou.testkit.TwoFirms;
import org.wuyou.testkit.WuyouServer;

@WuyouServer(plugins = {"plugins/registry", "plugins/finance"})
@DisplayName("Claims, funds, financing and vouchers")
class FinanceTest {
  private static final TwoFirms FIRMS = new TwoFirms("371302");
  private static final String COUNTY = FIRMS.division();
  private static final String FIRM = FIRMS.one();
  private static final String OTHER = FIRMS.other();

  @BeforeAll
  static void register(GraphqlClient client) {
    FIRMS.register(client);
  }

  @Test
  void The_module_adds_the_golden_schema() throws Exception {
    AddedSchema.check("finance");
  }

  @Test
  @Tag("FIN-01")
  void A_yearly_benefit_is_taken_up_once_a_year_and_summed(GraphqlClient client) {
    assertEquals(
        List.of(), client.refusals("BenefitClaim", claim("S1", "税收优惠", 2021, null, "10万元")));
    assertEquals(
        List.of(), client.refusals("BenefitClaim", claim("S2", "税收优惠", 2022, null, "20万元")));
    assertEquals(
        List.of("NOT_UNIQUE"),
        client.refusals("BenefitClaim", claim("S3", "税收优惠", 2022, null, "5万元")));
    assertEquals(
        "30",
        client
            .query(
                """
                { benefitClaimsAggregate(where: {benefit: {eq: "税收优惠"}}) {
                    sum { amount(unit: WAN_YUAN) } } }
                """)
            .at("/benefitClaimsAggregate/0/sum/amount")
            .asText());
  }

  @Test
  @Tag("FIN-04")
  void A_second_claim_for_the_same_platform_and_level_is_refused(GraphqlClient client) {
    assertEquals(
        List.of(),
        client.refusals("BenefitClaim", claim("A1", "LY-3c", 2022, "PT-1/PROVINCIAL", "100万元")));
    assertEquals(
        List.of("NOT_UNIQUE"),
        client.refusals("BenefitClaim", claim("A2", "LY-3c", 2023, "PT-1/PROVINCIAL", "100万元")));
    assertEquals(
        List.of(),
        client.refusals("BenefitClaim", claim("A3", "LY-3c", 2023, "PT-1/NATIONAL", "200万元")));
  }

  @Test
  @Tag("FIN-05")
  void A_claim_without_an_amount_is_kept_without_one(GraphqlClient client) {
    assertEquals(
        List.of(), client.refusals("BenefitClaim", claim("N1", "LY-1b", 2022, null, null)));
    assertTrue(
        client
            .query("{ benefitClaim(code: \"N1\") { amount } }")
            .at("/benefitClaim/amount")
            .isNull());
  }

  @Test
  @Tag("FIN-06")
  @Tag("FIN-07")
  void Supports_stand_in_the_order_asked_for_and_equity_is_a_share_of_the_pool(
      GraphqlClient client) {
    fund(client, "Z1", "1000万元", "EQUITY");
    fund(client, "Z2", "999.99万元", "GRANT");
    for (int i = 1; i <= 3; i++) {
      Rows.of("FundSupport")
          .row(
              "code",
              "B" + i,
              "fund",
              Map.of("code", "Z1"),
              "enterprise",
              Map.of("uscc", FIRM),
              "score",
              i == 2 ? "90" : "80",
              "amount",
              (300 + i) + "万元",
              "state",
              "APPROVED")
          .save(client);
    }
    JsonNode answer =
        client.query(
            """
            { fundSupports(orderBy: [{score: DESC}, {amount: DESC}]) { nodes { code } }
              equity: specialFundsAggregate(where: {management: {eq: EQUITY}}) { sum { amount(unit: WAN_YUAN) } }
              all: specialFundsAggregate { sum { amount(unit: WAN_YUAN) } } }
            """);
    assertEquals(List.of("B2", "B3", "B1"), answer.findValuesAsText("code"));
    assertEquals("1000", answer.at("/equity/0/sum/amount").asText());
    assertEquals("1999.99", answer.at("/all/0/sum/amount").asText());
  }

  @Test
  @Tag("FIN-08")
  void Sub_funds_are_counted_by_kind_and_date_under_their_parent(GraphqlClient client) {
    investment(client, "M0", "GUIDANCE", null, "2016-01-01");
    investment(client, "M1", "ANGEL", "M0", "2017-12-31");
    investment(client, "M2", "VENTURE", "M0", "2018-01-01");
    JsonNode answer =
        client.query(
            """
            { investmentFund(code: "M0") {
                subFunds(where: {setUpOn: {le: "2017-12-31"}}) { nodes { code kind } } } }
            """);
    assertEquals(List.of("M1"), answer.findValuesAsText("code"));
  }

  @Test
  @Tag("FIN-09")
  void Listings_are_counted_by_board_and_year_and_pools_show_missing_intermediaries(
      GraphqlClient client) {
    for (String board : List.of("SHANGHAI_MAIN", "NEEQ", "LIAONING_EQUITY")) {
      Rows.of("ListingEvent")
          .row("enterprise", Map.of("uscc", FIRM), "board", board, "listedOn", "2017-05-01")
          .save(client);
    }
    Rows.of("ListingCandidate")
        .row(
            "enterprise",
            Map.of("uscc", OTHER),
            "pool",
            "STAR",
            "enteredOn",
            "2022-09-01",
            "stage",
            "COACHING",
            "sponsor",
            "示例券商",
            "lawFirm",
            "示例律所")
        .save(client);
    JsonNode answer =
        client.query(
            """
            { listingEvents(where: {board: {in: [SHANGHAI_MAIN, SHENZHEN_MAIN, CHINEXT, STAR, NEEQ]}
                  listedOn: {ge: "2017-01-01", le: "2017-12-31"}}) { totalCount }
              listingCandidates(where: {pool: {eq: STAR}, auditor: {isNull: true}}) {
                  nodes { enterprise { name } } } }
            """);
    assertEquals(2, answer.at("/listingEvents/totalCount").asInt());
    assertEquals(List.of("示例乙有限公司"), answer.findValuesAsText("name"));
  }

  @Test
  @Tag("FIN-10")
  void A_score_is_entered_once_for_a_selection_and_a_year(GraphqlClient client) {
    Map<String, Object> score =
        Map.of(
            "enterprise",
            Map.of("uscc", FIRM),
            "selection",
            "LY-8a",
            "year",
            2022,
            "score",
            "88.5");
    assertEquals(List.of(), client.refusals("SelectionScore", score));
    assertEquals(1, client.refusals("SelectionScore", score).size());
  }

  @Test
  @Tag("FIN-11")
  void Financing_is_totalled_by_instrument(GraphqlClient client) {
    List<String> instruments = List.of("BANK_LOAN", "ANGEL", "BANK_LOAN");
    for (int i = 0; i < instruments.size(); i++) {
      String instrument = instruments.get(i);
      Rows.of("FinancingRecord")
          .row(
              "code",
              "RZ" + i,
              "enterprise",
              Map.of("uscc", FIRM),
              "instrument",
              instrument,
              "provider",
              "示例银行",
              "amount",
              "100万元",
              "state",
              "PAID_OUT")
          .save(client);
    }
    assertEquals(
        "[{\"keys\":[\"BANK_LOAN\"],\"sum\":{\"amount\":\"200\"}},{\"keys\":[\"ANGEL\"],\"sum\":{\"amount\":\"100\"}}]",
        client
            .query(
                """
                { financingRecordsAggregate(groupBy: [{instrument: VALUE}]) {
                    keys sum { amount(unit: WAN_YUAN) } } }
                """)
            .path("financingRecordsAggregate")
            .toString());
  }

  @Test
  @Tag("FIN-12")
  void A_voucher_is_redeemed_once_after_its_use_and_not_above_its_limits(GraphqlClient client) {
    Rows.of("VoucherScheme")
        .row(
            "code",
            "Q",
            "name",
            "示例办法",
            "divisionCode",
            "371300",
            "from",
            "2022-01-01",
            "faceCap",
            "20万元",
            "paidShare",
            "50")
        .save(client);
    Rows.of("VoucherProvider")
        .row(
            "code",
            "J",
            "name",
            "示例机构",
            "divisionCode",
            "371300",
            "listedOn",
            "2022-02-01",
            "removedOn",
            "2022-12-01")
        .save(client);
    Map<String, Object> voucher = voucher();
    voucher.put("faceValue", "20.01万元");
    assertEquals(List.of("FACE_ABOVE_CAP"), client.refusals("Voucher", voucher));
    voucher.put("faceValue", "20万元");
    assertEquals(List.of(), client.refusals("Voucher", voucher));

    assertEquals(
        List.of("NOT_USED"),
        patched(client, Map.of("redeemedOn", "2022-06-01", "redeemed", "1万元")));
    assertEquals(
        List.of("PROVIDER_NOT_LISTED"),
        patched(client, Map.of("usedOn", "2022-12-01", "provider", Map.of("code", "J"))));
    assertEquals(
        List.of(),
        patched(
            client,
            Map.of("usedOn", "2022-05-01", "provider", Map.of("code", "J"), "fee", "30万元")));
    assertEquals(
        List.of("SHARE_ABOVE_CAP"),
        patched(client, Map.of("redeemedOn", "2022-06-01", "redeemed", "15.01万元")));
    assertEquals(
        List.of(), patched(client, Map.of("redeemedOn", "2022-06-01", "redeemed", "15万元")));
    assertEquals(
        List.of("ALREADY_REDEEMED"),
        patched(client, Map.of("redeemedOn", "2022-07-01", "redeemed", "15万元")));
    assertEquals(
        "{\"issued\":\"ISSUED\",\"used\":\"USED\",\"redeemed\":\"REDEEMED\"}",
        client
            .query(
                """
                { voucher(number: "V1") { issued: state(asOf: "2022-04-30")
                    used: state(asOf: "2022-05-31") redeemed: state(asOf: "2022-06-01") } }
                """)
            .path("voucher")
            .toString());
  }

  @Test
  @Tag("FIN-13")
  @Tag("FIN-14")
  void Products_in_procurement_and_the_three_first_kinds_are_recorded(GraphqlClient client) {
    Rows.of("ProcurementItem")
        .row(
            "code",
            "C1",
            "enterprise",
            Map.of("uscc", FIRM),
            "name",
            "示例产品",
            "kind",
            "PRODUCT",
            "listedOn",
            "2022-01-01",
            "firstPurchasedOn",
            "2022-03-01")
        .save(client);
    for (String kind : List.of("EQUIPMENT", "MATERIAL", "SOFTWARE")) {
      Rows.of("FirstSet")
          .row(
              "code",
              kind,
              "enterprise",
              Map.of("uscc", FIRM),
              "name",
              "示例" + kind,
              "kind",
              kind,
              "recognisedOn",
              "2022-01-01",
              "units",
              2)
          .save(client);
    }
    JsonNode answer =
        client.query(
            """
            { procurementItems(where: {firstPurchasedOn: {isNull: false}}) { totalCount }
              firstSetsAggregate(groupBy: [{kind: VALUE}]) { keys sum { units } } }
            """);
    assertEquals(1, answer.at("/procurementItems/totalCount").asInt());
    assertEquals(3, answer.path("firstSetsAggregate").size());
  }

  @Test
  @Tag("FIN-15")
  void Firms_that_spent_on_research_and_claimed_nothing_are_named(GraphqlClient client) {
    Rows.of("YearlyReturn")
        .row("enterprise", Map.of("uscc", FIRM), "year", 2020, "rdExpenditure", "5")
        .row("enterprise", Map.of("uscc", OTHER), "year", 2020, "rdExpenditure", "5")
        .save(client);
    Map<String, Object> claim = claim("G1", "加计扣除", 2020, null, "1万元");
    claim.put("kind", "SUPER_DEDUCTION");
    assertEquals(List.of(), client.refusals("BenefitClaim", claim));
    assertEquals(
        List.of("示例乙有限公司"),
        client
            .query(
                """
                { enterprises(where: {returns: {some: {year: {eq: 2020}, rdExpenditure: {gt: "0"}}}
                    benefitClaims: {none: {year: {eq: 2020}, kind: {eq: SUPER_DEDUCTION}}}}) {
                    nodes { name } } }
                """)
            .findValuesAsText("name"));
  }

  @Test
  @Tag("FIN-16")
  void A_case_is_granted_on_at_least_one_of_its_grounds(GraphqlClient client) {
    Map<String, Object> file =
        new HashMap<>(
            Map.of(
                "code",
                "F1",
                "title",
                "示例项目",
                "divisionCode",
                COUNTY,
                "openedOn",
                "2022-09-01",
                "decision",
                "GRANTED",
                "decidedOn",
                "2022-10-01"));
    assertEquals(List.of("GROUNDS_MISSING"), client.refusals("SupportFile", file));
    file.put("grounds", List.of());
    assertEquals(List.of("GROUNDS_MISSING"), client.refusals("SupportFile", file));
    List<String> grounds = List.of("BOTTLENECK", "MAJOR_PROGRESS", "CHAIN", "GREAT_BENEFIT");
    for (String ground : grounds) {
      file.put("code", "F-" + ground);
      file.put("grounds", List.of(ground));
      assertEquals(List.of(), client.refusals("SupportFile", file), ground + " alone is enough");
    }
    for (String ground : grounds) {
      assertEquals(
          List.of("F-" + ground),
          client
              .query(
                  "{ supportFiles(where: {decision: {eq: GRANTED}, grounds: {has: "
                      + ground
                      + "}}) { nodes { code } } }")
              .findValuesAsText("code"));
    }
  }

  @Test
  @Tag("FIN-16")
  void A_case_is_declined_without_a_ground_but_never_without_a_day(GraphqlClient client) {
    Map<String, Object> file =
        new HashMap<>(
            Map.of(
                "code",
                "F9",
                "title",
                "示例项目",
                "divisionCode",
                COUNTY,
                "openedOn",
                "2022-09-01",
                "decision",
                "DECLINED"));
    assertEquals(List.of("DECISION_INCOMPLETE"), client.refusals("SupportFile", file));
    file.put("decidedOn", "2022-10-01");
    assertEquals(List.of(), client.refusals("SupportFile", file));
  }

  @Test
  @Tag("FIN-17")
  void An_audit_names_the_fund_and_a_support_of_it(GraphqlClient client) {
    fund(client, "Z3", "100万元", "GRANT");
    fund(client, "Z4", "100万元", "GRANT");
    Rows.of("FundSupport")
        .row(
            "code",
            "B9",
            "fund",
            Map.of("code", "Z3"),
            "enterprise",
            Map.of("uscc", FIRM),
            "amount",
            "1万元",
            "state",
            "RECEIVED")
        .save(client);
    Map<String, Object> audit =
        new HashMap<>(
            Map.of(
                "code",
                "J1",
                "fund",
                Map.of("code", "Z4"),
                "support",
                Map.of("code", "B9"),
                "kind",
                "AUDIT",
                "auditedOn",
                "2023-01-01",
                "auditor",
                "示例审计局"));
    assertEquals(List.of("SUPPORT_OF_ANOTHER_FUND"), client.refusals("FundAudit", audit));
    audit.put("fund", Map.of("code", "Z3"));
    assertEquals(List.of(), client.refusals("FundAudit", audit));
  }

  private static Map<String, Object> claim(
      String code,
      String benefit,
      int year,
      @org.jspecify.annotations.Nullable String subject,
      @org.jspecify.annotations.Nullable String amount) {
    Map<String, Object> row = new HashMap<>();
    row.putAll(
        Map.of(
            "code",
            code,
            "enterprise",
            Map.of("uscc", FIRM),
            "benefit",
            benefit,
            "kind",
            "AWARD",
            "year",
            year,
            "state",
            "APPLIED"));
    row.put("subject", subject);
    row.put("amount", amount);
    return row;
  }

  private static Map<String, Object> voucher() {
    return new HashMap<>(
        Map.of(
            "number",
            "V1",
            "scheme",
            Map.of("code", "Q"),
            "holder",
            Map.of("uscc", FIRM),
            "issuedOn",
            "2022-03-01",
            "expiresOn",
            "2023-03-01"));
  }

  private static void fund(GraphqlClient client, String code, String amount, String management) {
    Rows.of("SpecialFund")
        .row(
            "code",
            code,
            "name",
            "示例专项",
            "divisionCode",
            "371300",
            "year",
            2022,
            "purpose",
            code.compareTo("Z3") < 0 ? "INDUSTRY_DEVELOPMENT" : "OTHER",
            "amount",
            code.compareTo("Z3") < 0 ? amount : null,
            "management",
            management)
        .save(client);
  }

  private static void investment(
      GraphqlClient client,
      String code,
      String kind,
      @org.jspecify.annotations.Nullable String parent,
      String day) {
    Rows.of("InvestmentFund")
        .row(
            "code",
            code,
            "name",
            "示例基金",
            "kind",
            kind,
            "parent",
            parent == null ? null : Map.of("code", parent),
            "divisionCode",
            "371300",
            "setUpOn",
            day)
        .save(client);
  }

  private static List<String> patched(GraphqlClient client, Map<String, ?> patch) {
    return client
        .query(
            """
            mutation($patch: VoucherPatch!) {
              voucherUpdate(key: {number: "V1"}, input: $patch) { userErrors { code } } }
            """,
            Map.of("patch", patch))
        .findValuesAsText("code");
  }
}
