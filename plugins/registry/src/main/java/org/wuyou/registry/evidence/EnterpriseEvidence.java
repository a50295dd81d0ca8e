package org.wuyou.registry.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.registry.evidence.Have.State;
import org.wuyou.spi.value.Money;

/**
 * What the register holds on the R&amp;D of one enterprise in one year; null where it holds
 * nothing.
 *
 * @param institutions records of institutions in existence at the end of the year
 * @param projects records of projects active in the year
 * @param account the account of the year, if registered
 * @param yearlyReturn the figures of the return, if there is one
 */
public record EnterpriseEvidence(
    int year,
    List<HaveEvidence> institutions,
    List<HaveEvidence> projects,
    @Nullable Account account,
    @Nullable Reported yearlyReturn) {

  /** A registered account and whether it was found compliant. */
  public record Account(boolean compliant, HaveEvidence evidence) {}

  /** The R&amp;D figures of a return, null where left blank: a blank is not a zero. */
  public record Reported(
      HaveEvidence evidence,
      @Nullable Integer institutions,
      @Nullable Integer projects,
      @Nullable Money expenditure,
      @Nullable Integer personnel) {}

  public EnterpriseEvidence {
    institutions = List.copyOf(institutions);
    projects = List.copyOf(projects);
  }

  /** Institution, project, account, funds, personnel. */
  public FiveHaves fiveHaves() {
    Reported r = yearlyReturn;
    return FiveHaves.of(
        year,
        List.of(
            judge(HaveKind.INSTITUTION, institutions, r == null ? null : r.institutions()),
            judge(HaveKind.PROJECT, projects, r == null ? null : r.projects()),
            accountCondition(),
            judge(HaveKind.FUNDS, List.of(), r == null ? null : fen(r.expenditure())),
            judge(HaveKind.PERSONNEL, List.of(), r == null ? null : r.personnel())));
  }

  private Have judge(HaveKind kind, List<HaveEvidence> records, @Nullable Number reported) {
    List<HaveEvidence> evidence = new ArrayList<>(records);
    if (yearlyReturn != null && reported != null && reported.longValue() > 0) {
      evidence.add(yearlyReturn.evidence());
    }
    return Have.counted(kind, evidence, reported == null ? null : reported.longValue());
  }

  private Have accountCondition() {
    if (account == null) {
      return Have.of(HaveKind.ACCOUNT, State.UNDETERMINED, List.of());
    }
    return Have.of(
        HaveKind.ACCOUNT,
        account.compliant() ? State.MET : State.NOT_MET,
        List.of(account.evidence()));
  }

  private static @Nullable Long fen(@Nullable Money amount) {
    return amount == null ? null : amount.fen();
  }

  /** The last day of a year, the day on which institutions are counted. */
  public static LocalDate yearEnd(int year) {
    return LocalDate.of(year, 12, 31);
  }
}
