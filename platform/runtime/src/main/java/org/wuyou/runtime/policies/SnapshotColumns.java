package org.wuyou.runtime.policies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.plan.Column;
import org.wuyou.policy.plan.Columns;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.model.ValueType;

/**
 * Rows of one table of a snapshot as columns. What an earlier snapshot gathered is taken over as
 * long as the tables it came from have not changed since. Shared between threads.
 */
final class SnapshotColumns implements Columns {
  /** Percentages are kept with six decimals, and are ratios to policies. */
  private static final int RATIO_SCALE = 8;

  private final Snapshot snapshot;
  private final Table table;

  /** Positions by row; -1 where there is none. */
  private final int[] positions;

  private final Map<String, Object> known = new ConcurrentHashMap<>();
  private volatile @Nullable SnapshotColumns earlier;

  /**
   * @param earlier of an earlier snapshot, which is then asked no more
   */
  SnapshotColumns(
      Snapshot snapshot, Table table, int[] positions, @Nullable SnapshotColumns earlier) {
    this.snapshot = snapshot;
    this.table = table;
    this.positions = positions;
    boolean same =
        earlier != null
            && earlier.table.mark().equals(table.mark())
            && Arrays.equals(earlier.positions, positions);
    this.earlier = same ? earlier : null;
    if (earlier != null) {
      earlier.earlier = null;
    }
  }

  /** Whether these are rows of that snapshot. */
  boolean from(Snapshot other) {
    return snapshot == other;
  }

  @Override
  public int size() {
    return positions.length;
  }

  @Override
  public Subject subject(int row) {
    return new RowSubject(table.row(positions[row]));
  }

  @Override
  public boolean @Nullable [] absent() {
    boolean[] absent = new boolean[positions.length];
    boolean any = false;
    for (int row = 0; row < positions.length; row++) {
      absent[row] = positions[row] < 0;
      any |= absent[row];
    }
    return any ? absent : null;
  }

  @Override
  public Column column(String fact, FactType type) {
    Object column = known.get(fact);
    if (column == null) {
      SnapshotColumns before = earlier;
      column = before == null ? null : before.known.get(fact);
      column = column == null ? gathered(fact) : column;
      known.put(fact, column);
    }
    return (Column) column;
  }

  private Column gathered(String fact) {
    ValueType type = table.type().field(fact).type();
    int column = table.column(fact);
    return switch (type) {
      case ValueType.MoneyAmount m -> numbers(column, 2);
      case ValueType.Percent p -> numbers(column, RATIO_SCALE);
      case ValueType.Decimal d -> numbers(column, d.scale());
      case ValueType.Int i -> numbers(column, 0);
      case ValueType.Date d -> numbers(column, 0);
      case ValueType.Bool b -> truths(column);
      case ValueType.Text t -> texts(column);
      case ValueType.Code c -> texts(column);
      case ValueType.Enumeration e -> texts(column);
      case ValueType.Month m -> texts(column);
      case ValueType.Timestamp t -> throw none(fact);
      case ValueType.Reference r -> throw none(fact);
      case ValueType.Inverse i -> throw none(fact);
      case ValueType.Computed c -> throw none(fact);
    };
  }

  private IllegalArgumentException none(String fact) {
    return new IllegalArgumentException(table.type().name() + "." + fact + " has no column");
  }

  /** Whether there is no value; in a row without a subject there is none either. */
  private boolean missing(int row, int column) {
    return positions[row] < 0 || table.isNull(positions[row], column);
  }

  private boolean @Nullable [] missing(int column) {
    boolean[] missing = new boolean[positions.length];
    boolean any = false;
    for (int row = 0; row < positions.length; row++) {
      missing[row] = missing(row, column);
      any |= missing[row];
    }
    return any ? missing : null;
  }

  private Column numbers(int column, int scale) {
    double[] values = new double[positions.length];
    for (int row = 0; row < values.length; row++) {
      values[row] = missing(row, column) ? 0 : table.longAt(positions[row], column);
    }
    return new Column.Numbers(values, scale, true, missing(column));
  }

  private Column truths(int column) {
    boolean[] values = new boolean[positions.length];
    for (int row = 0; row < values.length; row++) {
      values[row] = !missing(row, column) && table.longAt(positions[row], column) != 0;
    }
    return new Column.Truths(values, missing(column));
  }

