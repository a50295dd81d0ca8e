package org.wuyou.testkit.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Who does R&amp;D in one province and year, and how much: shares and means are those of the
 * province, sums are met to the last unit.
 *
 * @param rd thousand yuan by code, of those with R&amp;D
 * @param personnel R&amp;D people by code, of those with R&amp;D
 * @param institutions codes of those with an R&amp;D institution
 */
record SyntheticYear(
    int year, Map<String, Long> rd, Map<String, Long> personnel, Set<String> institutions) {

  static SyntheticYear of(List<Subject> province, ProvinceYear published) {
    int year = published.year();
    List<Subject> list = province.stream().filter(s -> s.aboveScale(year)).toList();
    List<Subject> active = first(list, published.activeAmong(list.size()), Subject::inclination);
    Set<String> institutions = new HashSet<>();
    first(list, published.institutionsAmong(list.size()), Subject::institutionInclination)
        .forEach(s -> institutions.add(s.uscc()));
    Map<String, Long> rd = new HashMap<>();
    Map<String, Long> personnel = new HashMap<>();
    if (!active.isEmpty()) {
      split(published.rdThousandYuan(active.size()), active, year, rd);
      split(published.personnel(active.size()), active, year, personnel);
    }
    return new SyntheticYear(year, rd, personnel, institutions);
  }

  private static List<Subject> first(
      List<Subject> list, int count, ToIntFunction<Subject> inclination) {
    return list.stream()
        .sorted(Comparator.comparingInt(inclination).thenComparing(Subject::uscc))
        .limit(count)
        .toList();
  }

  /** Splits a sum by revenue, damped so that no share outgrows its enterprise; at least 1 each. */
  private static void split(long sum, List<Subject> among, int year, Map<String, Long> into) {
    List<Long> weights = new ArrayList<>();
    for (Subject subject : among) {
      long root = Math.round(StrictMath.sqrt(subject.revenueOf(year)));
      weights.add(root * (60 + Draw.of(subject.uscc(), "intensity " + year) / 12_500));
    }
    long total = weights.stream().mapToLong(Long::longValue).sum();
    long rest = sum - among.size();
    long weightBefore = 0;
    long givenBefore = 0;
    for (int i = 0; i < among.size(); i++) {
      weightBefore += weights.get(i);
      long given = Math.multiplyExact(rest, weightBefore) / total;
      into.put(among.get(i).uscc(), 1 + given - givenBefore);
      givenBefore = given;
    }
  }
}
