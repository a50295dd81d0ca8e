package org.wuyou.runtime.policies;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.RowCheck;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.model.Label;

/** Gives each new decision its number as it is written; refuses every change of one that stands. */
final class DecisionNumber implements RowCheck {
  /** The number of a decision on its way into the table. */
  static final Integer UNPLACED = 0;

  @Override
  public Map<String, @Nullable Object> complete(
      Map<String, @Nullable Object> values, Snapshot before) {
    return UNPLACED.equals(values.get("number")) ? Map.of("number", next(before)) : Map.of();
  }

  @Override
  public List<Fault> check(Map<String, @Nullable Object> values, Snapshot before) {
    return Objects.equals(values.get("number"), next(before))
        ? List.of()
        : List.of(
            new Fault(
                Severity.ERROR,
                "DECISION_STANDS",
                "number",
                new Label(
                    "政策决定只能新增，不能修改；请另作决定。", "Decisions are added, never changed; decide anew.")));
  }

  private static int next(Snapshot before) {
    Table decisions = before.table(Decision.ENTITY);
    for (int position = decisions.limit() - 1; position >= 0; position--) {
      if (decisions.live(position)) {
        Row last = decisions.row(position);
        return Objects.requireNonNull(last.integer("number")) + 1;
      }
    }
    return 1;
  }
}
