package org.wuyou.policy.plan;

import java.time.LocalDate;
import java.util.List;
import org.wuyou.policy.expression.Value;

/** Functions of days, column by column. */
final class Days {
  private Days() {}

  static Leaf of(String function, List<Operand> operands) {
    if (!(operands.get(0) instanceof Operand.Day day)) {
      throw new Unplannable("日期逐户计算得出", "a day found row by row");
    }
    Column.Numbers days = (Column.Numbers) day.leaf().column();
    double[] values = new double[days.values().length];
    if (function.equals("yearOf")) {
      for (int row = 0; row < values.length; row++) {
        values[row] = LocalDate.ofEpochDay((long) days.values()[row]).getYear();
      }
    } else {
      int years = years(operands.get(1));
      for (int row = 0; row < values.length; row++) {
        values[row] = LocalDate.ofEpochDay((long) days.values()[row]).plusYears(years).toEpochDay();
      }
    }
    return new Leaf(
        new Column.Numbers(values, 0, true, days.missing()),
        day.leaf().states(),
        day.leaf().masks());
  }

  private static int years(Operand operand) {
    if (operand instanceof Operand.Fixed fixed && fixed.value() instanceof Value.Number number) {
      return number.exact().rounded(0).intValueExact();
    }
    throw new Unplannable("年数逐户不同", "a number of years that differs by row");
  }
}
