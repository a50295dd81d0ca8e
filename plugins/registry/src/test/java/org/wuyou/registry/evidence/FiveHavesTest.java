package org.wuyou.registry.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.wuyou.registry.Amounts.wan;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wuyou.registry.evidence.EnterpriseEvidence.Account;
import org.wuyou.registry.evidence.EnterpriseEvidence.Reported;

@Tag("REG-10")
class FiveHavesTest {
  private static final LocalDate SUBMITTED = LocalDate.of(2022, 3, 5);
  private static final HaveEvidence INSTITUTION =
      HaveEvidence.ofRecord("JG-1 技术中心", LocalDate.of(2019, 5, 1));

  @Test
  void All_five_in_place_with_dated_evidence_for_each() {
    FiveHaves judged = evidence(List.of(INSTITUTION), true, reported(1, 1, "10", 2)).fiveHaves();
    assertEquals(true, judged.all());
    assertEquals(HaveKind.FIVE_HAVES, judged.conditions().stream().map(Have::kind).toList());
    for (Have have : judged.conditions()) {
      assertNotNull(have.evidence().getFirst().datedOn(), () -> have.kind() + " is dated");
      assertNull(have.zh(), "nothing to do");
    }
  }

  @Test
  void Without_an_institution_only_the_institution_is_missing() {
    FiveHaves judged = evidence(List.of(), true, reported(0, 2, "35", 4)).fiveHaves();
    assertEquals(false, judged.all());
    assertEquals(List.of(HaveKind.INSTITUTION), judged.missing());
    assertNotNull(judged.conditions().getFirst().zh(), "says what to do");
  }

  @Test
  void Spending_of_zero_is_no_funds_and_one_fen_is() {
    assertEquals(
        List.of(HaveKind.FUNDS),
        evidence(List.of(INSTITUTION), true, reported(1, 1, "0", 3)).fiveHaves().missing());
    assertEquals(
        true,
        evidence(List.of(INSTITUTION), true, reported(1, 1, "0.000001", 3)).fiveHaves().all());
  }

  @Test
  void A_blank_is_undetermined_and_not_missing() {
    FiveHaves judged = evidence(List.of(INSTITUTION), true, null).fiveHaves();
    assertNull(judged.all());
    assertEquals(List.of(), judged.missing());
    assertEquals(
        List.of(HaveKind.PROJECT, HaveKind.FUNDS, HaveKind.PERSONNEL), judged.undetermined());
  }

  @Test
  void A_known_gap_outranks_what_cannot_be_told() {
    FiveHaves judged =
        new EnterpriseEvidence(2021, List.of(INSTITUTION), List.of(), account(false), null)
            .fiveHaves();
    assertEquals(false, judged.all());
    assertEquals(List.of(HaveKind.ACCOUNT), judged.missing());
  }

  @Test
  void An_institution_needs_people_funds_facilities_direction_and_projects() {
    assertEquals(true, institution(5, "50", "200", List.of("铜材"), 2).all());
    assertEquals(List.of(HaveKind.DIRECTION), institution(5, "50", "200", List.of(), 2).missing());
    assertEquals(
        List.of(HaveKind.PERSONNEL, HaveKind.FACILITIES),
        institution(0, "20", "0", List.of("钨"), 1).missing());
  }

  @Test
  void The_two_standards_are_not_the_same_five() {
    FiveHaves conditions = institution(5, "50", "200", List.of("铜材"), 2);
    FiveHaves haves =
        new EnterpriseEvidence(
                2021, List.of(INSTITUTION), List.of(), account(false), reported(1, 2, "50", 5))
            .fiveHaves();
    assertEquals(true, conditions.all(), "qualifies as an institution");
    assertEquals(List.of(HaveKind.ACCOUNT), haves.missing(), "and lacks one of the five haves");
  }

  private static FiveHaves institution(
      int staff, String funds, String equipment, List<String> directions, int projects) {
    return new InstitutionEvidence(
            2021,
            INSTITUTION,
            HaveEvidence.ofRecord("JG-1 技术中心", SUBMITTED),
            staff,
            wan(funds),
            projects,
            "二号楼",
            wan(equipment),
            directions)
        .fiveConditions();
  }

  private static EnterpriseEvidence evidence(
      List<HaveEvidence> institutions, boolean compliant, Reported reported) {
    return new EnterpriseEvidence(2021, institutions, List.of(), account(compliant), reported);
  }

  private static Account account(boolean compliant) {
    return new Account(compliant, HaveEvidence.ofRecord("辅助账", LocalDate.of(2021, 12, 20)));
  }

  private static Reported reported(int institutions, int projects, String spending, int people) {
    return new Reported(
        HaveEvidence.ofReturn("2021", SUBMITTED), institutions, projects, wan(spending), people);
  }
}
