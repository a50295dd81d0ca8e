package org.wuyou.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyou.gateway.files.load.ImportReport;

@Tag("REG-03")
class YearlyReturnTest {
  @TempDir Path directory;

  @Test
  void Spending_without_people_is_taken_with_a_warning_and_stays_flagged() throws Exception {
    try (Rig rig = Counties.open(directory)) {
      Counties.enterprises(rig, "", List.of("1,140581"));
      ImportReport report =
          rig.report(
              "YearlyReturn",
              "enterprise,year,rdExpenditure,rdPersonnel,rdProjectCount\n"
                  + Counties.uscc(1)
                  + ",2021,500万元,0,1\n");
      assertEquals(1, report.accepted());
      assertTrue(
          report.warnings().stream().anyMatch(w -> w.toString().contains("RD_WITHOUT_PERSONNEL")));
      assertEquals(
          List.of(
              Map.of(
                  "code",
                  "RD_WITHOUT_PERSONNEL",
                  "fields",
                  List.of("rdExpenditure", "rdPersonnel"))),
          rig.ask(
              "{ enterprise(uscc: \"%s\") { returnOf(year: 2021) { flags { code fields } } } }"
                  .formatted(Counties.uscc(1)),
              "enterprise.returnOf.flags"));
    }
  }

  @Test
  void Returns_are_in_time_late_or_missing() throws Exception {
    try (Rig rig = Counties.open(directory)) {
      Counties.enterprises(rig, "", List.of("1,140581", "2,140581", "3,140581", "4,140581"));
      Counties.rows(
          rig,
          "YearlyReturn",
          "year,revenue,submittedOn,status",
          List.of(
              "1,2020,3000万元,2021-02-01,CHECKED",
              "2,2020,3000万元,2021-02-01,CHECKED",
              "3,2020,3000万元,2021-02-01,CHECKED",
              "4,2020,1999.99万元,2021-02-01,CHECKED",
              "1,2021,3000万元,2022-03-10,SUBMITTED",
              "2,2021,3000万元,2022-03-11,SUBMITTED",
              "3,2021,,,DRAFT"));
      assertEquals(
          Map.of("expected", 3, "inTime", 1, "late", 1, "missing", 1),
          rig.ask(
              """
              { division(code: "140581") { returnStatus(year: 2021) {
                  expected inTime late missing } } }
              """,
              "division.returnStatus"));
    }
  }

  @Test
  void The_three_accounts_are_kept_apart() throws Exception {
    try (Rig rig = Counties.open(directory)) {
      Counties.enterprises(rig, "", List.of("1,140581"));
      Counties.rows(
          rig, "YearlyReturn", "year,rdExpense,superDeductionBase", List.of("1,2021,90万元,80万元"));
      assertEquals(
          "{rdExpenditure=null, rdExpense=900000, superDeductionBase=800000}",
          rig.ask(
                  "{ enterprise(uscc: \"%s\") { returnOf(year: 2021) { rdExpenditure rdExpense superDeductionBase } } }"
                      .formatted(Counties.uscc(1)),
                  "enterprise.returnOf")
              .toString());
    }
  }
}
