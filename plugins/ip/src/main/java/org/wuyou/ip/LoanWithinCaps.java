package org.wuyou.ip;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.value.Money;

/**
 * A loan that a fund stands behind keeps to the limits the fund has; one not set limits nothing.
 */
final class LoanWithinCaps implements RowCheck {
  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    Row fund = RowCheck.referred("PledgeFund", values.get("fund"), before).orElse(null);
    if (fund == null) {
      return List.of();
    }
    List<Fault> faults = new ArrayList<>();
    Money amount = (Money) Objects.requireNonNull(values.get("amount"));
    boolean micro = Boolean.TRUE.equals(values.get("micro"));
    above("LOAN_ABOVE_CAP", amount, fund.money(micro ? "microLoanCap" : "loanCap"), faults);
    above("YEAR_ABOVE_CAP", ofYear(values, amount, before), fund.money("yearlyCap"), faults);
    term(values, fund.integer("longestTermMonths"), faults);
    return faults;
  }

  private static void above(String code, Money found, @Nullable Money cap, List<Fault> faults) {
    if (cap != null && found.compareTo(cap) > 0) {
      faults.add(
          fault(
              code,
              "amount",
              new Label(
                  "金额 " + found + " 元超过基金规定的上限 " + cap + " 元；请减少金额或不列入该基金。",
                  found
                      + " CNY is above the fund's limit of "
                      + cap
                      + " CNY; lend less, or not under this fund.")));
    }
  }

  private static void term(
      Map<String, @Nullable Object> values, @Nullable Integer months, List<Fault> faults) {
    LocalDate from = (LocalDate) Objects.requireNonNull(values.get("grantedOn"));
    LocalDate to = (LocalDate) Objects.requireNonNull(values.get("dueOn"));
    if (months != null && to.isAfter(from.plusMonths(months))) {
      faults.add(
          fault(
              "TERM_TOO_LONG",
              "dueOn",
              new Label(
                  "期限超过基金规定的 " + months + " 个月；请提前到期日期或不列入该基金。",
                  "The term is longer than the fund's "
                      + months
                      + " months; let it end sooner, or not under this fund.")));
    }
  }

  /** The borrower's loans of the year of the loan, with it. */
  private static Money ofYear(Map<String, @Nullable Object> values, Money amount, Snapshot before) {
    int year = ((LocalDate) Objects.requireNonNull(values.get("grantedOn"))).getYear();
    return RowCheck.referred("Enterprise", values.get("enterprise"), before).stream()
        .flatMap(enterprise -> enterprise.related("pledgeLoans").stream())
        .filter(other -> !Objects.equals(other.text("number"), values.get("number")))
        .filter(other -> Objects.requireNonNull(other.date("grantedOn")).getYear() == year)
        .map(other -> Objects.requireNonNull(other.money("amount")))
        .reduce(amount, Money::plus);
  }

  private static Fault fault(String code, String field, Label message) {
    return new Fault(Severity.ERROR, code, field, message);
  }
}
