package org.wuyou.registry.title;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("REG-07")
class ValidityTest {
  private static final LocalDate ISSUED = LocalDate.of(2018, 12, 1);

  @Test
  void An_HNTE_certificate_is_valid_from_its_day_of_issue_for_three_years() {
    Validity validity = Validity.of("HNTE", ISSUED, null, null);
    assertFalse(validity.on(LocalDate.of(2018, 11, 30)));
    assertTrue(validity.on(ISSUED));
    assertTrue(validity.on(LocalDate.of(2021, 11, 30)));
    assertFalse(validity.on(LocalDate.of(2021, 12, 1)));
  }

  @Test
  void A_stated_end_replaces_the_three_years() {
    Validity validity = Validity.of("HNTE", ISSUED, LocalDate.of(2020, 1, 1), null);
    assertTrue(validity.on(LocalDate.of(2019, 12, 31)));
    assertFalse(validity.on(LocalDate.of(2020, 1, 1)));
  }

  @Test
  void A_revoked_title_ends_on_the_day_of_revocation() {
    Validity validity = Validity.of("HNTE", ISSUED, null, LocalDate.of(2019, 6, 1));
    assertTrue(validity.on(LocalDate.of(2019, 5, 31)));
    assertFalse(validity.on(LocalDate.of(2019, 6, 1)));
  }

  @Test
  void Other_titles_have_no_end_of_their_own() {
    assertTrue(Validity.of("SINGLE_CHAMPION", ISSUED, null, null).on(LocalDate.of(2040, 1, 1)));
  }

  @Test
  void A_year_is_counted_as_valid_cumulative_issued_gained_lost_and_net() {
    Map<String, List<Validity>> titles =
        Map.of(
            "kept", List.of(hnte(2020, 9, 1)),
            "new", List.of(hnte(2021, 10, 1)),
            "lapsed", List.of(hnte(2018, 10, 1)),
            "renewed", List.of(hnte(2018, 11, 1), hnte(2021, 11, 1)),
            "long gone", List.of(hnte(2012, 1, 1)),
            "next year", List.of(hnte(2022, 1, 1)));
    TitleCount count = TitleCount.of(titles, LocalDate.of(2021, 12, 31));
    assertEquals(3, count.valid(), "kept, new, renewed");
    assertEquals(5, count.cumulative(), "all but next year's");
    assertEquals(2, count.issued(), "new, renewed");
    assertEquals(1, count.gained(), "new");
    assertEquals(1, count.lost(), "lapsed");
    assertEquals(0, count.net());
  }

  private static Validity hnte(int year, int month, int day) {
    return Validity.of("HNTE", LocalDate.of(year, month, day), null, null);
  }
}
