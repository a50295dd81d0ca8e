package org.wuyou.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.gateway.files.load.ImportReport;

/** A register as it is handed over: retired codes, foreign capital, no county. */
@Tag("REG-01")
class EnterpriseRegisterTest {
  private static final String HEADER =
      "credit_code,name,province,city,registry_division,registered_on,registered_capital,scope,address\n";

  @TempDir static Path directory;
  private static Rig rig;
  private static ImportReport report;

  @BeforeAll
  static void open() throws Exception {
    rig = Rig.open(directory);
    report =
        rig.report(
            "Enterprise",
            HEADER
                + "91140500MA0T000034,示例甲有限公司,山西,晋城,140581,1998-05-01,50(万元人民币),煤炭开采,高平示例路\n"
                + "91371300MA0T000030,示例乙有限公司,辽宁,盘锦,211121,2001-02-03,18(万美元),木业,大洼示例路\n"
                + "91140500MA0T00011Y,示例丙有限公司,江西,南昌,360106,2003-04-05,N/A,铜材,南昌示例路\n"
                + "91350100M000100Y4Z,示例丁有限公司,江西,南昌,360122,2003-04-05,N/A,铜材,新建示例路\n");
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @Test
  void A_code_with_a_character_that_is_not_allowed_is_refused_with_its_reason() {
    assertEquals(3, report.accepted());
    assertEquals(1, report.refused());
    assertTrue(report.errors().getFirst().toString().contains("CHARACTER_NOT_ALLOWED"));
  }

  @Test
  void Columns_without_a_home_are_named_once_each() {
    long homeless =
        report.warnings().stream()
            .filter(w -> w.toString().contains("province") || w.toString().contains("city"))
            .count();
    assertEquals(2, homeless);
  }

  @Test
  void A_retired_code_leads_to_the_county_that_took_its_place() {
    assertEquals(
        Map.of("code", "211121", "result", "SUCCEEDED", "division", Map.of("code", "211104")),
        rig.ask(
            """
            { enterprise(uscc: "91371300MA0T000030") {
                registryDivisionNow { code result division { code } } } }
            """,
            "enterprise.registryDivisionNow"));
  }

  @Test
  void The_place_of_business_is_taken_from_the_register_and_says_so() {
    assertEquals(
        Map.of("divisionCode", "211104", "divisionSource", "REGISTRY"),
        rig.ask(
            "{ enterprise(uscc: \"91371300MA0T000030\") { divisionCode divisionSource } }",
            "enterprise"));
  }

  @Test
  void Before_the_county_became_a_district_the_same_code_leads_to_the_county() {
    String query =
        """
        { enterprise(uscc: "91371300MA0T000030") {
            division(asOf: "2015-06-30") { result division { name } } } }
        """;
    assertEquals(
        Map.of("result", "PRECEDED", "division", Map.of("name", "大洼县")),
        rig.ask(query, "enterprise.division"));
  }

  @Test
  void Codes_in_no_revision_are_listed_and_warned_of() {
    Map<String, Object> data =
        rig.ask(
            """
            { registryDivisions { enterprises inUse resolved unresolved
                unresolvedCodes { code enterprises examples { name } } } }
            """);
    assertEquals(
        Map.of(
            "enterprises", 3,
            "inUse", 1,
            "resolved", 1,
            "unresolved", 1,
            "unresolvedCodes",
                List.of(
                    Map.of(
                        "code",
                        "360106",
                        "enterprises",
                        1,
                        "examples",
                        List.of(Map.of("name", "示例丙有限公司"))))),
        data.get("registryDivisions"));
    assertTrue(report.warnings().stream().anyMatch(w -> w.toString().contains("DIVISION_UNKNOWN")));
  }

  @Test
  void Capital_is_read_where_it_is_plainly_yuan() {
    String query =
        """
        { a: enterprise(uscc: "91140500MA0T000034") { registeredCapital(unit: WAN_YUAN) }
          b: enterprise(uscc: "91371300MA0T000030") { registeredCapital registeredCapitalText } }
        """;
    Map<String, Object> data = rig.ask(query);
    assertEquals(Map.of("registeredCapital", "50"), data.get("a"));
    assertEquals("18(万美元)", ((Map<?, ?>) data.get("b")).get("registeredCapitalText"));
    assertEquals(null, ((Map<?, ?>) data.get("b")).get("registeredCapital"));
  }

  @Test
  void The_same_file_again_changes_nothing() throws Exception {
    ImportReport again =
        rig.report(
            "Enterprise",
            HEADER
                + "91140500MA0T000034,示例甲有限公司,山西,晋城,140581,1998-05-01,50(万元人民币),煤炭开采,高平示例路\n"
                + "91371300MA0T000030,示例乙有限公司,辽宁,盘锦,211121,2001-02-03,18(万美元),木业,大洼示例路\n");
    assertEquals(2, again.unchanged());
  }

  @Test
  void A_code_is_checked_on_demand() {
    assertEquals(
        Map.of("valid", false, "reason", "CHECK_CHARACTER"),
        rig.ask("{ usccCheck(code: \"91140500MA0T000035\") { valid reason } }", "usccCheck"));
  }
}
