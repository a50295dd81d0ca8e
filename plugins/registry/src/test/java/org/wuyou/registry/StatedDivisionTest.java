package org.wuyou.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("REG-01")
class StatedDivisionTest {
  private static final String QUERY =
      "{ enterprise(uscc: \"91140500MA0T000034\") { divisionCode divisionSource industrySection { code } } }";

  @TempDir Path directory;

  @Test
  void A_stated_division_replaces_the_one_of_the_register_and_later_files_leave_it()
      throws Exception {
    try (Rig rig = Rig.open(directory)) {
      String register = "uscc,name,registryDivision\n91140500MA0T000034,示例甲有限公司,140500\n";
      rig.load("Enterprise", register);
      assertEquals("REGISTRY", source(rig));
      rig.load("Enterprise", "uscc,divisionCode,industryCode\n91140500MA0T000034,140581,0610\n");
      assertEquals("STATED", source(rig));
      rig.load("Enterprise", register);
      assertEquals(
          Map.of(
              "divisionCode", "140581",
              "divisionSource", "STATED",
              "industrySection", Map.of("code", "B")),
          rig.ask(QUERY, "enterprise"));
    }
  }

  @Test
  void An_enterprise_is_found_by_county_industry_and_ownership() throws Exception {
    try (Rig rig = Rig.bare(directory)) {
      rig.load(
          "Enterprise",
          "uscc,name,divisionCode,industryCode,ownership\n"
              + "91140500MA0T000034,示例甲有限公司,140581,0610,省属国有\n"
              + "91371300MA0T000030,示例乙有限公司,371302,2021,民营\n");
      assertEquals(
          "示例甲有限公司",
          rig.ask(
              """
              { enterprises(where: {divisionCode: {within: "140500"},
                    industryCode: {within: "B"}, ownership: {eq: PROVINCIAL_STATE}}) {
                  nodes { name } } }
              """,
              "enterprises.nodes.0.name"));
      assertEquals(
          1L, rig.ask("{ enterprises(search: \"示例乙\") { totalCount } }", "enterprises.totalCount"));
    }
  }

  private static Object source(Rig rig) {
    return rig.ask(QUERY, "enterprise.divisionSource");
  }
}
