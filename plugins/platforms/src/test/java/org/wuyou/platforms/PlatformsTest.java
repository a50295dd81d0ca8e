package org.wuyou.platforms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
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

@WuyouServer(plugins = {"plugins/registry", "plugins/platforms"})
@DisplayName("Platforms")
class PlatformsTest {
  private static final TwoFirms FIRMS = new TwoFirms("371302");
  private static final String CITY = FIRMS.division();
  private static final String FIRM = FIRMS.one();
  private static final String OTHER = FIRMS.other();

  @BeforeAll
  static void register(GraphqlClient client) {
    FIRMS.register(client, "industryCode", "3311");
    Rows.of("Enterprise").row("uscc", OTHER, "industryCode", "2710").save(client);
  }

  @Test
  void The_module_adds_the_golden_schema() throws Exception {
    AddedSchema.check("platforms");
  }

  @Test
  @Tag("PLT-01")
  void Platforms_are_counted_by_kind_and_level_and_take_the_division_of_their_owner(
      GraphqlClient client) {
    for (int i = 1; i <= 3; i++) {
      Rows.of("Platform")
          .row(
              "code",
              "ETC" + i,
              "name",
              "示例中心" + i,
              "kind",
              "ENTERPRISE_TECHNOLOGY_CENTRE",
              "owner",
              Map.of("uscc", FIRM))
          .save(client);
      recognise(client, "ETC" + i, i == 3 ? "MUNICIPAL" : "PROVINCIAL", "2022-0" + i + "-01");
    }
    recognise(client, "ETC1", "NATIONAL", "2023-06-01");
    JsonNode groups =
        client.query(
            """
            { platformRecognitionsAggregate(
                where: {platform: {kind: {eq: ENTERPRISE_TECHNOLOGY_CENTRE}, divisionCode: {within: "371300"}}}
                groupBy: [{level: VALUE}]) { keys count } }
            """);
    assertEquals(
        "[{\"keys\":[\"NATIONAL\"],\"count\":1},{\"keys\":[\"PROVINCIAL\"],\"count\":2},{\"keys\":[\"MUNICIPAL\"],\"count\":1}]",
        groups.path("platformRecognitionsAggregate").toString());
    assertEquals(
        "{\"before\":\"PROVINCIAL\",\"after\":\"NATIONAL\"}",
        client
            .query(
                """
                { platform(code: "ETC1") {
                    before: levelOn(asOf: "2023-05-31") after: levelOn(asOf: "2023-06-01") } }
                """)
            .path("platform")
            .toString());
  }

  @Test
  @Tag("PLT-01")
  void A_platform_of_no_region_is_refused(GraphqlClient client) {
    assertEquals(
        "DIVISION_MISSING",
        refusal(
            client,
            "platformCreate",
            "PlatformCreate",
            Map.of("code", "X1", "name", "示例", "kind", "INCUBATOR")));
  }

  @Test
  @Tag("PLT-02")
  void A_joint_platform_has_an_enterprise_and_a_university(GraphqlClient client) {
    platform(client, "JOINT", "NEW_RD_INSTITUTION");
    platform(client, "ALONE", "NEW_RD_INSTITUTION");
    Rows.of("PlatformPartner")
        .row(
            "platform",
            Map.of("code", "JOINT"),
            "name",
            "示例甲",
            "kind",
            "ENTERPRISE",
            "enterprise",
            Map.of("uscc", FIRM))
        .row("platform", Map.of("code", "JOINT"), "name", "示例大学", "kind", "UNIVERSITY")
        .row("platform", Map.of("code", "ALONE"), "name", "示例乙", "kind", "ENTERPRISE")
        .save(client);
    assertEquals(
        List.of("JOINT"),
        client
            .query(
                """
                { platforms(where: {kind: {eq: NEW_RD_INSTITUTION}
                    and: [{partners: {some: {kind: {eq: ENTERPRISE}}}},
                          {partners: {some: {kind: {in: [UNIVERSITY, INSTITUTE]}}}}]}) { nodes { code } } }
                """)
            .findValuesAsText("code"));
  }

