package org.wuyou.runtime.policies;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Text;
import org.wuyou.policy.Unit;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.Statistic;
import org.wuyou.policy.facts.Subject;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Table;

/** One snapshot of the register as policies read it. */
record SnapshotFacts(Snapshot snapshot) implements Facts {
  private static final String STATISTIC = "RegionStatistic";
  private static final String DIVISION = "Division";

  @Override
  public List<Subject> population(String entity, String division) {
    Table table = snapshot.table(entity);
    return Arrays.stream(positions(entity, division))
        .mapToObj(position -> (Subject) new RowSubject(table.row(position)))
        .toList();
  }

  /** Positions of the entity's rows within the division, ascending. */
  int[] positions(String entity, String division) {
    Table table = snapshot.table(entity);
    Condition within =
        table
            .type()
            .scopeField()
            .map(path -> Territory.of(snapshot, division).on(path))
            .orElse(Condition.ALL);
    return table.positions(within);
  }

  @Override
  public Optional<Statistic> statistic(String indicator, String division, int year) {
    if (!snapshot.model().entities().containsKey(STATISTIC)) {
      return Optional.empty();
    }
    Row row = snapshot.get(STATISTIC, division, year, indicator);
    return row == null ? Optional.empty() : statistic(row);
  }

  private static Optional<Statistic> statistic(Row row) {
    BigDecimal value = row.decimal("value");
    if (value == null) {
      return Optional.empty();
    }
    Optional<Unit> unit = Optional.ofNullable(row.text("unit")).flatMap(Unit::find);
    BigDecimal base = unit.map(u -> u.toBase(Exact.of(value)).decimal()).orElse(value);
    return Optional.of(new Statistic(base, String.valueOf(row.text("source"))));
  }

  @Override
  public List<Division> parts(String division) {
    Row row = divisionRow(division);
    return row == null
        ? List.of()
        : row.related("children").stream()
            .filter(child -> child.value("validTo") == null)
            .map(child -> new Division(code(child), name(child)))
            .sorted(Comparator.comparing(Division::code))
            .toList();
  }

  @Override
  public Text divisionName(String division) {
    Row row = divisionRow(division);
    return row == null ? new Text(division, division) : name(row);
  }

  private @Nullable Row divisionRow(String division) {
    return snapshot.model().entities().containsKey(DIVISION)
        ? snapshot.get(DIVISION, division)
        : null;
  }

  private static String code(Row division) {
    return String.valueOf(division.text("code"));
  }

  private static Text name(Row division) {
    String name = String.valueOf(division.text("name"));
    return new Text(name, name);
  }
}
