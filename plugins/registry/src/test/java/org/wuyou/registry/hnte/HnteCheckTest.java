package org.wuyou.registry.hnte;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.wuyou.registry.Amounts.wan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyou.registry.evidence.Have.State;
import org.wuyou.registry.hnte.Criterion.Code;

@Tag("REG-08")
class HnteCheckTest {
  @Test
  void An_enterprise_with_3_9_percent_R_and_D_has_exactly_one_gap() {
    HnteCheck check = HnteCheck.of(inOrder("12000", "468"));
    assertEquals(false, check.meets());
    assertEquals(1, check.gaps().size());
    assertEquals("R&D share 4 %", check.gaps().getFirst().en());
    assertEquals("3.9 %", check.gaps().getFirst().found());
  }

  @Test
  void With_4_percent_it_meets_every_criterion() {
    HnteCheck check = HnteCheck.of(inOrder("12000", "480"));
    assertEquals(List.of(), check.gaps());
    assertEquals(true, check.meets());
    assertEquals(9, check.criteria().size());
  }

  @ParameterizedTest(name = "last sales {0}万, share {1} %: needs {2} %, {3}")
  @CsvSource({
    "5000, 5, 5, MET",
    "5000, 4.99, 5, NOT_MET",
    "5000.01, 4, 4, MET",
    "20000, 3.99, 4, NOT_MET",
    "20000, 4, 4, MET",
    "20000.01, 3, 3, MET",
  })
  void The_share_required_follows_the_sales_of_the_last_year(
      String sales, String share, String needed, State state) {
    BigDecimal rd = new BigDecimal(sales).multiply(new BigDecimal(share)).movePointLeft(2);
    HnteCheck check = HnteCheck.of(inOrder(sales, rd.toPlainString()));
    Criterion criterion = criterion(check, Code.RD_SHARE);
    assertEquals(needed + " %", criterion.required());
    assertEquals(state, criterion.state());
  }

  @Test
  void A_missing_year_of_R_and_D_is_undetermined() {
    HnteFacts.Year known = new HnteFacts.Year(wan("480"), wan("12000"));
    HnteFacts.Year blank = new HnteFacts.Year(null, wan("12000"));
    HnteCheck check = HnteCheck.of(facts(List.of(known, blank, known), 500, 50));
    assertEquals(State.UNDETERMINED, criterion(check, Code.RD_SHARE).state());
    assertNull(check.meets());
  }

  @ParameterizedTest(name = "{0} of 500 staff: {1}")
  @CsvSource({"50, MET", "49, NOT_MET"})
  void Ten_percent_of_the_staff_must_be_technical(int technical, State state) {
    HnteFacts.Year year = new HnteFacts.Year(wan("480"), wan("12000"));
    HnteCheck check = HnteCheck.of(facts(Collections.nCopies(3, year), 500, technical));
    assertEquals(state, criterion(check, Code.STAFF_SHARE).state());
  }

  @Test
  void Applications_succeed_by_those_recognised_among_all() {
    ApplicationRate rate = ApplicationRate.of(2021, 12, 2, 7);
    assertEquals("58.33", rate.success().shown());
    assertEquals(12, rate.success().denominator());
  }

  private static Criterion criterion(HnteCheck check, Code code) {
    return check.criteria().stream().filter(c -> c.code() == code).findFirst().orElseThrow();
  }

  private static HnteFacts inOrder(String sales, String rd) {
    return facts(Collections.nCopies(3, new HnteFacts.Year(wan(rd), wan(sales))), 500, 60);
  }

  private static HnteFacts facts(List<HnteFacts.Year> years, int employees, int technical) {
    return new HnteFacts(
        LocalDate.of(2022, 6, 30),
        2021,
        LocalDate.of(2010, 1, 1),
        years,
        employees,
        wan("12000"),
        true,
        true,
        technical,
        wan("2000"),
        wan("9000"),
        new BigDecimal("80"),
        false);
  }
}
