package org.wuyou.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A condition takes exactly the rows for which it is true")
class WhereTest {
  @TempDir static Path directory;
  private static Register register;

  @BeforeAll
  static void open() {
    register = Register.open(directory);
  }

  @AfterAll
  static void close() {
    register.close();
  }

  private static String names(String where) {
    String data = register.data("{enterprises(where:{" + where + "}){nodes{name}}}");
    return data.replaceAll("[^甲乙丙丁戊]", "");
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "employees:{eq:500}|甲",
        "employees:{ne:500}|丙丁戊",
        "employees:{in:[500,20]}|甲丙",
        "employees:{notIn:[500,20]}|丁戊",
        "employees:{lt:20}|戊",
        "employees:{le:20}|丙戊",
        "employees:{gt:300}|甲",
        "employees:{ge:300}|甲丁",
        "employees:{ge:20,lt:500}|丙丁",
        "employees:{isNull:true}|乙",
        "employees:{isNull:false}|甲丙丁戊",
        "revenue:{eq:\"1.5亿元\"}|甲丁",
        "revenue:{ge:\"2000万元\"}|甲乙丁",
        "revenue:{lt:500.06}|戊",
        "revenue:{isNull:true}|丙",
        "intensity:{ge:\"3.5\"}|甲",
        "name:{eq:\"乙煤矿\"}|乙",
        "name:{startsWith:\"丙\"}|丙",
        "name:{endsWith:\"械\"}|丁",
        "name:{contains:\"食\"}|戊",
        "name:{in:[\"甲钢铁\",\"戊食品\"]}|甲戊",
        "size:{eq:LARGE}|甲丁",
        "size:{ne:LARGE}|乙丙",
        "size:{in:[MEDIUM,SMALL]}|乙丙",
        "size:{isNull:true}|戊",
        "highTech:{eq:true}|甲",
        "highTech:{ne:true}|乙",
        "highTech:{isNull:true}|丙丁戊",
        "founded:{ge:\"2001-07-01\"}|乙丁",
        "founded:{lt:\"2001/7/1\"}|甲",
        "divisionCode:{eq:\"140581\"}|甲丙",
        "divisionCode:{within:\"140500\"}|甲乙丙",
        "divisionCode:{within:\"140000\"}|甲乙丙丁",
        "divisionCode:{within:\"140581\"}|甲丙",
        "divisionCode:{startsWith:\"37\"}|戊",
        "industryCode:{within:\"C\"}|甲丁戊",
        "industryCode:{within:\"31\"}|甲",
        "industryCode:{within:\"B\"}|乙",
        "formerNames:{has:\"老甲\"}|甲",
        "parent:{name:{eq:\"甲钢铁\"}}|丙",
        "parentIsNull:true|甲乙丁戊",
        "parentIsNull:false|丙",
        "returns:{some:{year:{eq:2023}}}|甲",
        "returns:{some:{}}|甲乙",
        "returns:{none:{}}|丙丁戊",
        "returns:{none:{year:{eq:2023}}}|乙丙丁戊",
        "returns:{every:{year:{ge:2024}}}|乙丙丁戊",
        "returns:{some:{enterprise:{size:{eq:LARGE}}}}|甲",
        "subsidiaries:{some:{employees:{lt:30}}}|甲",
        "and:[{size:{eq:LARGE}},{employees:{lt:400}}]|丁",
        "or:[{size:{eq:SMALL}},{employees:{lt:10}}]|丙戊",
        "or:[]|''",
        "and:[]|甲乙丙丁戊",
        "not:{size:{eq:LARGE}}|乙丙",
        "not:{employees:{gt:400}}|丙丁戊",
        "not:{not:{employees:{gt:400}}}|甲",
        "not:{employees:{isNull:true}}|甲丙丁戊",
        "search:\"钢铁\"|甲",
        "search:\"鋼鐵\"|甲",
        "uscc:{in:[]}|''"
      })
  void operator(String where, String expected) {
    assertEquals(expected, names(where));
  }

  @Test
  void a_comparison_with_null_is_refused_not_taken_for_all() {
    Answer answer = register.ask("{enterprises(where:{employees:{eq:null}}){totalCount}}");
    assertEquals("BAD_REQUEST", answer.errors().getFirst().code());
    assertEquals("NULL_COMPARISON", answer.errors().getFirst().extensions().get("reason"));
  }

  @Test
  void a_search_and_a_condition_hold_together() {
    assertEquals(
        "{'enterprises':{'totalCount':0}}",
        register.data("{enterprises(search:\"钢铁\",where:{size:{eq:SMALL}}){totalCount}}"));
  }
}
