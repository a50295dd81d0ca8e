package org.wuyou.registry.group;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.registry.evidence.EnterpriseEvidence;
import org.wuyou.registry.evidence.EvidenceReader;
import org.wuyou.registry.figure.Growth;
import org.wuyou.registry.figure.Proportion;
import org.wuyou.registry.figure.Ratio;
import org.wuyou.registry.figure.Total;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.value.Money;

/**
 * R&amp;D figures of a group of enterprises, each worked out when asked for. A share counts every
 * enterprise of the group below the line; sums take what was reported, and growth and ratios only
 * the enterprises that reported both amounts.
 */
public final class RdFigures {
  private final EnterpriseGroup group;

  public RdFigures(EnterpriseGroup group) {
    this.group = group;
  }

  public int year() {
    return group.year();
  }

  public int enterprises() {
    return group.enterprises().size();
  }

  public Proportion rdActivity() {
    return share(e -> Boolean.TRUE.equals(spends(e)));
  }

  public Proportion rdInstitution() {
    return share(this::hasInstitution);
  }

  public Proportion fiveHaves() {
    return share(
        e ->
            Boolean.TRUE.equals(
                EvidenceReader.fiveHaves(e, group.year(), group.returnOf(e)).all()));
  }

  public Growth rdGrowth() {
    Total base = new Total();
    Total value = new Total();
    for (Row enterprise : group.enterprises()) {
      Money before = amount(group.returnsBefore().of(enterprise), "rdExpenditure");
      Money now = amount(group.returnOf(enterprise), "rdExpenditure");
      if (before != null && now != null) {
        base.add(before);
        value.add(now);
      }
    }
    return Growth.of(base.sum(), value.sum());
  }

  public Ratio rdIntensity() {
    return ratio("rdExpenditure", "revenue");
  }

  public Ratio newProductShare() {
    return ratio("newProductOutput", "output");
  }

  public @Nullable Money rdExpenditure() {
    return total("rdExpenditure");
  }

  public @Nullable Money tax() {
    return total("tax");
  }

  public @Nullable Long rdPersonnel() {
    Long sum = null;
    for (Row enterprise : group.enterprises()) {
      Row yearlyReturn = group.returnOf(enterprise);
      Integer people = yearlyReturn == null ? null : yearlyReturn.integer("rdPersonnel");
      if (people != null) {
        sum = (sum == null ? 0 : sum) + people;
      }
    }
    return sum;
  }

  /** Enterprises that reported and spent nothing. */
  public List<Row> withoutRdActivity() {
    return enterprises(e -> Boolean.FALSE.equals(spends(e)));
  }

  /** Enterprises whose expenditure is not known. */
  public List<Row> notReported() {
    return enterprises(e -> spends(e) == null);
  }

  public List<Row> withoutInstitution() {
    return enterprises(e -> !hasInstitution(e));
  }

  private @Nullable Boolean spends(Row enterprise) {
    Money rd = amount(group.returnOf(enterprise), "rdExpenditure");
    return rd == null ? null : rd.fen() > 0;
  }

  private boolean hasInstitution(Row enterprise) {
    LocalDate day = EnterpriseEvidence.yearEnd(group.year());
    return enterprise.related("rdInstitutions").stream()
        .anyMatch(institution -> EvidenceReader.exists(institution, day));
  }

  private Ratio ratio(String part, String whole) {
    Total parts = new Total();
    Total wholes = new Total();
    for (Row enterprise : group.enterprises()) {
      Money numerator = amount(group.returnOf(enterprise), part);
      Money denominator = amount(group.returnOf(enterprise), whole);
      if (numerator != null && denominator != null) {
        parts.add(numerator);
        wholes.add(denominator);
      }
    }
    return Ratio.of(parts.sum(), wholes.sum());
  }

  private @Nullable Money total(String field) {
    Total total = new Total();
    group.enterprises().forEach(e -> total.add(amount(group.returnOf(e), field)));
    return total.sum();
  }

  private Proportion share(java.util.function.Predicate<Row> counted) {
    return Proportion.of(enterprises(counted).size(), group.enterprises().size());
  }

  private List<Row> enterprises(java.util.function.Predicate<Row> wanted) {
    return group.enterprises().stream().filter(wanted).toList();
  }

  private static @Nullable Money amount(@Nullable Row yearlyReturn, String field) {
    return yearlyReturn == null ? null : yearlyReturn.money(field);
  }
}
