package org.wuyou.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Six enterprises of one county over two years: shares, growth, coverage, tiers. */
@Tag("REG-04")
class CountyFiguresTest {
  @TempDir static Path directory;
  private static Rig rig;

  @BeforeAll
  static void open() throws Exception {
    rig = Counties.open(directory);
    Counties.enterprises(
        rig,
        "",
        List.of(
            "1,140581", "2,140581", "3,140581", "4,140581", "5,140581", "6,140581", "7,140522"));
    Counties.rows(
        rig,
        "YearlyReturn",
        "year,revenue,rdExpenditure,rdPersonnel,rdProjectCount,output,newProductOutput",
        List.of(
            "1,2020,52000万元,1200万元,20,3,52000万元,10400万元",
            "2,2020,40000万元,800万元,9,1,,",
            "3,2020,10000万元,200万元,5,1,,",
            "4,2020,6500万元,0,0,0,,",
            "5,2020,2000万元,50万元,2,1,,",
            "6,2020,3000万元,30万元,1,1,,",
            "7,2020,5000万元,100万元,1,1,,",
            "1,2021,50000万元,1500万元,20,3,50000万元,12500万元",
            "2,2021,40000万元,960万元,9,1,,",
            "3,2021,10000万元,250万元,5,1,,",
            "4,2021,6000万元,60万元,2,1,,",
            "5,2021,2000万元,64万元,2,1,,",
            "6,2021,3000万元,0,0,0,,"));
    rig.load(
        "RdInstitution",
        "code,enterprise,name,establishedOn,closedOn\n"
            + ("J1," + Counties.uscc(1) + ",示例一,2021-12-31,\n")
            + ("J2," + Counties.uscc(2) + ",示例二,2019-01-01,2022-01-01\n")
            + ("J3," + Counties.uscc(3) + ",示例三,2019-01-01,2021-12-31\n")
            + ("J4," + Counties.uscc(4) + ",示例四,2022-01-01,\n"));
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @Test
  void Coverage_counts_those_that_spend_and_names_the_others() {
    assertEquals(
        Map.of(
            "enterprises",
            6,
            "rdActivity",
            Map.of("numerator", 5, "denominator", 6, "shown", "83.33"),
            "withoutRdActivity",
            Map.of("totalCount", 1, "nodes", List.of(Map.of("name", "示例E6"))),
            "notReported",
            Map.of("totalCount", 0)),
        rig.ask(
            """
            { division(code: "140581") { rdFigures(year: 2021) { enterprises
                rdActivity { numerator denominator shown }
                withoutRdActivity { totalCount nodes { name } } notReported { totalCount } } } }
            """,
            "division.rdFigures"));
  }

  @Test
  void An_institution_counts_if_it_exists_at_the_end_of_the_year() {
    assertEquals(
        Map.of("numerator", 2, "denominator", 6, "shown", "33.33"),
        rig.ask(
            """
            { division(code: "140581") { rdFigures(year: 2021) {
                rdInstitution { numerator denominator shown } } } }
            """,
            "division.rdFigures.rdInstitution"));
  }

  @Test
  void Growth_of_a_group_is_that_of_the_sums() {
    assertEquals(
        Map.of("base", "22800000", "value", "28340000", "shown", "24.30", "percent", "24.298246"),
        rig.ask(
            """
            { division(code: "140581") { rdFigures(year: 2021) {
                rdGrowth { base value shown percent } } } }
            """,
            "division.rdFigures.rdGrowth"));
  }

  @Test
  void Growth_of_an_enterprise_is_known_or_says_why_not() {
    String query =
        """
        { a: enterprise(uscc: "%s") { rdGrowth(year: 2021) { shown result } }
          b: enterprise(uscc: "%s") { rdGrowth(year: 2021) { shown result } }
          c: enterprise(uscc: "%s") { rdGrowth(year: 2021) { result } rdActivity(year: 2021) } }
        """
            .formatted(Counties.uscc(5), Counties.uscc(4), Counties.uscc(7));
    Map<String, Object> data = rig.ask(query);
    assertEquals(Map.of("rdGrowth", Map.of("shown", "28.00", "result", "KNOWN")), data.get("a"));
    assertEquals("NO_BASE", value(data, "b", "result"));
    assertEquals("NOT_REPORTED", value(data, "c", "result"));
    assertEquals(null, ((Map<?, ?>) data.get("c")).get("rdActivity"));
  }

  private static Object value(Map<String, Object> data, String alias, String field) {
    return ((Map<?, ?>) ((Map<?, ?>) data.get(alias)).get("rdGrowth")).get(field);
  }

  @Test
  void Ratios_take_the_sums_of_those_that_reported_both() {
    assertEquals(
        Map.of(
            "newProductShare", Map.of("shown", "25.00"),
            "rdIntensity", Map.of("numerator", "2834", "denominator", "111000", "shown", "2.55"),
            "rdPersonnel", 38L),
        rig.ask(
            """
            { division(code: "140581") { rdFigures(year: 2021) { newProductShare { shown }
                rdIntensity { numerator(unit: WAN_YUAN) denominator(unit: WAN_YUAN) shown }
                rdPersonnel } } }
            """,
            "division.rdFigures"));
  }

  @Test
  void A_city_is_the_sum_of_its_counties_and_they_are_told_one_by_one() {
    assertEquals(
        7,
        rig.ask(
            "{ division(code: \"140500\") { rdFigures(year: 2021) { enterprises } } }",
            "division.rdFigures.enterprises"));
    assertEquals(
        List.of(
            Map.of("division", Map.of("code", "140522"), "figures", Map.of("enterprises", 1)),
            Map.of("division", Map.of("code", "140581"), "figures", Map.of("enterprises", 6))),
        rig.ask(
            """
            { rdFiguresByCounty(region: "140500", year: 2021) {
                division { code } figures { enterprises } } }
            """,
            "rdFiguresByCounty"));
  }

  @Test
  @Tag("REG-05")
  void Each_revenue_tier_has_its_own_growth_and_every_enterprise_one_tier() {
    assertEquals(
        List.of(
            Map.of("enterprises", 4, "rdGrowth", Map.of("base", "80", "shown", "55.00")),
            Map.of("enterprises", 1, "rdGrowth", Map.of("base", "200", "shown", "25.00")),
            Map.of("enterprises", 2, "rdGrowth", Map.of("base", "2000", "shown", "23.00"))),
        rig.ask(
            """
            { revenueTiers(region: "140500", year: 2020,
                  bounds: ["2000万元", "1亿元", "4亿元"]) {
                enterprises rdGrowth { base(unit: WAN_YUAN) shown } } }
            """,
            "revenueTiers"));
  }

  @Test
  @Tag("REG-06")
  void Size_needs_both_figures() {
    assertEquals(
        "{sizeClass=null}",
        rig.ask(
                "{ enterprise(uscc: \"%s\") { sizeClass(year: 2021) } }"
                    .formatted(Counties.uscc(1)),
                "enterprise")
            .toString());
  }

  @Test
  @Tag("REG-03")
  void A_missing_return_is_expected_and_told() {
    assertEquals(
        Map.of(
            "deadline",
            "2022-03-10",
            "expected",
            1,
            "missing",
            1,
            "missingEnterprises",
            List.of(Map.of("name", "示例E7"))),
        rig.ask(
            """
            { division(code: "140522") { returnStatus(year: 2021) {
                deadline expected missing missingEnterprises { name } } } }
            """,
            "division.returnStatus"));
  }
}
