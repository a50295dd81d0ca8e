package org.wuyou.registry.group;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wuyou.registry.evidence.EnterpriseEvidence;
import org.wuyou.registry.read.YearColumn;
import org.wuyou.registry.scale.ScaleReader;
import org.wuyou.registry.scale.SizeClass;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Table;

/**
 * Enterprises that count together for one year, with their returns of that year and the one before.
 */
public record EnterpriseGroup(
    int year, List<Row> enterprises, YearColumn returns, YearColumn returnsBefore) {

  public EnterpriseGroup {
    enterprises = List.copyOf(enterprises);
  }

  /** The enterprises within {@code where} that belong to the population in that year. */
  public static EnterpriseGroup of(
      Snapshot snapshot, Condition where, int year, Population population) {
    YearColumn returns = YearColumn.of(snapshot, "YearlyReturn", year);
    AboveScaleList list = AboveScaleList.of(snapshot, year);
    Predicate<Row> counts = enterprise -> counts(enterprise, population, list, returns);
    return new EnterpriseGroup(
        year,
        select(snapshot, where, counts),
        returns,
        YearColumn.of(snapshot, "YearlyReturn", year - 1));
  }

  /**
   * The enterprises that owe a return for the year: those of the population, and those that were in
   * it the year before and of which nothing is known yet, since a missing return takes nobody off
   * the list.
   */
  public static EnterpriseGroup expectedToReport(
      Snapshot snapshot, Condition where, int year, Population population) {
    EnterpriseGroup now = of(snapshot, where, year, population);
    if (population == Population.ALL) {
      return now;
    }
    AboveScaleList list = AboveScaleList.of(snapshot, year);
    List<Row> expected = new ArrayList<>(now.enterprises);
    of(snapshot, where, year - 1, population).enterprises.stream()
        .filter(enterprise -> list.of(enterprise).aboveScale() == null)
        .forEach(expected::add);
    return new EnterpriseGroup(year, expected, now.returns, now.returnsBefore);
  }

  private static List<Row> select(Snapshot snapshot, Condition where, Predicate<Row> counts) {
    Table table = snapshot.table("Enterprise");
    List<Row> selected = new ArrayList<>();
    for (int position : table.positions(where)) {
      Row enterprise = table.row(position);
      if (counts.test(enterprise)) {
        selected.add(enterprise);
      }
    }
    return selected;
  }

  private static boolean counts(
      Row enterprise, Population population, AboveScaleList list, YearColumn returns) {
    if (population == Population.ALL) {
      return true;
    }
    if (!list.of(enterprise).holds()) {
      return false;
    }
    return switch (population) {
      case ALL, ABOVE_SCALE -> true;
      case ABOVE_SCALE_TECH -> marked(enterprise, EnterpriseEvidence.yearEnd(list.year()));
      case LARGE_AND_MEDIUM -> {
        SizeClass size = ScaleReader.size(returns.of(enterprise));
        yield size == SizeClass.LARGE || size == SizeClass.MEDIUM;
      }
    };
  }

  /** Whether it bears the tech mark on the day. */
  private static boolean marked(Row enterprise, LocalDate day) {
    LocalDate since = enterprise.date("techEnterpriseSince");
    return Boolean.TRUE.equals(enterprise.bool("techEnterprise"))
        && (since == null || !since.isAfter(day));
  }

  /** The same years for some of the enterprises. */
  public EnterpriseGroup only(Predicate<Row> wanted) {
    return new EnterpriseGroup(
        year, enterprises.stream().filter(wanted).toList(), returns, returnsBefore);
  }

  public @Nullable Row returnOf(Row enterprise) {
    return returns.of(enterprise);
  }
}
