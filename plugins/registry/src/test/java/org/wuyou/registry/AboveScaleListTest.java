package org.wuyou.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("REG-02")
class AboveScaleListTest {
  @TempDir Path directory;

  @Test
  void A_county_gains_by_entries_and_loses_by_departures() throws Exception {
    try (Rig rig = Counties.open(directory)) {
      Counties.enterprises(
          rig, "", List.of("1,140581", "2,140581", "3,140581", "4,140581", "5,140581", "6,140522"));
      Counties.rows(
          rig,
          "YearlyReturn",
          "year,revenue",
          List.of(
              "1,2019,3000万元",
              "1,2020,3000万元",
              "2,2019,1999.99万元",
              "2,2020,2000万元",
              "3,2019,2000万元",
              "3,2020,1999.99万元",
              "4,2019,100万元",
              "4,2020,8000万元",
              "5,2019,5000万元",
              "6,2019,5000万元",
              "6,2020,5000万元"));
      assertEquals(
          Map.of(
              "before", 3,
              "entered", 2,
              "left", 1,
              "net", 1,
              "undetermined", 1,
              "enteredEnterprises", List.of(Map.of("name", "示例E2"), Map.of("name", "示例E4"))),
          rig.ask(
              """
              { division(code: "140581") { aboveScaleChange(year: 2021) {
                  before entered left net undetermined enteredEnterprises { name } } } }
              """,
              "division.aboveScaleChange"));
    }
  }

  @Test
  void The_bureau_s_list_outranks_the_threshold() throws Exception {
    try (Rig rig = Counties.open(directory)) {
      Counties.enterprises(rig, "", List.of("1,140581"));
      Counties.rows(rig, "YearlyReturn", "year,revenue", List.of("1,2020,9000万元"));
      String query =
          "{ enterprise(uscc: \"%s\") { aboveScale(year: 2021) { aboveScale basis reasons } } }"
              .formatted(Counties.uscc(1));
      assertEquals(
          Map.of("aboveScale", true, "basis", "RULE", "reasons", List.of("REACHED")),
          rig.ask(query, "enterprise.aboveScale"));
      Counties.rows(rig, "AboveScaleMembership", "year,listed", List.of("1,2021,false"));
      assertEquals(
          Map.of("aboveScale", false, "basis", "LIST", "reasons", List.of("NOT_LISTED")),
          rig.ask(query, "enterprise.aboveScale"));
    }
  }
}
