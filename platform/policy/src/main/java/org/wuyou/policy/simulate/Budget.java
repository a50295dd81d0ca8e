package org.wuyou.policy.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.wuyou.policy.Exact;

/**
 * Who is paid from a fixed sum, in order, until the next one in order can no longer be paid in
 * full.
 *
 * @param paid those who are paid, in order
 * @param spent what they get together, in yuan
 * @param unpaid those eligible whom the sum does not reach
 */
public record Budget(Exact sum, List<Simulation.Row> paid, Exact spent, int unpaid) {
  public Budget {
    paid = List.copyOf(paid);
  }

  static Budget of(
      Exact sum,
      List<Integer> eligible,
      IntFunction<Exact> amount,
      IntFunction<Simulation.Row> row,
      Comparator<Integer> order) {
    List<Integer> ordered = eligible.stream().sorted(order).toList();
    List<Simulation.Row> paid = new ArrayList<>();
    Exact spent = Exact.ZERO;
    for (int next : ordered) {
      Exact more = spent.plus(amount.apply(next));
      if (more.compareTo(sum) > 0) {
        break;
      }
      spent = more;
      paid.add(row.apply(next));
    }
    return new Budget(sum, paid, spent, ordered.size() - paid.size());
  }
}
