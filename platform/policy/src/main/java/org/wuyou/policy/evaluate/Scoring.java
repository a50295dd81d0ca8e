package org.wuyou.policy.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Unit;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.model.Scorecard;
import org.wuyou.policy.model.Target;

/** Fills scorecards. */
final class Scoring {
  private Scoring() {}

  static Score score(Session session, Facts facts, Scorecard scorecard) {
    List<Facts.Division> units = facts.parts(session.division());
    List<List<Score.Cell>> columns =
        scorecard.columns().stream()
            .map(
                column ->
                    ranked(units.stream().map(unit -> cell(session, column, unit.code())).toList()))
            .toList();
    List<Score.Row> rows = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      int row = i;
      List<Score.Cell> cells = columns.stream().map(column -> column.get(row)).toList();
      rows.add(new Score.Row(units.get(i), cells, composite(session, scorecard, cells)));
    }
    return new Score(
        scorecard,
        rows,
        scorecard.columns().stream()
            .map(column -> cell(session, column, session.division()))
            .toList());
  }

  private static Score.Cell cell(Session session, Scorecard.Column column, String division) {
    Measured measured = session.measured(column.indicator(), column.target(), division);
    Unit unit = column.indicator().unit();
    Optional<Exact> bound = column.target().flatMap(Target::threshold).flatMap(session::parameter);
    return new Score.Cell(
        column,
        measured,
        measured.quantity().map(quantity -> quantity.shown(unit)),
        Optional.empty(),
        column.target().map(target -> session.status(target, measured)).orElse(Status.NO_THRESHOLD),
        measured
            .quantity()
            .flatMap(quantity -> bound.map(b -> unit.fromBase(quantity.number().minus(b)))),
        column.weight().flatMap(session::parameter));
  }

  /** Equal values share the rank, and the next rank is skipped. */
  private static List<Score.Cell> ranked(List<Score.Cell> cells) {
    return cells.stream().map(cell -> withRank(cell, cells)).toList();
  }

  private static Score.Cell withRank(Score.Cell cell, List<Score.Cell> cells) {
    Optional<Integer> rank =
        cell.measured()
            .quantity()
            .map(
                own ->
                    1
                        + (int)
                            cells.stream()
                                .flatMap(other -> other.measured().quantity().stream())
                                .filter(other -> other.number().compareTo(own.number()) > 0)
                                .count());
    return new Score.Cell(
        cell.column(),
        cell.measured(),
        cell.shown(),
        rank,
        cell.status(),
        cell.distance(),
        cell.weight());
  }

  /** Only where every indicator has a weight and a value. */
  private static Optional<Exact> composite(
      Session session, Scorecard scorecard, List<Score.Cell> cells) {
    if (!scorecard.composite().map(c -> c.in(session.frame()).equals(Value.TRUE)).orElse(true)) {
      return Optional.empty();
    }
    Exact total = Exact.ZERO;
    for (Score.Cell cell : cells) {
      Optional<Exact> weight = cell.weight();
      Optional<Quantity> quantity = cell.measured().quantity();
      if (weight.isEmpty() || quantity.isEmpty()) {
        return Optional.empty();
      }
      total = total.plus(weight.get().times(quantity.get().number()));
    }
    return Optional.of(total);
  }
}
