package org.wuyou.runtime.policies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wuyou.policy.Text;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.Statistic;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.plan.ColumnFacts;
import org.wuyou.policy.plan.Columns;
import org.wuyou.policy.plan.Kernels;
import org.wuyou.spi.data.Snapshot;

/** A snapshot as policies read it, in rows and in columns. */
record ColumnarFacts(SnapshotFacts rows, Gathered gathered, Kernels kernels)
    implements ColumnFacts {
  @Override
  public Columns columns(String entity, String division) {
    return gathered.of(rows.snapshot(), entity, rows.positions(entity, division), division);
  }

  @Override
  public List<Subject> population(String entity, String division) {
    return rows.population(entity, division);
  }

  @Override
  public Optional<Statistic> statistic(String indicator, String division, int year) {
    return rows.statistic(indicator, division, year);
  }

  @Override
  public List<Facts.Division> parts(String division) {
    return rows.parts(division);
  }

  @Override
  public Text divisionName(String division) {
    return rows.divisionName(division);
  }

  /** Columns gathered last, by entity and division; those least used are let go. */
  static final class Gathered {
    private static final int KEPT = 24;

    private record Key(String entity, String division) {}

    private final Map<Key, SnapshotColumns> last =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, SnapshotColumns> eldest) {
            return size() > KEPT;
          }
        };

    synchronized Columns of(Snapshot snapshot, String entity, int[] positions, String division) {
      Key key = new Key(entity, division);
      SnapshotColumns known = last.get(key);
      if (known != null && known.from(snapshot)) {
        return known;
      }
      SnapshotColumns made =
          new SnapshotColumns(snapshot, snapshot.table(entity), positions, known);
      last.put(key, made);
      return made;
    }
  }
}
