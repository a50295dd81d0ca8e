package org.wuyou.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

@WuyouServer(plugins = {"plugins/registry", "plugins/ip"})
@DisplayName("IP rights, contracts and results")
class IpTest {
  private static final TwoFirms FIRMS = new TwoFirms("211103");
  private static final String CITY = FIRMS.division();
  private static final String FIRM = FIRMS.one();
  private static final String OTHER = FIRMS.other();

  @BeforeAll
  static void register(GraphqlClient client) {
    FIRMS.register(client, "techEnterprise", true);
  }

  @Test
  void The_module_adds_the_golden_schema() throws Exception {
    AddedSchema.check("ip");
  }

  @Test
  @Tag("IP-01")
  void A_right_is_pending_in_force_and_lapsed_and_firms_without_one_are_named(
      GraphqlClient client) {
    Rows.of("IpRight")
        .row(
            "number",
            "ZL1",
            "kind",
            "INVENTION",
            "title",
            "示例发明",
            "owner",
            Map.of("uscc", FIRM),
            "filedOn",
            "2016-02-01",
            "grantedOn",
            "2017-03-01",
            "lapsedOn",
            "2019-03-01")
        .save(client);
    JsonNode right =
        client
            .query(
                """
                { ipRight(number: "ZL1") { divisionCode
                    before: status(asOf: "2017-02-28") granted: status(asOf: "2017-03-01")
                    last: status(asOf: "2019-02-28") lapsed: status(asOf: "2019-03-01") } }
                """)
            .path("ipRight");
    assertEquals(
        "{\"divisionCode\":\"211103\",\"before\":\"PENDING\",\"granted\":\"IN_FORCE\",\"last\":\"IN_FORCE\",\"lapsed\":\"LAPSED\"}",
        right.toString());
    assertEquals(
        List.of("示例乙有限公司"),
        client
            .query(
                """
                { enterprises(where: {techEnterprise: {eq: true}
                    ipRights: {none: {grantedOn: {le: "2017-12-31"}}}}) { nodes { name } } }
                """)
            .findValuesAsText("name"));
  }

  @Test
  @Tag("IP-01")
  void A_right_granted_before_it_was_filed_is_refused(GraphqlClient client) {
    assertEquals(
        List.of("DATE_ORDER"),
        client.refusals(
            "IpRight",
            Map.of(
                "number",
                "ZL2",
                "kind",
                "DESIGN",
                "title",
                "示例",
                "owner",
                Map.of("uscc", FIRM),
                "filedOn",
                "2018-02-01",
                "grantedOn",
                "2018-01-31")));
  }

  @Test
  @Tag("IP-02")
  void Standards_are_counted_by_level_and_part(GraphqlClient client) {
    for (String level : List.of("INTERNATIONAL", "NATIONAL", "INDUSTRY", "LOCAL", "GROUP")) {
      for (String role : List.of("HOST", "PARTICIPATE")) {
        Rows.of("StandardContribution")
            .row(
                "number",
                level,
                "participant",
                role,
                "title",
                "示例标准",
                "level",
                level,
                "role",
                role,
                "enterprise",
                Map.of("uscc", FIRM))
            .save(client);
      }
    }
    assertEquals(
        10,
        client
            .query(
                "{ standardContributionsAggregate(groupBy: [{level: VALUE}, {role: VALUE}]) { count } }")
            .path("standardContributionsAggregate")
            .size());
  }

  @Test
  @Tag("IP-03")
  void Navigation_is_listed_by_industry(GraphqlClient client) {
    navigation("D1", "NAVIGATION", "精细化工", FIRM, "2023-01-01").save(client);
    navigation("D2", "ANALYSIS", "精细化工", OTHER, "2022-05-01").save(client);
    navigation("D3", "CULTIVATION", "装备制造", OTHER, "2023-03-01").save(client);
    JsonNode answer =
        client.query(
            """
            { byIndustry: patentNavigationsAggregate(groupBy: [{field: VALUE}],
                  orderBy: [{count: DESC}]) { keys count }
              chemistry: patentNavigations(where: {field: {eq: "精细化工"}},
                  orderBy: [{startedOn: ASC}]) { nodes { code form } }
              mine: patentNavigations(where: {enterprise: {uscc: {eq: "%s"}}}) { nodes { code } } }
            """
                .formatted(FIRM));
    assertEquals(
        "[{\"keys\":[\"精细化工\"],\"count\":2},{\"keys\":[\"装备制造\"],\"count\":1}]",
        answer.path("byIndustry").toString());
    assertEquals(
        "[{\"code\":\"D2\",\"form\":\"ANALYSIS\"},{\"code\":\"D1\",\"form\":\"NAVIGATION\"}]",
        answer.at("/chemistry/nodes").toString());
    assertEquals(List.of("D1"), answer.at("/mine/nodes").findValuesAsText("code"));
  }