  @Test
  @Tag("PLT-03")
  @Tag("PLT-04")
  void Fields_without_an_alliance_or_a_legal_person_institute_are_named(GraphqlClient client) {
    for (int i = 1; i <= 14; i++) {
      Rows.of("IndustryField")
          .row("code", "C" + i, "name", "集群" + i, "divisionCode", "140000", "kind", "CLUSTER")
          .save(client);
    }
    for (int i = 1; i <= 20; i++) {
      Rows.of("Alliance")
          .row(
              "code",
              "A" + i,
              "name",
              "联盟" + i,
              "kind",
              "INDUSTRY",
              "divisionCode",
              "140000",
              "field",
              Map.of("code", "C" + (i % 13 + 1)),
              "foundedOn",
              "2020-05-01")
          .save(client);
    }
    Rows.of("Platform")
        .row(
            "code",
            "INST",
            "name",
            "示例研究院",
            "kind",
            "INDUSTRY_INSTITUTE",
            "divisionCode",
            "140000",
            "legalPerson",
            true,
            "field",
            Map.of("code", "C1"))
        .row(
            "code",
            "PART",
            "name",
            "示例研究院二",
            "kind",
            "INDUSTRY_INSTITUTE",
            "divisionCode",
            "140000",
            "legalPerson",
            false,
            "field",
            Map.of("code", "C2"))
        .save(client);
    assertEquals(
        List.of("集群14"),
        client
            .query(
                """
                { industryFields(where: {divisionCode: {within: "140000"}
                    alliances: {none: {dissolvedOn: {isNull: true}}}}) { nodes { name } } }
                """)
            .findValuesAsText("name"));
    assertEquals(
        13,
        client
            .query(
                """
                { industryFields(where: {divisionCode: {within: "140000"}
                    platforms: {none: {kind: {eq: INDUSTRY_INSTITUTE} legalPerson: {eq: true}}}}) {
                    totalCount } }
                """)
            .at("/industryFields/totalCount")
            .asInt());
  }

  @Test
  @Tag("PLT-03")
  void An_alliance_has_its_four_roles_a_committee_and_members_to_look_after(GraphqlClient client) {
    Rows.of("Alliance")
        .row(
            "code",
            "LM",
            "name",
            "示例联盟",
            "kind",
            "INDUSTRY",
            "divisionCode",
            CITY,
            "foundedOn",
            "2022-01-01",
            "expertCommittee",
            true)
        .save(client);
    Rows.of("AllianceMember")
        .row(
            "alliance",
            Map.of("code", "LM"),
            "name",
            "甲",
            "role",
            "LEADER",
            "enterprise",
            Map.of("uscc", FIRM))
        .row(
            "alliance",
            Map.of("code", "LM"),
            "name",
            "乙",
            "role",
            "SUPPORTING",
            "enterprise",
            Map.of("uscc", OTHER))
        .row("alliance", Map.of("code", "LM"), "name", "所", "role", "RESEARCH")
        .save(client);
    Rows.of("YearlyReturn")
        .row("enterprise", Map.of("uscc", FIRM), "year", 2022, "rdExpenditure", "100")
        .row("enterprise", Map.of("uscc", OTHER), "year", 2022, "rdExpenditure", "0")
        .save(client);
    String asked =
        """
        { alliance(code: "LM") { composition { complete missing
            membersWithoutInnovation(year: 2022) { name } } } }
        """;
    assertEquals(
        "{\"complete\":false,\"missing\":[\"RESOURCE\"],\"membersWithoutInnovation\":[{\"name\":\"示例乙有限公司\"}]}",
        client.query(asked).at("/alliance/composition").toString());
    Rows.of("AllianceMember")
        .row("alliance", Map.of("code", "LM"), "name", "园", "role", "RESOURCE")
        .save(client);
    assertEquals(true, client.query(asked).at("/alliance/composition/complete").asBoolean());
  }

  @Test
  @Tag("PLT-05")
  void A_named_item_is_done_on_a_day(GraphqlClient client) {
    Map<String, Object> item =
        Map.of(
            "code",
            "T1",
            "name",
            "示例事项",
            "divisionCode",
            CITY,
            "kind",
            "CENTRE_BID",
            "status",
            "DONE");
    assertEquals(
        "DONE_WITHOUT_DAY", refusal(client, "trackedItemCreate", "TrackedItemCreate", item));
    Rows.of("TrackedItem")
        .row(
            "code",
            "T1",
            "name",
            "示例事项",
            "divisionCode",
            CITY,
            "kind",
            "CENTRE_BID",
            "status",
            "DONE",
            "doneOn",
            "2023-01-01",
            "clause",
            "LY-3b")
        .save(client);
    assertEquals(
        1,
        client
            .query(
                "{ trackedItems(where: {clause: {eq: \"LY-3b\"}, status: {eq: DONE}}) { totalCount } }")
            .at("/trackedItems/totalCount")
            .asInt());
  }

