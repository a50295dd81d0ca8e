package org.wuyou.gateway.fetch;

import graphql.schema.DataFetchingEnvironment;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Condition;
import org.wuyou.spi.data.Page;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.data.RowKey;
import org.wuyou.spi.data.Selection;
import org.wuyou.spi.data.Table;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Label;

/**
 * One page of rows as clients see it; the page is read once, and only if rows are asked for, the
 * count only if the count is.
 */
public final class Connection {
  public static final Light NODES = (source, environment) -> ((Connection) source).nodes();
  public static final Light EDGES = (source, environment) -> ((Connection) source).edges();
  public static final Light PAGE = (source, environment) -> source;
  public static final Light TOTAL_COUNT =
      (source, environment) -> ((Connection) source).totalCount();
  public static final Light HAS_NEXT =
      (source, environment) -> ((Connection) source).page().hasNext();
  public static final Light HAS_PREVIOUS =
      (source, environment) -> ((Connection) source).page().hasPrevious();
  public static final Light START_CURSOR =
      (source, environment) -> ((Connection) source).edgeCursor(true);
  public static final Light END_CURSOR =
      (source, environment) -> ((Connection) source).edgeCursor(false);
  public static final Light EDGE_NODE = (source, environment) -> ((Edge) source).node();
  public static final Light EDGE_CURSOR = (source, environment) -> ((Edge) source).cursor();

  /** A row in its place on the page. */
  private record Edge(Connection connection, int index) {
    Row node() {
      Page page = connection.page();
      return page.table().row(page.positions()[index]);
    }

    String cursor() {
      return connection.cursors.encode(connection.page().cursors().apply(index));
    }
  }

  private final RequestContext context;
  private final Cursors cursors;
  private final Selection selection;
  private final Function<Selection, Page> reader;
  private final Function<Condition, Long> counter;
  private @Nullable Page page;

  private Connection(
      RequestContext context,
      EntityType entity,
      DataFetchingEnvironment environment,
      Function<Selection, Page> reader,
      Function<Condition, Long> counter) {
    PageRequest request = PageRequest.of(context, entity, environment);
    this.context = context;
    this.reader = reader;
    this.counter = counter;
    this.cursors = request.cursors();
    this.selection = request.selection();
  }

  static Connection ofAll(
      RequestContext context, EntityType entity, DataFetchingEnvironment environment) {
    if (!context.snapshot().model().entities().containsKey(entity.name())) {
      return new Connection(context, entity, environment, Connection::nothing, where -> 0L);
    }
    Table table = context.snapshot().table(entity.name());
    return new Connection(
        context,
        entity,
        environment,
        table::select,
        where -> where instanceof Condition.All ? table.size() : table.count(where));
  }

  static Connection ofInverse(
      RequestContext context,
      EntityType entity,
      Row owner,
      String field,
      String back,
      DataFetchingEnvironment environment) {
    Table table = owner.table();
    int position = owner.position();
    if (!table.type().fields().containsKey(field)) {
      return new Connection(context, entity, environment, Connection::nothing, where -> 0L);
    }
    return new Connection(
        context,
        entity,
        environment,
        selection -> table.selectRelated(position, field, selection),
        where ->
            where instanceof Condition.All
                ? table.relatedCount(position, field)
                : context
                    .snapshot()
                    .table(entity.name())
                    .count(Condition.and(Condition.eq(back, RowKey.id(owner.id())), where)));
  }

  /** The entity is not in the snapshot: its module has only just come, or is gone. */
  private static Page nothing(Selection selection) {
    throw new RequestFault(
        "PLUGIN_UNAVAILABLE",
        new Label("数据正在迁移；请稍后再试。", "The data is being migrated; try again shortly."),
        Map.of());
  }

  private Page page() {
    Page read = page;
    if (read == null) {
      context.checkDeadline();
      read = reader.apply(selection);
      page = read;
    }
    return read;
  }

  private List<Row> nodes() {
    Page read = page();
    return new AbstractList<>() {
      @Override
      public Row get(int index) {
        return read.table().row(read.positions()[index]);
      }

      @Override
      public int size() {
        return read.positions().length;
      }
    };
  }

  private List<Edge> edges() {
    int size = page().positions().length;
    return java.util.stream.IntStream.range(0, size).mapToObj(i -> new Edge(this, i)).toList();
  }

  private long totalCount() {
    context.checkDeadline();
    return counter.apply(selection.where());
  }

  private @Nullable String edgeCursor(boolean first) {
    int size = page().positions().length;
    return size == 0 ? null : new Edge(this, first ? 0 : size - 1).cursor();
  }
}
