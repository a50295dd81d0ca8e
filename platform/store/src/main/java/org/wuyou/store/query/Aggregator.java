package org.wuyou.store.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Aggregation;
import org.wuyou.spi.data.Deadline;
import org.wuyou.spi.data.Group;
import org.wuyou.spi.data.Table;
import org.wuyou.store.column.Bits;
import org.wuyou.store.column.LongBlock;
import org.wuyou.store.table.TableState;

/** Figures per group, segment by segment over unpacked numbers. */
record Aggregator(Conditions conditions, TableState table, Function<String, Table> tables) {

  List<Group> aggregate(Aggregation aggregation) {
    Filter filter = conditions.filter(table, aggregation.where());
    List<GroupKey> keys = new ArrayList<>();
    for (Aggregation.GroupBy by : aggregation.groupBy()) {
      keys.add(new GroupKey(conditions, conditions.path(table, by.field()), by, tables));
    }
    List<Figure> figures =
        aggregation.measures().stream()
            .map(m -> new Figure(conditions, filter, m, tables))
            .toList();
    Grouping grouping = new Grouping(keys);
    SegmentReader reader = new SegmentReader();
    long[] isTrue = new long[Filter.WORDS];
    long[] isFalse = new long[Filter.WORDS];
    int[] groups = new int[LongBlock.ROWS];
    long[][] few = few(filter);
    for (int number = 0; number < table.segmentCount(); number++) {
      Deadline.check();
      if (few.length > 0) {
        System.arraycopy(few[number], 0, isTrue, 0, Filter.WORDS);
      } else {
        filter.segment(number, isTrue, isFalse);
      }
      if (Bits.count(isTrue) > 0) {
        grouping.assign(number, isTrue, groups, reader);
        for (Figure figure : figures) {
          figure.add(number, isTrue, groups, grouping.size(), reader);
        }
      }
    }
    return groups(grouping, keys, figures);
  }

  /** The rows as bit sets by segment, if an index finds them and they are few; else none. */
  private long[][] few(Filter filter) {
    if (Candidates.estimate(filter) > table.size() / 16) {
      return new long[0][];
    }
    long[][] bits = new long[table.segmentCount()][Filter.WORDS];
    for (int position : Candidates.matching(filter)) {
      Bits.set(bits[position >> LongBlock.SHIFT], position & (LongBlock.ROWS - 1));
    }
    return bits;
  }

  private static List<Group> groups(Grouping grouping, List<GroupKey> keys, List<Figure> figures) {
    if (keys.isEmpty()) {
      grouping.single();
    }
    Integer[] sorted = new Integer[grouping.size()];
    Arrays.setAll(sorted, i -> i);
    Comparator<Integer> ascending =
        (left, right) -> {
          for (int k = 0; k < keys.size(); k++) {
            boolean leftMissing = grouping.missing(left, k);
            boolean rightMissing = grouping.missing(right, k);
            int order =
                leftMissing || rightMissing
                    ? Boolean.compare(leftMissing, rightMissing)
                    : keys.get(k).compare(grouping.number(left, k), grouping.number(right, k));
            if (order != 0) {
              return order;
            }
          }
          return 0;
        };
    Arrays.sort(sorted, ascending);
    List<Group> groups = new ArrayList<>(sorted.length);
    for (int group : sorted) {
      List<@Nullable Object> keyValues = new ArrayList<>(keys.size());
      for (int k = 0; k < keys.size(); k++) {
        keyValues.add(
            grouping.missing(group, k) ? null : keys.get(k).value(grouping.number(group, k)));
      }
      List<@Nullable Object> values = new ArrayList<>(figures.size());
      for (Figure figure : figures) {
        values.add(figure.value(group, grouping.rows(group)));
      }
      groups.add(
          new Group(Collections.unmodifiableList(keyValues), Collections.unmodifiableList(values)));
    }
    return groups;
  }
}