  @Test
  @Tag("PLT-06")
  void An_overlapping_booking_is_refused_and_the_rate_of_use_is_told(GraphqlClient client) {
    Rows.of("Instrument")
        .row(
            "code",
            "SEM",
            "name",
            "示例电镜",
            "kind",
            "INSTRUMENT",
            "owner",
            Map.of("uscc", FIRM),
            "open",
            true,
            "availableHours",
            "1000")
        .save(client);
    book(client, "B1", "2023-03-01T01:00:00Z", "2023-03-01T05:00:00Z", "4");
    book(client, "B2", "2023-03-01T05:00:00Z", "2023-03-01T06:00:00Z", "1");
    Map<String, Object> clash =
        Map.of(
            "code",
            "B3",
            "instrument",
            Map.of("code", "SEM"),
            "startsAt",
            "2023-03-01T04:59:00Z",
            "endsAt",
            "2023-03-01T05:01:00Z");
    assertEquals(
        "BOOKING_OVERLAP",
        refusal(client, "instrumentBookingCreate", "InstrumentBookingCreate", clash));
    assertEquals(
        "{\"bookings\":2,\"users\":1,\"usedHours\":\"5\",\"rate\":\"0.5\"}",
        client
            .query(
                "{ instrument(code: \"SEM\") { usage(year: 2023) { bookings users usedHours rate } } }")
            .at("/instrument/usage")
            .toString());
  }

  @Test
  @Tag("PLT-07")
  void A_zone_that_no_public_platform_serves_is_named(GraphqlClient client) {
    for (String zone : List.of("Z1", "Z2", "Z3")) {
      Rows.of("DevelopmentZone")
          .row(
              "code",
              zone,
              "name",
              "示例" + zone,
              "division",
              Map.of("code", CITY),
              "rank",
              "PROVINCIAL")
          .save(client);
    }
    platform(client, "GG", "PUBLIC_SERVICE");
    for (String zone : List.of("Z1", "Z2")) {
      Rows.of("PlatformCoverage")
          .row(
              "code",
              "F" + zone,
              "platform",
              Map.of("code", "GG"),
              "zone",
              Map.of("code", zone),
              "since",
              "2020-01-01")
          .save(client);
    }
    assertEquals(
        List.of("示例Z3"),
        client
            .query(
                """
                { developmentZones(where: {rank: {in: [NATIONAL, PROVINCIAL]}
                    platformCoverage: {none: {platform: {kind: {eq: PUBLIC_SERVICE}}}}}) { nodes { name } } }
                """)
            .findValuesAsText("name"));
    assertEquals(
        "AREA_NOT_ONE",
        refusal(
            client,
            "platformCoverageCreate",
            "PlatformCoverageCreate",
            Map.of("code", "F0", "platform", Map.of("code", "GG"), "since", "2020-01-01")));
  }

  @Test
  @Tag("PLT-08")
  @Tag("PLT-09")
  void Carriers_and_design_centres_are_listed_with_level_and_date(GraphqlClient client) {
    platform(client, "FHQ", "INCUBATOR");
    platform(client, "SJ", "DESIGN_CENTRE");
    recognise(client, "FHQ", "NATIONAL", "2022-12-01");
    recognise(client, "SJ", "PROVINCIAL", "2022-12-01");
    assertEquals(
        List.of("FHQ", "SJ"),
        client
            .query(
                """
                { platformRecognitions(where: {recognisedOn: {ge: "2022-08-15"}
                    platform: {kind: {in: [INCUBATOR, MAKER_SPACE, DESIGN_CENTRE]}}}
                    orderBy: [{platform: {code: ASC}}]) { nodes { platform { code } } } }
                """)
            .findValuesAsText("code"));
  }

