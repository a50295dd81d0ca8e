package org.wuyou.store.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Aggregation;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Group;
import org.wuyou.spi.data.Page;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Selection;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.ValueType;
import org.wuyou.store.column.TextList;
import org.wuyou.store.table.Column;
import org.wuyou.store.table.Keys;
import org.wuyou.store.table.ReferenceIndex;
import org.wuyou.store.table.TableState;
import org.wuyou.store.table.Values;

/** One table of one snapshot. */
final class StoreTable implements Table {
  private static final int FIGURES = 64;

  private final StoreSnapshot snapshot;
  private final Conditions conditions;
  private final TableState state;

  /** Answers given: a snapshot does not change, and boards ask the same again and again. */
  private final Map<Aggregation, List<Group>> figures = new ConcurrentHashMap<>();

  StoreTable(StoreSnapshot snapshot, Conditions conditions, TableState state) {
    this.snapshot = snapshot;
    this.conditions = conditions;
    this.state = state;
  }

  @Override
  public EntityType type() {
    return state.layout().declaration();
  }

  @Override
  public int size() {
    return state.size();
  }

  /** A state is made anew by every change of its rows, and by nothing else. */
  @Override
  public Object mark() {
    return state;
  }

  @Override
  public int limit() {
    return state.limit();
  }

  @Override
  public boolean live(int position) {
    return state.live(position);
  }

  @Override
  public int column(String field) {
    return state.layout().column(field);
  }

  @Override
  public long idAt(int position) {
    return position + 1L;
  }

  @Override
  public long versionAt(int position) {
    return state.version(position);
  }

  @Override
  public @Nullable Object valueAt(int position, int column) {
    if (state.isNull(position, column)) {
      return null;
    }
    Column declared = state.layout().at(column);
    if (declared.list()) {
      List<Object> elements = new ArrayList<>();
      for (String element : TextList.split(state.textAt(position, column))) {
        Object value = Values.elementValue(declared.type(), element);
        String target = declared.target();
        elements.add(target == null ? value : snapshot.table(target).row((int) ((Long) value - 1)));
      }
      return List.copyOf(elements);
    }
    if (declared.coded()) {
      return state.textAt(position, column);
    }
    long stored = state.longAt(position, column);
    String target = declared.target();
    return target == null
        ? Values.value(declared.type(), stored)
        : snapshot.table(target).row((int) stored);
  }

  @Override
  public boolean isNull(int position, int column) {
    return state.isNull(position, column);
  }

  @Override
  public long longAt(int position, int column) {
    return state.longAt(position, column);
  }

  @Override
  public OptionalInt find(RowKey key) {
    return optional(Keys.find(snapshot.states(), state, key));
  }

  @Override
  public OptionalInt findBy(List<String> fields, List<Object> values) {
    List<Integer> columns = fields.stream().map(state.layout()::column).toList();
    int unique = state.layout().uniques().indexOf(columns);
    if (unique < 0) {
      throw new IllegalArgumentException(fields + " is not a unique set of " + type().name());
    }
    return optional(Keys.find(snapshot.states(), state, unique, values));
  }

  private static OptionalInt optional(int position) {
    return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
  }

  private record Sources(StoreTable table, ReferenceIndex index) {}

  private Sources sources(String inverseField) {
    if (!(type().field(inverseField).type() instanceof ValueType.Inverse inverse)) {
      throw new IllegalArgumentException(
          inverseField + " is not an inverse field of " + type().name());
    }
    StoreTable table = (StoreTable) snapshot.table(inverse.entity());
    return new Sources(table, table.state.referencesBy(table.column(inverse.field())));
  }

  @Override
  public List<Row> related(int position, String inverseField) {
    Sources sources = sources(inverseField);
    int[] positions = sources.index.sources(position);
    List<Row> rows = new ArrayList<>(positions.length);
    for (int source : positions) {
      rows.add(sources.table.row(source));
    }
    return rows;
  }

  @Override
  public int relatedCount(int position, String inverseField) {
    return sources(inverseField).index.count(position);
  }

  @Override
  public Page select(Selection selection) {
    Selector selector = new Selector(conditions, state);
    return page(selector.select(selection), selection);
  }

  @Override
  public Page selectRelated(int position, String inverseField, Selection selection) {
    Sources sources = sources(inverseField);
    Selector selector = new Selector(conditions, sources.table.state);
    return sources.table.page(
        selector.among(sources.index.sources(position), selection), selection);
  }

  private Page page(Window.Found found, Selection selection) {
    RowOrderOnce order = new RowOrderOnce(selection);
    return new Page(
        this,
        found.positions(),
        found.hasNext(),
        found.hasPrevious(),
        n -> order.get().cursor(found.positions()[n]));
  }

  /** Makes the order when the first cursor is asked for. */
  private final class RowOrderOnce {
    private final Selection selection;
    private @Nullable RowOrder order;

    RowOrderOnce(Selection selection) {
      this.selection = selection;
    }

    RowOrder get() {
      RowOrder known = order;
      if (known == null) {
        known = RowOrder.of(conditions, state, selection.order());
        order = known;
      }
      return known;
    }
  }

  @Override
  public long count(Condition where) {
    if (where instanceof Condition.All) {
      return size();
    }
    Filter filter = conditions.filter(state, where);
    return Candidates.estimate(filter) <= Math.max(64, size() / 16)
        ? Candidates.matching(filter).length
        : filter.count();
  }

  @Override
  public int[] positions(Condition where) {
    return Candidates.matching(conditions.filter(state, where));
  }

  @Override
  public List<Group> aggregate(Aggregation aggregation) {
    List<Group> known = figures.get(aggregation);
    if (known == null) {
      known =
          List.copyOf(new Aggregator(conditions, state, snapshot::table).aggregate(aggregation));
      if (figures.size() >= FIGURES) {
        figures.clear();
      }
      figures.put(aggregation, known);
    }
    return known;
  }
}
