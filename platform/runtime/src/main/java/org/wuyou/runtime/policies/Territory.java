package org.wuyou.runtime.policies;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.Snapshot;

/**
 * The codes that make up a division: those below it, and retired ones from elsewhere that it or a
 * part of it succeeded. A county that became a district under another code keeps its enterprises.
 */
record Territory(String prefix, Set<String> replaced) {
  private static final String DIVISION = "Division";
  private static final String PREDECESSORS = "predecessors";

  static Territory of(Snapshot snapshot, String division) {
    Set<String> replaced = new LinkedHashSet<>();
    String prefix = Bundles.prefix(division);
    Row row = row(snapshot, division);
    if (row != null) {
      gather(row, prefix, replaced);
    }
    return new Territory(prefix, Set.copyOf(replaced));
  }

  private static @Nullable Row row(Snapshot snapshot, String division) {
    var type = snapshot.model().entities().get(DIVISION);
    return type != null && type.fields().containsKey(PREDECESSORS)
        ? snapshot.get(DIVISION, division)
        : null;
  }

  private static void gather(Row division, String prefix, Set<String> replaced) {
    for (Row earlier : division.related(PREDECESSORS)) {
      String code = String.valueOf(earlier.text("code"));
      if (!code.startsWith(prefix) && replaced.add(code)) {
        gather(earlier, prefix, replaced);
      }
    }
    for (Row part : division.related("children")) {
      gather(part, prefix, replaced);
    }
  }

  /** Whether the code lies there; only one from elsewhere has to be looked for in the history. */
  static boolean holds(Snapshot snapshot, String division, String code) {
    return code.startsWith(Bundles.prefix(division))
        || of(snapshot, division).replaced.contains(code);
  }

  /** Of the rows whose division code at {@code path} lies here. */
  Condition on(String path) {
    Condition below = new Condition.TextMatch(path, Condition.Match.STARTS_WITH, prefix, false);
    if (replaced.isEmpty()) {
      return below;
    }
    List<Object> codes = new ArrayList<>(replaced);
    return new Condition.Or(List.of(below, new Condition.In(path, codes)));
  }
}
