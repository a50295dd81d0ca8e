package org.wuyou.policy.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A word that is not known")
class SpellingTests {
  private static final List<String> KNOWN =
      List.of("revenue", "rdExpenditure", "rdPersonnel", "industryCode", "at", "sum");

  private static String meant(String written) {
    return Spelling.nearest(written, KNOWN).orElse("-");
  }

  @Test
  void may_be_a_slip_of_one_or_two_letters() {
    assertEquals("revenue", meant("revenu"));
    assertEquals("revenue", meant("REVENUE"));
    assertEquals("revenue", meant("ervenue"));
    assertEquals("sum", meant("sun"));
    assertEquals("at", meant("a"));
    assertEquals("-", meant("turnover"));
  }

  @Test
  void may_be_off_by_more_if_it_is_long() {
    assertEquals("rdExpenditure", meant("rdXpenditur"));
    assertEquals("rdPersonnel", meant("rdPersonal"));
    assertEquals("-", meant("personnelOfRd"));
  }

  @Test
  void may_be_cut_short_or_drawn_out() {
    assertEquals("industryCode", meant("industry"));
    assertEquals("rdPersonnel", meant("rdPersonnelAtYearsEnd"));
    assertEquals("-", meant("ind"), "three letters tell nothing");
  }

  @Test
  void is_taken_for_the_nearest_and_the_first_of_equals() {
    assertEquals(Optional.of("abcd"), Spelling.nearest("abce", List.of("abcf", "abcd", "abxx")));
    assertEquals(Optional.of("abce"), Spelling.nearest("abce", List.of("abcd", "abce")));
    assertEquals(Optional.empty(), Spelling.nearest("abc", List.of()));
  }
}