  private static Rows navigation(
      String code, String form, String field, String uscc, String startedOn) {
    return Rows.of("PatentNavigation")
        .row(
            "code",
            code,
            "name",
            "示例导航" + code,
            "form",
            form,
            "kind",
            "BUSINESS_MODEL",
            "field",
            field,
            "enterprise",
            Map.of("uscc", uscc),
            "divisionCode",
            CITY,
            "startedOn",
            startedOn);
  }

  @Test
  @Tag("IP-03")
  void High_value_patents_are_listed_by_mark(GraphqlClient client) {
    right("ZL3", true).save(client);
    right("ZL4", false).save(client);
    assertEquals(
        List.of("ZL3"),
        client
            .query("{ ipRights(where: {highValue: {eq: true}}) { nodes { number } } }")
            .findValuesAsText("number"));
  }

  private static Rows right(String number, boolean highValue) {
    return Rows.of("IpRight")
        .row(
            "number",
            number,
            "kind",
            "INVENTION",
            "title",
            "示例" + number,
            "owner",
            Map.of("uscc", OTHER),
            "filedOn",
            "2020-02-01",
            "highValue",
            highValue);
  }

  @Test
  @Tag("IP-04")
  void Prizes_and_patents_of_high_benefit_are_told_apart(GraphqlClient client) {
    Rows.of("PatentPrize")
        .row(
            "code",
            "P1",
            "enterprise",
            Map.of("uscc", FIRM),
            "kind",
            "PRIZE",
            "name",
            "示例专利奖",
            "level",
            "NATIONAL",
            "awardedOn",
            "2021-06-01")
        .row(
            "code",
            "P2",
            "enterprise",
            Map.of("uscc", FIRM),
            "kind",
            "HIGH_BENEFIT",
            "name",
            "示例项目",
            "level",
            "MUNICIPAL",
            "benefit",
            "1.2亿元",
            "awardedOn",
            "2021-06-01")
        .save(client);
    assertEquals(
        "120000000",
        client
            .query("{ patentPrizes(where: {kind: {eq: HIGH_BENEFIT}}) { nodes { benefit } } }")
            .at("/patentPrizes/nodes/0/benefit")
            .asText());
  }

  @Test
  @Tag("IP-05")
  void A_loan_of_exactly_the_cap_is_taken_and_one_above_it_refused(GraphqlClient client) {
    Rows.of("PledgeFund")
        .row(
            "code",
            "J1",
            "name",
            "示例基金",
            "divisionCode",
            "211100",
            "setUpOn",
            "2017-06-01",
            "loanCap",
            "600万元",
            "microLoanCap",
            "200万元",
            "yearlyCap",
            "800万元",
            "longestTermMonths",
            12)
        .save(client);
    assertEquals(List.of("LOAN_ABOVE_CAP"), client.refusals("PledgeLoan", loan("L0", "600.01万元")));
    assertEquals(List.of(), client.refusals("PledgeLoan", loan("L1", "600万元")));
    assertEquals(List.of("YEAR_ABOVE_CAP"), client.refusals("PledgeLoan", loan("L2", "200.01万元")));
    assertEquals(List.of(), client.refusals("PledgeLoan", loan("L3", "200万元")));
    Map<String, Object> micro = loan("L4", "200.01万元");
    micro.put("micro", true);
    micro.put("grantedOn", "2019-01-10");
    micro.put("dueOn", "2020-01-11");
    assertEquals(List.of("LOAN_ABOVE_CAP", "TERM_TOO_LONG"), client.refusals("PledgeLoan", micro));
  }

