package org.wuyou.registry.group;

import java.util.ArrayList;
import java.util.List;
import org.wuyou.registry.scale.AboveScale;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Table;

/**
 * Who entered and who left the above-scale list in a year. Only an enterprise that is known to be
 * in or out in both years enters or leaves; the others are counted as undetermined.
 */
public record AboveScaleChange(
    int year,
    int before,
    int entered,
    int left,
    int net,
    int undetermined,
    List<Row> enteredEnterprises,
    List<Row> leftEnterprises) {

  public static AboveScaleChange of(Snapshot snapshot, Condition where, int year) {
    AboveScaleList last = AboveScaleList.of(snapshot, year - 1);
    AboveScaleList now = AboveScaleList.of(snapshot, year);
    Table table = snapshot.table("Enterprise");
    List<Row> entered = new ArrayList<>();
    List<Row> left = new ArrayList<>();
    int before = 0;
    int undetermined = 0;
    for (int position : table.positions(where)) {
      Row enterprise = table.row(position);
      AboveScale then = last.of(enterprise);
      AboveScale today = now.of(enterprise);
      before += then.holds() ? 1 : 0;
      if (then.aboveScale() == null || today.aboveScale() == null) {
        undetermined++;
      } else if (today.holds() && !then.holds()) {
        entered.add(enterprise);
      } else if (then.holds() && !today.holds()) {
        left.add(enterprise);
      }
    }
    return new AboveScaleChange(
        year,
        before,
        entered.size(),
        left.size(),
        entered.size() - left.size(),
        undetermined,
        List.copyOf(entered),
        List.copyOf(left));
  }
}
