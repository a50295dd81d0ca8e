package org.wuyou.registry.yearly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wuyou.registry.Amounts.wan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("REG-03")
class ReturnChecksTest {
  @Test
  void R_and_D_spending_without_R_and_D_people_is_flagged() {
    assertEquals(List.of("RD_WITHOUT_PERSONNEL"), codes(with(sound(), "rdPersonnel", 0)));
    assertEquals(List.of("RD_WITHOUT_PERSONNEL"), codes(with(sound(), "rdPersonnel", null)));
  }

  @Test
  void A_sound_return_has_no_flags() {
    assertEquals(List.of(), codes(sound()));
  }

  @Test
  void An_empty_return_has_no_flags() {
    assertEquals(List.of(), codes(new HashMap<>()));
  }

  @Test
  void People_or_projects_without_spending_are_flagged() {
    Map<String, Object> none = with(sound(), "rdExpenditure", wan("0"));
    assertEquals(
        List.of("PERSONNEL_WITHOUT_RD", "PROJECT_WITHOUT_RD", "EXPENSE_WITHOUT_RD"), codes(none));
  }

  @Test
  void A_part_larger_than_its_whole_is_flagged_and_an_equal_one_is_not() {
    assertEquals(
        List.of("NEW_PRODUCT_ABOVE_OUTPUT"),
        codes(with(sound(), "newProductOutput", wan("5000.01"))));
    assertEquals(List.of(), codes(with(sound(), "newProductOutput", wan("5000"))));
    assertEquals(List.of("RD_PERSONNEL_ABOVE_EMPLOYEES"), codes(with(sound(), "rdPersonnel", 101)));
    assertEquals(List.of(), codes(with(sound(), "rdPersonnel", 100)));
    assertEquals(
        List.of("DEDUCTION_ABOVE_EXPENSE"), codes(with(sound(), "superDeductionBase", wan("130"))));
  }

  @Test
  void The_three_accounts_may_differ_without_a_flag() {
    Map<String, Object> values = with(sound(), "rdExpense", wan("120"));
    assertEquals(List.of(), codes(with(values, "superDeductionBase", wan("80"))));
  }

  @Test
  void A_return_is_in_time_up_to_10_March_of_the_next_year() {
    assertTrue(ReturnDeadline.inTime(2021, LocalDate.of(2022, 3, 10)));
    assertFalse(ReturnDeadline.inTime(2021, LocalDate.of(2022, 3, 11)));
  }

  private static List<String> codes(Map<String, Object> values) {
    return ReturnChecks.of(ReturnFigures.of(values)).stream().map(ReturnFlag::code).toList();
  }

  private static Map<String, Object> sound() {
    Map<String, Object> values = new HashMap<>();
    values.put("revenue", wan("5000"));
    values.put("mainBusinessRevenue", wan("4800"));
    values.put("totalIncome", wan("5100"));
    values.put("output", wan("5000"));
    values.put("newProductOutput", wan("900"));
    values.put("newProductSales", wan("800"));
    values.put("rdExpenditure", wan("100"));
    values.put("rdExpense", wan("110"));
    values.put("superDeductionBase", wan("90"));
    values.put("employees", 100);
    values.put("rdPersonnel", 8);
    values.put("rdProjectCount", 2);
    return values;
  }

  private static Map<String, Object> with(Map<String, Object> values, String field, Object value) {
    Map<String, Object> changed = new HashMap<>(values);
    changed.put(field, value);
    return changed;
  }
}