  @Test
  @Tag("IP-05")
  void A_loss_is_compensated_by_share_and_rate_and_not_before_the_rate_is_set(
      GraphqlClient client) {
    Rows.of("PledgeFund")
        .row("code", "J2", "name", "示例基金二", "divisionCode", "211100", "setUpOn", "2017-06-01")
        .save(client);
    Rows.of("PledgeLoan")
        .row(
            "number",
            "D1",
            "enterprise",
            Map.of("uscc", OTHER),
            "fund",
            Map.of("code", "J2"),
            "lender",
            "示例银行",
            "amount",
            "100万元",
            "grantedOn",
            "2018-01-01",
            "dueOn",
            "2018-12-31",
            "state",
            "DEFAULTED",
            "lostPrincipal",
            "80万元",
            "securedShare",
            "50")
        .save(client);
    String asked = "{ pledgeLoan(number: \"D1\") { compensation { amount result } } }";
    assertEquals(
        "{\"amount\":null,\"result\":\"AMOUNT_NOT_SET\"}",
        client.query(asked).at("/pledgeLoan/compensation").toString());
    Rows.of("PledgeFund")
        .row(
            "code",
            "J2",
            "name",
            "示例基金二",
            "divisionCode",
            "211100",
            "setUpOn",
            "2017-06-01",
            "compensationRate",
            "40")
        .save(client);
    assertEquals(
        "{\"amount\":\"160000\",\"result\":\"KNOWN\"}",
        client.query(asked).at("/pledgeLoan/compensation").toString());
  }

  @Test
  @Tag("IP-06")
  void An_oral_contract_is_refused_and_a_registered_one_has_its_certificate(GraphqlClient client) {
    Map<String, Object> oral = contract("H1", "2018-05-01", null);
    oral.put("form", "ORAL");
    assertEquals(List.of("REFUSED_ORAL"), client.refusals("TechnicalContract", oral));
    Map<String, Object> registered = contract("H2", "2018-05-01", "2018-05-31");
    registered.put("certificateNumber", null);
    assertEquals(List.of("CERTIFICATE_MISMATCH"), client.refusals("TechnicalContract", registered));
    registered.put("certificateNumber", "Z2");
    registered.put("technicalAmount", "11万元");
    assertEquals(
        List.of("TECHNICAL_ABOVE_TOTAL"), client.refusals("TechnicalContract", registered));
  }

  @Test
  @Tag("IP-06")
  void The_thirtieth_day_after_acceptance_is_in_time_and_the_next_is_late(GraphqlClient client) {
    assertEquals(
        List.of(),
        client.refusals("TechnicalContract", contract("T1", "2018-05-01", "2018-05-31")));
    assertEquals(
        List.of(),
        client.refusals("TechnicalContract", contract("T2", "2018-05-01", "2018-06-01")));
    assertEquals(
        List.of(), client.refusals("TechnicalContract", contract("T3", "2018-05-01", null)));
    JsonNode answer =
        client.query(
            """
            { inTime: technicalContract(code: "T1") { decisionDueOn timeliness }
              late: technicalContract(code: "T2") { timeliness }
              open: technicalContract(code: "T3") { pending: timeliness(asOf: "2018-05-31") overdue: timeliness(asOf: "2018-06-01") } }
            """);
    assertEquals(
        "{\"inTime\":{\"decisionDueOn\":\"2018-05-31\",\"timeliness\":\"IN_TIME\"},\"late\":{\"timeliness\":\"LATE\"},\"open\":{\"pending\":\"PENDING\",\"overdue\":\"OVERDUE\"}}",
        answer.toString());
  }

  @Test
  @Tag("IP-06")
  void A_demand_is_matched_with_an_offer(GraphqlClient client) {
    Rows.of("TechnologyListing")
        .row(
            "code",
            "G1",
            "side",
            "SUPPLY",
            "title",
            "示例成果",
            "holder",
            "示例大学",
            "divisionCode",
            CITY,
            "listedOn",
            "2018-01-01")
        .save(client);
    Rows.of("TechnologyListing")
        .row(
            "code",
            "X1",
            "side",
            "DEMAND",
            "title",
            "示例需求",
            "holder",
            "示例甲",
            "enterprise",
            Map.of("uscc", FIRM),
            "divisionCode",
            CITY,
            "listedOn",
            "2018-02-01",
            "match",
            Map.of("code", "G1"))
        .save(client);
    assertEquals(
        "示例成果",
        client
            .query("{ technologyListing(code: \"X1\") { match { title } } }")
            .at("/technologyListing/match/title")
            .asText());
  }

