package org.wuyou.policy.evaluate;

import java.util.List;
import java.util.Optional;
import org.wuyou.policy.Exact;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.model.Scorecard;

/**
 * A filled scorecard.
 *
 * @param rows one for each unit, in order of their codes
 * @param total the whole region on the same indicators
 */
public record Score(Scorecard scorecard, List<Row> rows, List<Cell> total) {
  public Score {
    rows = List.copyOf(rows);
    total = List.copyOf(total);
  }

  /**
   * @param composite the weighted sum of the indicators; empty where the document sets no weights
   */
  public record Row(Facts.Division unit, List<Cell> cells, Optional<Exact> composite) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One unit on one indicator.
   *
   * @param rank 1 is best; equal values share a rank and the next is skipped; absent without a
   *     value
   * @param distance value minus the target, in the indicator's unit
   * @param weight of the indicator in a composite, if the region has set one
   */
  public record Cell(
      Scorecard.Column column,
      Measured measured,
      Optional<String> shown,
      Optional<Integer> rank,
      Status status,
      Optional<Exact> distance,
      Optional<Exact> weight) {}
}
