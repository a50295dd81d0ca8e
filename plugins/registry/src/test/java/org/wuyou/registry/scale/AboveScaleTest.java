package org.wuyou.registry.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.wuyou.registry.Amounts.wan;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyou.registry.scale.AboveScale.Basis;
import org.wuyou.registry.scale.AboveScale.Facts;
import org.wuyou.registry.scale.AboveScale.Reason;

@Tag("REG-02")
class AboveScaleTest {
  @ParameterizedTest(name = "legal person {0}, section {1}, {2}万: {3}")
  @CsvSource({
    "true, C, 2000, true, REACHED",
    "true, C, 1999.99, false, BELOW_THRESHOLD",
    "true, E, 90000, false, NOT_INDUSTRIAL",
    "false, C, 5000, false, NOT_LEGAL_PERSON",
    "true, B, 3000, true, REACHED",
    "true, D, 2500, true, REACHED",
    "true, 43, 2000.01, true, REACHED",
    "true, 47, 2000, false, NOT_INDUSTRIAL",
  })
  void The_rule_takes_industrial_legal_persons_from_2000_wan(
      boolean legalPerson, String industry, String revenue, boolean expected, Reason reason) {
    AboveScale answer =
        AboveScale.byRule(2021, new Facts(legalPerson, industry, wan(revenue), null));
    assertEquals(expected, answer.aboveScale());
    assertEquals(List.of(reason), answer.reasons());
    assertEquals(Basis.RULE, answer.basis());
  }

  @Test
  void Main_business_revenue_decides_where_both_are_reported() {
    Facts facts = new Facts(true, "C", wan("1999.99"), wan("2500"));
    assertEquals(false, AboveScale.byRule(2021, facts).aboveScale());
  }

  @Test
  void Revenue_decides_where_it_alone_is_reported() {
    Facts facts = new Facts(true, "C", null, wan("2000"));
    assertEquals(true, AboveScale.byRule(2021, facts).aboveScale());
  }

  @Test
  void What_is_missing_is_told_in_full_and_is_no_refusal() {
    AboveScale answer = AboveScale.byRule(2021, new Facts(null, null, null, null));
    assertNull(answer.aboveScale());
    assertEquals(
        List.of(Reason.INDUSTRY_MISSING, Reason.LEGAL_PERSON_MISSING, Reason.REVENUE_MISSING),
        answer.reasons());
  }

  @Test
  void A_known_failure_outranks_what_is_missing() {
    AboveScale answer = AboveScale.byRule(2021, new Facts(null, "E", null, null));
    assertEquals(false, answer.aboveScale());
    assertEquals(List.of(Reason.NOT_INDUSTRIAL), answer.reasons());
  }

  @Test
  void Before_2011_the_threshold_was_500_wan() {
    Facts facts = new Facts(true, "C", wan("500"), null);
    assertEquals(true, AboveScale.byRule(2010, facts).aboveScale());
    assertEquals(false, AboveScale.byRule(2011, facts).aboveScale());
    assertEquals(List.of(Reason.NO_RULE_FOR_YEAR), AboveScale.byRule(2006, facts).reasons());
  }

  @Test
  void The_list_outranks_the_rule() {
    AboveScale answer = AboveScale.byList(2021, false);
    assertEquals(false, answer.aboveScale());
    assertEquals(Basis.LIST, answer.basis());
  }
}