  @Test
  @Tag("PLT-10")
  void Institutions_abroad_are_counted_by_owner_and_country(GraphqlClient client) {
    Rows.of("Platform")
        .row(
            "code",
            "HW",
            "name",
            "示例海外机构",
            "kind",
            "OVERSEAS_RD",
            "owner",
            Map.of("uscc", FIRM),
            "country",
            "FI",
            "origin",
            "ACQUIRED")
        .save(client);
    Rows.of("Cooperation")
        .row(
            "code",
            "XS1",
            "enterprise",
            Map.of("uscc", FIRM),
            "kind",
            "ACADEMIC_ACTIVITY",
            "partner",
            "示例学会",
            "country",
            "IL",
            "startedOn",
            "2023-05-01")
        .row(
            "code",
            "XS2",
            "enterprise",
            Map.of("uscc", FIRM),
            "kind",
            "ACADEMIC_ACTIVITY",
            "partner",
            "示例学会",
            "country",
            "US",
            "startedOn",
            "2023-06-01")
        .save(client);
    JsonNode answer =
        client.query(
            """
            { platforms(where: {country: {isNull: false}}) { nodes { country owner { name } } }
              cooperationsAggregate(where: {kind: {eq: ACADEMIC_ACTIVITY}}) {
                countDistinct { enterprise } } }
            """);
    assertEquals("FI", answer.at("/platforms/nodes/0/country").asText());
    assertEquals(1, answer.at("/cooperationsAggregate/0/countDistinct/enterprise").asInt());
  }

  @Test
  @Tag("PLT-11")
  void Institutions_built_through_coaching_are_told(GraphqlClient client) {
    platform(client, "FD", "PUBLIC_SERVICE");
    Rows.of("RdInstitution")
        .row("code", "RD1", "name", "示例研发部", "enterprise", Map.of("uscc", OTHER))
        .save(client);
    Rows.of("Guidance")
        .row(
            "code",
            "G1",
            "enterprise",
            Map.of("uscc", OTHER),
            "kind",
            "COACHING",
            "platform",
            Map.of("code", "FD"),
            "givenOn",
            "2023-01-01",
            "institution",
            Map.of("code", "RD1"))
        .row(
            "code",
            "G2",
            "enterprise",
            Map.of("uscc", FIRM),
            "kind",
            "COACHING",
            "platform",
            Map.of("code", "FD"),
            "givenOn",
            "2023-01-01")
        .save(client);
    assertEquals(
        List.of("示例研发部"),
        client
            .query(
                """
                { platform(code: "FD") { guidance(where: {institutionIsNull: false}) {
                    nodes { institution { name } } } } }
                """)
            .findValuesAsText("name"));
  }

  @Test
  @Tag("PLT-12")
  void An_evaluation_shows_the_projects_of_the_year(GraphqlClient client) {
    Rows.of("Platform")
        .row("code", "PJ", "name", "示例平台", "kind", "KEY_LABORATORY", "owner", Map.of("uscc", FIRM))
        .save(client);
    Rows.of("RdProject")
        .row(
            "code",
            "Y1",
            "name",
            "在研",
            "enterprise",
            Map.of("uscc", FIRM),
            "startedOn",
            "2022-01-01")
        .row(
            "code",
            "Y2",
            "name",
            "已完",
            "enterprise",
            Map.of("uscc", FIRM),
            "startedOn",
            "2020-01-01",
            "endedOn",
            "2021-12-31")
        .save(client);
    Rows.of("PlatformEvaluation")
        .row("platform", Map.of("code", "PJ"), "year", 2022, "score", "88")
        .save(client);
    assertEquals(
        List.of("在研"),
        client
            .query(
                "{ platformEvaluations(where: {platform: {code: {eq: \"PJ\"}}}) { nodes { projects { name } } } }")
            .findValuesAsText("name"));
  }

  private static void platform(GraphqlClient client, String code, String kind) {
    Rows.of("Platform")
        .row("code", code, "name", "示例" + code, "kind", kind, "divisionCode", CITY)
        .save(client);
  }

  private static void recognise(GraphqlClient client, String platform, String level, String day) {
    Rows.of("PlatformRecognition")
        .row("platform", Map.of("code", platform), "level", level, "recognisedOn", day)
        .save(client);
  }

  private static void book(GraphqlClient client, String code, String from, String to, String used) {
    Rows.of("InstrumentBooking")
        .row(
            "code",
            code,
            "instrument",
            Map.of("code", "SEM"),
            "user",
            Map.of("uscc", OTHER),
            "startsAt",
            from,
            "endsAt",
            to,
            "usedHours",
            used)
        .save(client);
  }

  private static String refusal(
      GraphqlClient client, String mutation, String input, Map<String, ?> row) {
    return client
        .query(
            "mutation($row: %s!) { %s(input: $row) { userErrors { code } } }"
                .formatted(input, mutation),
            Map.of("row", row))
        .at("/" + mutation + "/userErrors/0/code")
        .asText();
  }
}
