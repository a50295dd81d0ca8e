package org.wuyou.registry.yearly;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.value.Money;

/**
 * Logic between the items of a yearly return. A blank never trips a check by itself: it is told
 * only where another item says that there is something to report.
 */
public final class ReturnChecks {
  private final ReturnFigures figures;
  private final List<ReturnFlag> flags = new ArrayList<>();

  private ReturnChecks(ReturnFigures figures) {
    this.figures = figures;
  }

  /** All that is odd about the figures. */
  public static List<ReturnFlag> of(ReturnFigures figures) {
    ReturnChecks checks = new ReturnChecks(figures);
    checks.spending();
    checks.people();
    checks.revenues();
    checks.newProducts();
    checks.accounts();
    return List.copyOf(checks.flags);
  }

  private void spending() {
    boolean spends = positive(figures.rdExpenditure());
    if (spends && !positive(figures.rdPersonnel())) {
      flag(
          "RD_WITHOUT_PERSONNEL",
          "有研发经费而没有研发人员；请核对研发人员数。",
          "R&D expenditure but no R&D personnel; check the number of R&D personnel.",
          "rdExpenditure",
          "rdPersonnel");
    }
    if (spends && !positive(figures.rdProjects())) {
      flag(
          "RD_WITHOUT_PROJECT",
          "有研发经费而没有研发项目；请核对研发项目数。",
          "R&D expenditure but no R&D project; check the number of projects.",
          "rdExpenditure",
          "rdProjectCount");
    }
    if (!spends && positive(figures.rdPersonnel())) {
      flag(
          "PERSONNEL_WITHOUT_RD",
          "有研发人员而没有研发经费；请核对研发经费。",
          "R&D personnel but no R&D expenditure; check the expenditure.",
          "rdPersonnel",
          "rdExpenditure");
    }
    if (!spends && positive(figures.rdProjects())) {
      flag(
          "PROJECT_WITHOUT_RD",
          "有研发项目而没有研发经费；没有经费的项目不算研发活动。",
          "R&D projects but no R&D expenditure; a project without spending is no R&D activity.",
          "rdProjectCount",
          "rdExpenditure");
    }
    exceeds(
        "RD_ABOVE_REVENUE", figures.rdExpenditure(), figures.revenue(), "rdExpenditure", "revenue");
  }

  private void people() {
    if (figures.rdPersonnel() != null
        && figures.employees() != null
        && figures.rdPersonnel() > figures.employees()) {
      flag(
          "RD_PERSONNEL_ABOVE_EMPLOYEES",
          "研发人员数大于从业人员数；请核对。",
          "More R&D personnel than employees; check both.",
          "rdPersonnel",
          "employees");
    }
  }

  private void revenues() {
    exceeds(
        "MAIN_BUSINESS_ABOVE_REVENUE",
        figures.mainBusinessRevenue(),
        figures.revenue(),
        "mainBusinessRevenue",
        "revenue");
    exceeds(
        "REVENUE_ABOVE_TOTAL_INCOME",
        figures.revenue(),
        figures.totalIncome(),
        "revenue",
        "totalIncome");
  }

  private void newProducts() {
    exceeds(
        "NEW_PRODUCT_ABOVE_OUTPUT",
        figures.newProductOutput(),
        figures.output(),
        "newProductOutput",
        "output");
    exceeds(
        "NEW_PRODUCT_ABOVE_REVENUE",
        figures.newProductSales(),
        figures.revenue(),
        "newProductSales",
        "revenue");
  }

  private void accounts() {
    exceeds(
        "DEDUCTION_ABOVE_EXPENSE",
        figures.superDeductionBase(),
        figures.rdExpense(),
        "superDeductionBase",
        "rdExpense");
    if (positive(figures.rdExpense()) && isZero(figures.rdExpenditure())) {
      flag(
          "EXPENSE_WITHOUT_RD",
          "会计口径有研发费用而统计口径研发经费为零；请核对两个口径。",
          "R&D expense in the accounts but zero R&D expenditure in the statistics; check both.",
          "rdExpense",
          "rdExpenditure");
    }
  }

  private void exceeds(
      String code,
      @Nullable Money part,
      @Nullable Money whole,
      String partField,
      String wholeField) {
    if (part != null && whole != null && part.compareTo(whole) > 0) {
      flag(
          code,
          partField + " 大于 " + wholeField + "，请核对两项金额与单位。",
          partField + " is larger than " + wholeField + "; check both amounts and their units.",
          partField,
          wholeField);
    }
  }

  private void flag(String code, String zh, String en, String... fields) {
    flags.add(ReturnFlag.of(code, List.of(fields), zh, en));
  }

  private static boolean positive(@Nullable Money amount) {
    return amount != null && amount.fen() > 0;
  }

  private static boolean positive(@Nullable Integer number) {
    return number != null && number > 0;
  }

  private static boolean isZero(@Nullable Money amount) {
    return amount != null && amount.fen() == 0;
  }
}