  @Test
  @Tag("IP-07")
  @Tag("IP-08")
  void Stations_cases_certificates_pilots_and_strong_enterprises_are_counted(GraphqlClient client) {
    Rows.of("IpService")
        .row(
            "code",
            "S1",
            "name",
            "示例工作站",
            "kind",
            "STATION",
            "divisionCode",
            CITY,
            "establishedOn",
            "2018-04-26")
        .save(client);
    Rows.of("ProtectionCase")
        .row(
            "code",
            "C1",
            "kind",
            "ASSISTANCE",
            "divisionCode",
            CITY,
            "station",
            Map.of("code", "S1"),
            "openedOn",
            "2018-05-01")
        .save(client);
    for (String kind : List.of("MANAGEMENT_STANDARD", "UTILISATION_PILOT", "IP_STRONG")) {
      Rows.of("IpQualification")
          .row("enterprise", Map.of("uscc", FIRM), "kind", kind, "grantedOn", "2018-08-08")
          .save(client);
    }
    JsonNode answer =
        client.query(
            """
            { ipService(code: "S1") { casesAggregate { count } }
              ipQualificationsAggregate(groupBy: [{kind: VALUE}]) { keys count } }
            """);
    assertEquals(1, answer.at("/ipService/casesAggregate/0/count").asInt());
    assertEquals(3, answer.path("ipQualificationsAggregate").size());
  }

  @Test
  @Tag("IP-09")
  void A_result_leads_to_its_transfer_and_the_sales(GraphqlClient client) {
    Rows.of("ResearchResult")
        .row(
            "code",
            "R1",
            "name",
            "示例成果",
            "owner",
            Map.of("uscc", FIRM),
            "completedOn",
            "2018-01-01")
        .save(client);
    Rows.of("ResultTransfer")
        .row(
            "code",
            "Z1",
            "result",
            Map.of("code", "R1"),
            "receiver",
            Map.of("uscc", OTHER),
            "mode",
            "LICENCE",
            "transferredOn",
            "2018-06-01",
            "sales",
            "300万元")
        .row(
            "code",
            "Z2",
            "result",
            Map.of("code", "R1"),
            "mode",
            "OWN_USE",
            "transferredOn",
            "2018-07-01",
            "sales",
            "50万元")
        .save(client);
    assertEquals(
        "350",
        client
            .query(
                "{ researchResult(code: \"R1\") { transfersAggregate { sum { sales(unit: WAN_YUAN) } } } }")
            .at("/researchResult/transfersAggregate/0/sum/sales")
            .asText());
  }

  private static Map<String, Object> loan(String number, String amount) {
    return new HashMap<>(
        Map.of(
            "number",
            number,
            "enterprise",
            Map.of("uscc", FIRM),
            "fund",
            Map.of("code", "J1"),
            "lender",
            "示例银行",
            "amount",
            amount,
            "grantedOn",
            "2018-01-10",
            "dueOn",
            "2019-01-10",
            "state",
            "RUNNING"));
  }

  private static Map<String, Object> contract(
      String code, String accepted, @org.jspecify.annotations.Nullable String decided) {
    Map<String, Object> row =
        new HashMap<>(
            Map.of(
                "code",
                code,
                "title",
                "示例合同",
                "kind",
                "DEVELOPMENT",
                "form",
                "WRITTEN",
                "sellerName",
                "示例甲",
                "buyerName",
                "示例乙",
                "divisionCode",
                CITY,
                "amount",
                "10万元",
                "acceptedOn",
                accepted));
    if (decided != null) {
      row.putAll(
          Map.of("decidedOn", decided, "decision", "REGISTERED", "certificateNumber", "证" + code));
    }
    return row;
  }
}
