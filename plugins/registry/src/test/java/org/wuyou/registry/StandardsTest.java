package org.wuyou.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardsTest {
  @TempDir Path directory;

  @Test
  @Tag("REG-10")
  void The_same_enterprise_meets_the_five_conditions_and_not_the_five_haves() throws Exception {
    try (Rig rig = Counties.open(directory)) {
      Counties.enterprises(rig, "", List.of("1,140581"));
      Counties.rows(
          rig,
          "YearlyReturn",
          "year,rdExpenditure,rdPersonnel,submittedOn",
          List.of("1,2021,50万元,5,2022-03-01"));
      Counties.rows(
          rig, "RdAccount", "year,compliant,verifiedOn", List.of("1,2021,false,2022-01-10"));
      rig.load(
          "RdInstitution",
          "code,enterprise,name,mode,establishedOn,directions,premises,equipmentValue\nJG1,"
              + Counties.uscc(1)
              + ",示例技术中心,JOINT,2020-05-01,铜材;工艺,二号楼,200万元\n");
      rig.load(
          "RdInstitutionYear",
          "institution,year,staff,funds,projects,evidencedOn\nJG1,2021,5,50万元,2,2022-01-20\n");
      rig.load(
          "RdProject",
          "code,enterprise,name,startedOn,endedOn\nXM1,"
              + Counties.uscc(1)
              + ",示例项目,2021-02-01,2021-12-31\n");
      Counties.rows(
          rig,
          "Evidence",
          "year,condition,document,datedOn",
          List.of("1,2021,机构,示例批文1号,2020-05-01"));
      Map<?, ?> enterprise =
          (Map<?, ?>)
              rig.ask(
                  """
                  { enterprise(uscc: "%s") {
                      fiveConditions(year: 2021) { all missing }
                      fiveHaves(year: 2021) { all missing undetermined conditions {
                          kind state evidence { kind datedOn } en } } } }
                  """
                      .formatted(Counties.uscc(1)),
                  "enterprise");
      assertEquals(Map.of("all", true, "missing", List.of()), enterprise.get("fiveConditions"));
      Map<?, ?> haves = (Map<?, ?>) enterprise.get("fiveHaves");
      assertEquals(false, haves.get("all"));
      assertEquals(List.of("ACCOUNT"), haves.get("missing"));
      assertEquals(List.of(), haves.get("undetermined"));
      assertEquals(
          List.of(
              Map.of("kind", "RECORD", "datedOn", "2020-05-01"),
              Map.of("kind", "DOCUMENT", "datedOn", "2020-05-01")),
          ((Map<?, ?>) ((List<?>) haves.get("conditions")).getFirst()).get("evidence"));
    }
  }

  @Test
  @Tag("REG-10")
  void Without_an_institution_record_and_without_a_return_it_cannot_be_told() throws Exception {
    try (Rig rig = Counties.open(directory)) {
      Counties.enterprises(rig, "", List.of("1,140581"));
      assertEquals(
          "{all=null, missing=[], undetermined=[INSTITUTION, PROJECT, ACCOUNT, FUNDS, PERSONNEL]}",
          rig.ask(
                  "{ enterprise(uscc: \"%s\") { fiveHaves(year: 2021) { all missing undetermined } } }"
                      .formatted(Counties.uscc(1)),
                  "enterprise.fiveHaves")
              .toString());
    }
  }

  @Test
  @Tag("REG-11")
  void The_floor_is_tested_exactly_for_the_ownerships_it_covers() throws Exception {
    try (Rig rig = Counties.open(directory)) {
      Counties.enterprises(
          rig, ",ownership", List.of("1,140581,PROVINCIAL_STATE", "2,140581,COUNTY_STATE"));
      Counties.rows(
          rig,
          "YearlyReturn",
          "year,revenue,rdExpenditure,profit",
          List.of(
              "1,2019,8000万元,100万元,300万元",
              "1,2020,8000万元,90万元,300万元",
              "1,2021,8000万元,144万元,300万元",
              "2,2020,8000万元,100万元,300万元",
              "2,2021,8000万元,200万元,300万元"));
      assertEquals(
          Map.of(
              "averageGrowth", "20",
              "floorResult", "MET",
              "profit", "300",
              "deemedProfit", "444",
              "rdIntensity", Map.of("shown", "1.80")),
          rig.ask(
              """
              { enterprise(uscc: "%s") { soeView(year: 2021, from: 2019, floor: "20") {
                  averageGrowth floorResult profit(unit: WAN_YUAN) deemedProfit(unit: WAN_YUAN)
                  rdIntensity { shown } } } }
              """
                  .formatted(Counties.uscc(1)),
              "enterprise.soeView"));
      assertEquals(
          "NOT_TESTED",
          rig.ask(
              "{ enterprise(uscc: \"%s\") { soeView(year: 2021, floor: \"20\") { floorResult } } }"
                  .formatted(Counties.uscc(2)),
              "enterprise.soeView.floorResult"));
    }
  }

  @Test
  @Tag("REG-12")
  void A_zone_has_its_managing_level_its_growth_and_its_figures_per_mu() throws Exception {
    try (Rig rig = Counties.open(directory)) {
      rig.load(
          "DevelopmentZone",
          "code,name,division,managedBy,areaMu,services\nZ1,示例开发区,140581,市管,1000,一站式服务;检测\n");
      Counties.enterprises(rig, ",zone", List.of("1,140581,Z1", "2,140581,Z1", "3,140581,"));
      Counties.rows(
          rig,
          "YearlyReturn",
          "year,revenue,rdExpenditure,tax",
          List.of(
              "1,2020,9000万元,5000万元,100万元",
              "2,2020,9000万元,3000万元,100万元",
              "1,2021,9000万元,6000万元,150万元",
              "2,2021,9000万元,3999.2万元,50万元",
              "3,2021,9000万元,9000万元,900万元"));
      assertEquals(
          Map.of(
              "managedBy", "CITY",
              "services", List.of("一站式服务", "检测"),
              "rdFigures", Map.of("rdGrowth", Map.of("percent", "24.99")),
              "perMu", Map.of("taxPerMu", "2000", "rdPerMu", "99992", "deemedTaxPerMu", "101992")),
          rig.ask(
              """
              { developmentZone(code: "Z1") { managedBy services
                  rdFigures(year: 2021) { rdGrowth { percent } }
                  perMu(year: 2021) { taxPerMu rdPerMu deemedTaxPerMu } } }
              """,
              "developmentZone"));
    }
  }

  @Test
  @Tag("REG-13")
  void A_statistic_of_a_region_shows_its_source_and_date() throws Exception {
    try (Rig rig = Counties.open(directory)) {
      rig.load(
          "RegionStatistic",
          "region,year,indicator,value,unit,source,enteredOn\n140500,2021,gdp,1912.5,亿元,示例统计公报,2022-04-01\n");
      assertEquals(
          List.of(
              Map.of(
                  "value", "1912.5", "unit", "亿元", "source", "示例统计公报", "enteredOn", "2022-04-01")),
          rig.ask(
              """
              { regionStatistics(where: {region: {eq: "140500"}, indicator: {eq: "gdp"}}) {
                  nodes { value unit source enteredOn } } }
              """,
              "regionStatistics.nodes"));
      assertEquals(
          1,
          rig.report(
                  "RegionStatistic",
                  "region,year,indicator,value,unit\n140500,2021,population,219,万人\n")
              .refused(),
          "a statistic without a source is refused");
    }
  }

  @Test
  @Tag("REG-14")
  void Shares_of_tech_enterprises_use_the_list_of_tech_enterprises_only() throws Exception {
    try (Rig rig = Counties.open(directory)) {
      Counties.enterprises(
          rig,
          ",techEnterprise,techEnterpriseSince",
          List.of(
              "1,140581,true,2016-12-31",
              "2,140581,true,2016-12-31",
              "3,140581,false,",
              "4,140581,true,2018-01-01"));
      Counties.rows(
          rig,
          "YearlyReturn",
          "year,revenue",
          List.of("1,2016,5000万元", "2,2016,5000万元", "3,2016,5000万元", "4,2016,5000万元"));
      rig.load(
          "RdInstitution",
          "code,enterprise,name,establishedOn\n"
              + ("A," + Counties.uscc(1) + ",示例一,2017-03-01\n")
              + ("B," + Counties.uscc(3) + ",示例三,2017-03-01\n"));
      assertEquals(
          Map.of("numerator", 1, "denominator", 2, "shown", "50.00"),
          rig.ask(
              """
              { division(code: "140581") { rdFigures(year: 2017, population: ABOVE_SCALE_TECH) {
                  rdInstitution { numerator denominator shown } } } }
              """,
              "division.rdFigures.rdInstitution"));
      assertEquals(
          3L,
          rig.ask(
              "{ enterprises(where: {techEnterprise: {eq: true}}) { totalCount } }",
              "enterprises.totalCount"));
    }
  }
}
