package org.wuyou.gateway.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Aggregation;
import org.wuyou.spi.data.Change;
import org.wuyou.spi.data.CommitResult;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.EntityStore;
import org.wuyou.spi.data.Group;
import org.wuyou.spi.data.Page;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Selection;
import org.wuyou.spi.data.Snapshot;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.data.Transaction;
import org.wuyou.spi.data.Violation;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;
import org.wuyou.spi.model.Label;
import org.wuyou.spi.model.Model;
import org.wuyou.spi.model.ValueType;

/** A store over maps: upserts, required fields and references, without disk. */
final class MapStore implements EntityStore {
  private final Model model;
  private Map<String, Map<List<Object>, Map<String, Object>>> rows = new LinkedHashMap<>();
  int commits;

  MapStore(Model model) {
    this.model = model;
    clear();
  }

  void clear() {
    rows = new LinkedHashMap<>();
    model.entities().keySet().forEach(name -> rows.put(name, new LinkedHashMap<>()));
  }

  int size(String entity) {
    return rows.get(entity).size();
  }

  Map<String, Object> row(String entity, Object... key) {
    return rows.get(entity).get(List.of(key));
  }

  @Override
  public CommitResult commit(Transaction transaction) {
    var copy = copy();
    CommitResult result = apply(transaction, copy);
    if (result instanceof CommitResult.Committed) {
      rows = copy;
      commits++;
      return new CommitResult.Committed(
          snapshot(), ((CommitResult.Committed) result).outcomes(), List.of());
    }
    return result;
  }

  @Override
  public CommitResult rehearse(Transaction transaction) {
    return apply(transaction, copy());
  }

  private Map<String, Map<List<Object>, Map<String, Object>>> copy() {
    Map<String, Map<List<Object>, Map<String, Object>>> copy = new LinkedHashMap<>();
    rows.forEach((name, table) -> copy.put(name, new LinkedHashMap<>(table)));
    return copy;
  }

  private CommitResult apply(
      Transaction transaction, Map<String, Map<List<Object>, Map<String, Object>>> into) {
    List<CommitResult.Outcome> outcomes = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < transaction.changes().size(); i++) {
      Change.Upsert upsert = (Change.Upsert) transaction.changes().get(i);
      EntityType entity = model.entity(upsert.entity());
      List<Object> key =
          entity.key().stream().map(k -> Objects.requireNonNull(upsert.values().get(k))).toList();
      var table = into.get(entity.name());
      Map<String, Object> before = table.get(key);
      Map<String, Object> after = new LinkedHashMap<>(before == null ? Map.of() : before);
      upsert.values().forEach((name, value) -> put(after, name, value));
      int violationsBefore = violations.size();
      for (Field field : entity.storedFields()) {
        Object value = after.get(field.name());
        if (field.required() && value == null) {
          violations.add(violation(i, "REQUIRED", field, null));
        }
        if (value instanceof RowKey.ByKey(var target)
            && field.type() instanceof ValueType.Reference(String other)
            && !into.get(other).containsKey(target)) {
          violations.add(violation(i, "REFERENCE_NOT_FOUND", field, target));
        }
      }
      if (violations.size() == violationsBefore) {
        table.put(key, after);
      }
      outcomes.add(
          new CommitResult.Outcome(
              before == null
                  ? CommitResult.Effect.CREATED
                  : before.equals(after)
                      ? CommitResult.Effect.UNCHANGED
                      : CommitResult.Effect.UPDATED,
              i));
    }
    return violations.isEmpty()
        ? new CommitResult.Committed(snapshot(), outcomes, List.of())
        : new CommitResult.Refused(violations);
  }

  private static void put(Map<String, Object> row, String name, @Nullable Object value) {
    if (value == null) {
      row.remove(name);
    } else {
      row.put(name, value);
    }
  }

  private static Violation violation(int change, String code, Field field, @Nullable Object value) {
    return new Violation(
        change, code, List.of(field.name()), value, new Label(code + "。", code + "."));
  }

  @Override
  public Snapshot snapshot() {
    var now = rows;
    return new Snapshot() {
      @Override
      public long version() {
        return commits;
      }

      @Override
      public Model model() {
        return model;
      }

      @Override
      public Table table(String entity) {
        return new MapTable(this, model.entity(entity), now.get(entity));
      }
    };
  }

  /** Every row satisfies every condition but those on one field's equality. */
  private static final class MapTable implements Table {
    private final Snapshot snapshot;
    private final EntityType type;
    private final List<List<Object>> keys;
    private final List<Map<String, Object>> rows;
    private final List<String> columns;

    MapTable(Snapshot snapshot, EntityType type, Map<List<Object>, Map<String, Object>> rows) {
      this.snapshot = snapshot;
      this.type = type;
      this.keys = List.copyOf(rows.keySet());
      this.rows = List.copyOf(rows.values());
      this.columns = type.storedFields().stream().map(Field::name).toList();
    }

    @Override
    public EntityType type() {
      return type;
    }

    @Override
    public int size() {
      return rows.size();
    }

    @Override
    public Object mark() {
      return rows;
    }

    @Override
    public int limit() {
      return rows.size();
    }

    @Override
    public boolean live(int position) {
      return true;
    }

    @Override
    public int column(String field) {
      return columns.indexOf(field);
    }

    @Override
    public long idAt(int position) {
      return position;
    }

    @Override
    public long versionAt(int position) {
      return 1;
    }

    @Override
    public @Nullable Object valueAt(int position, int column) {
      Object value = rows.get(position).get(columns.get(column));
      if (value instanceof RowKey key
          && type.field(columns.get(column)).type() instanceof ValueType.Reference(String other)) {
        return snapshot.find(other, key).orElseThrow();
      }
      return value;
    }

    @Override
    public boolean isNull(int position, int column) {
      return valueAt(position, column) == null;
    }

    @Override
    public long longAt(int position, int column) {
      throw new UnsupportedOperationException();
    }

    @Override
    public OptionalInt find(RowKey key) {
      int position = keys.indexOf(((RowKey.ByKey) key).values());
      return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
    }

    @Override
    public OptionalInt findBy(List<String> fields, List<Object> values) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Row> related(int position, String inverseField) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int relatedCount(int position, String inverseField) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Page select(Selection selection) {
      IntFunction<Selection.Cursor> cursors =
          i -> {
            throw new UnsupportedOperationException();
          };
      return new Page(this, positions(selection.where()), false, false, cursors);
    }

    @Override
    public Page selectRelated(int position, String inverseField, Selection selection) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long count(Condition where) {
      return positions(where).length;
    }

    @Override
    public int[] positions(Condition where) {
      return java.util.stream.IntStream.range(0, rows.size())
          .filter(i -> satisfies(rows.get(i), where))
          .toArray();
    }

    private static boolean satisfies(Map<String, Object> row, Condition where) {
      return switch (where) {
        case Condition.All all -> true;
        case Condition.And(List<Condition> parts) ->
            parts.stream().allMatch(part -> satisfies(row, part));
        case Condition.Compare(String field, Condition.Operator operator, Object value)
            when operator == Condition.Operator.EQ ->
            value.equals(row.get(field));
        default -> throw new UnsupportedOperationException(where.toString());
      };
    }

    @Override
    public List<Group> aggregate(Aggregation aggregation) {
      throw new UnsupportedOperationException();
    }
  }
}