  private Column texts(int column) {
    int[] codes = new int[positions.length];
    Map<Long, Integer> places = new HashMap<>();
    List<String> dictionary = new ArrayList<>(List.of(""));
    for (int row = 0; row < codes.length; row++) {
      if (!missing(row, column)) {
        int position = positions[row];
        codes[row] =
            places.computeIfAbsent(
                table.longAt(position, column),
                code -> {
                  dictionary.add(String.valueOf(table.valueAt(position, column)));
                  return dictionary.size() - 1;
                });
      }
    }
    return new Column.Texts(codes, dictionary, missing(column));
  }

  @Override
  public Columns one(String fact) {
    return joined(
        fact,
        target(fact),
        other -> {
          int column = table.column(fact);
          int[] joined = new int[positions.length];
          for (int row = 0; row < joined.length; row++) {
            joined[row] = missing(row, column) ? -1 : (int) table.longAt(positions[row], column);
          }
          return joined;
        });
  }

  private String target(String fact) {
    return switch (table.type().field(fact).type()) {
      case ValueType.Reference reference -> reference.entity();
      case ValueType.Inverse inverse -> inverse.entity();
      default -> throw none(fact);
    };
  }

  @Override
  public Columns at(String many, int year) {
    return joined(
        many + "[" + year,
        target(many),
        other -> {
          int[] joined = new int[positions.length];
          Arrays.fill(joined, -1);
          int column = other.column("year");
          members(
              many,
              other,
              (position, row) -> {
                boolean wanted =
                    !other.isNull(position, column) && other.longAt(position, column) == year;
                if (wanted && joined[row] < 0) {
                  joined[row] = position;
                }
              });
          return joined;
        });
  }

  private interface Join {
    int[] positions(Table other);
  }

  private SnapshotColumns joined(String key, String entity, Join join) {
    SnapshotColumns columns = (SnapshotColumns) known.get(key);
    if (columns == null) {
      Table other = snapshot.table(entity);
      SnapshotColumns before = earlier;
      SnapshotColumns kept = before == null ? null : (SnapshotColumns) before.known.get(key);
      boolean same = kept != null && kept.table.mark().equals(other.mark());
      int[] found = same && kept != null ? kept.positions : join.positions(other);
      columns = new SnapshotColumns(snapshot, other, found, kept);
      known.put(key, columns);
    }
    return columns;
  }

  private interface Member {
    void at(int position, int row);
  }

  /** Every row of the other table that belongs to one of these, in order of creation. */
  private void members(String many, Table other, Member member) {
    if (!(table.type().field(many).type() instanceof ValueType.Inverse inverse)) {
      throw none(many);
    }
    // One subject may stand in several rows: a mentor of many is the mentor in each.
    int[] first = new int[table.limit()];
    int[] next = new int[positions.length];
    Arrays.fill(first, -1);
    for (int row = positions.length - 1; row >= 0; row--) {
      if (positions[row] >= 0) {
        next[row] = first[positions[row]];
        first[positions[row]] = row;
      }
    }
    int reference = other.column(inverse.field());
    for (int position = 0; position < other.limit(); position++) {
      if (other.live(position) && !other.isNull(position, reference)) {
        int row = first[(int) other.longAt(position, reference)];
        while (row >= 0) {
          member.at(position, row);
          row = next[row];
        }
      }
    }
  }

  @Override
  public Members many(String fact) {
    String key = fact + "[]";
    Members members = (Members) known.get(key);
    if (members == null) {
      members = gatheredMembers(fact, key);
      known.put(key, members);
    }
    return members;
  }

  private Members gatheredMembers(String fact, String key) {
    Table other = snapshot.table(target(fact));
    List<int[]> found = new ArrayList<>();
    members(fact, other, (position, row) -> found.add(new int[] {position, row}));
    int[] joined = found.stream().mapToInt(pair -> pair[0]).toArray();
    int[] owner = found.stream().mapToInt(pair -> pair[1]).toArray();
    SnapshotColumns before = earlier;
    Members kept = before == null ? null : (Members) before.known.get(key);
    SnapshotColumns columns = kept == null ? null : (SnapshotColumns) kept.columns();
    return new Members(new SnapshotColumns(snapshot, other, joined, columns), owner);
  }
}
