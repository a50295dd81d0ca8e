package org.wuyou.store.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wuyou.store.column.Dictionary;
import org.wuyou.store.column.DictionaryView;
import org.wuyou.store.column.LongBlock;

/** The writer's side of one table: makes each state from the one before. Not thread-safe. */
public final class LiveTable {
  private final @Nullable Dictionary[] dictionaries;
  private final List<UniqueIndex> uniques;
  private TableState state;

  private LiveTable(
      @Nullable Dictionary[] dictionaries, List<UniqueIndex> uniques, TableState state) {
    this.dictionaries = dictionaries;
    this.uniques = uniques;
    this.state = state;
  }

  public static LiveTable empty(Layout layout) {
    int width = layout.columns().size();
    @Nullable Dictionary[] dictionaries = new @Nullable Dictionary[width];
    @Nullable ReferenceIndex[] references = new @Nullable ReferenceIndex[width];
    for (int i = 0; i < width; i++) {
      dictionaries[i] = layout.at(i).coded() ? new Dictionary() : null;
      references[i] = layout.at(i).reference() ? ReferenceIndex.EMPTY : null;
    }
    List<UniqueIndex> uniques = layout.uniques().stream().map(c -> new UniqueIndex(c, 0)).toList();
    TableState state =
        new TableState(
            layout,
            new Segment[0],
            0,
            0,
            views(dictionaries),
            slots(uniques),
            references,
            new Runs());
    return new LiveTable(dictionaries, uniques, state);
  }

  /** Gives the rows of one segment from disk. */
  public interface Source {
    /** Fills the buffers; gives the number of rows, or -1 behind the last segment. */
    int read(ColumnBuffers buffers, int number);
  }

  /** A table as it stands on disk. */
  public static LiveTable load(Layout layout, Source source) {
    LiveTable table = empty(layout);
    ColumnBuffers buffers = new ColumnBuffers(layout, table.dictionaries);
    List<Segment> segments = new ArrayList<>();
    int limit = 0;
    int size = 0;
    for (int rows = source.read(buffers, 0);
        rows >= 0;
        rows = source.read(buffers, segments.size())) {
      Segment segment = buffers.segment(rows);
      segments.add(segment);
      limit += rows;
      size += segment.liveCount();
    }
    table.fill(
        segments.toArray(Segment[]::new),
        limit,
        size,
        new @Nullable ReferenceIndex[layout.columns().size()]);
    return table;
  }

  /** Takes the rows over and makes the indexes that are not given. */
  void fill(Segment[] segments, int limit, int size, @Nullable ReferenceIndex[] known) {
    TableState bare =
        new TableState(
            state.layout(),
            segments,
            limit,
            size,
            views(dictionaries),
            slots(uniques),
            state.references(),
            new Runs());
    int[] all = live(bare);
    uniques.parallelStream().forEach(unique -> unique.add(bare, all));
    @Nullable ReferenceIndex[] references = bare.references().clone();
    IntStream.range(0, references.length)
        .parallel()
        .filter(column -> references[column] != null)
        .forEach(
            column -> {
              ReferenceIndex given = known[column];
              references[column] = given == null ? ReferenceIndex.of(bare, column, all) : given;
            });
    state =
        new TableState(
            state.layout(),
            segments,
            limit,
            size,
            views(dictionaries),
            slots(uniques),
            references,
            new Runs());
  }

  public TableState state() {
    return state;
  }

  @Nullable Dictionary[] dictionaries() {
    return dictionaries;
  }

  private static @Nullable DictionaryView[] views(@Nullable Dictionary[] dictionaries) {
    @Nullable DictionaryView[] views = new @Nullable DictionaryView[dictionaries.length];
    for (int i = 0; i < views.length; i++) {
      Dictionary dictionary = dictionaries[i];
      views[i] = dictionary == null ? null : dictionary.view();
    }
    return views;
  }

  private static int[][] slots(List<UniqueIndex> uniques) {
    return uniques.stream().map(UniqueIndex::slots).toArray(int[][]::new);
  }

  /** The state that {@link #apply} would make; this table stays as it is. */
  public TableState rehearse(List<RowImage> images, int limit) {
    // New texts stay in the dictionaries, where nothing refers to them.
    List<UniqueIndex> copies = uniques.stream().map(UniqueIndex::copy).toList();
    return new LiveTable(dictionaries, copies, state).apply(images, limit);
  }

  /**
   * The state after the images, which are in ascending order of their positions; positions up to
   * {@code limit} count as given even if their rows are gone.
   */
  public TableState apply(List<RowImage> images, int limit) {
    int last = images.isEmpty() ? 0 : images.getLast().position() + 1;
    int newLimit = Math.max(Math.max(state.limit(), limit), last);
    Segment[] segments =
        Arrays.copyOf(state.segments(), (newLimit + LongBlock.ROWS - 1) >> LongBlock.SHIFT);
    SegmentEditor editor = new SegmentEditor(state.layout(), this::encode);
    int from = 0;
    int size = state.size();
    for (int number = 0; number < segments.length; number++) {
      int count = Math.min(LongBlock.ROWS, newLimit - (number << LongBlock.SHIFT));
      int to = from;
      while (to < images.size() && images.get(to).position() >> LongBlock.SHIFT == number) {
        to++;
      }
      Segment old = number < state.segments().length ? state.segments()[number] : null;
      if (to > from || old == null || old.count() != count) {
        Segment next = editor.edit(old, count, images.subList(from, to));
        size += next.liveCount() - (old == null ? 0 : old.liveCount());
        segments[number] = next;
      }
      from = to;
    }
    int[] changed = images.stream().mapToInt(RowImage::position).toArray();
    @Nullable ReferenceIndex[] references = references(images);
    TableState bare =
        new TableState(
            state.layout(),
            segments,
            newLimit,
            size,
            views(dictionaries),
            slots(uniques),
            references,
            new Runs());
    for (UniqueIndex unique : uniques) {
      unique.add(bare, changed);
    }
    Runs runs = state.runs().after(state, bare, changed);
    state =
        new TableState(
            state.layout(),
            segments,
            newLimit,
            size,
            views(dictionaries),
            slots(uniques),
            references,
            runs);
    return state;
  }

  private static int[] live(TableState state) {
    Positions live = new Positions(state.size());
    for (int position = 0; position < state.limit(); position++) {
      if (state.live(position)) {
        live.add(position);
      }
    }
    return live.toArray();
  }

  private long encode(int column, Object cell) {
    return encode(dictionaries[column], cell);
  }

  static long encode(@Nullable Dictionary dictionary, Object cell) {
    return dictionary == null
        ? (Long) cell
        : dictionary.code(((String) cell).getBytes(StandardCharsets.UTF_8));
  }

  private @Nullable ReferenceIndex[] references(List<RowImage> images) {
    @Nullable ReferenceIndex[] next = state.references().clone();
    for (int column = 0; column < next.length; column++) {
      ReferenceIndex old = next[column];
      if (old == null) {
        continue;
      }
      long[] removed = new long[images.size()];
      long[] added = new long[images.size()];
      int r = 0;
      int a = 0;
      for (RowImage image : images) {
        Object before =
            image.position() < state.limit() ? state.cell(image.position(), column) : null;
        Object after = image.cells()[column];
        if (!java.util.Objects.equals(before, after)) {
          if (before != null) {
            removed[r++] = (Long) before << 32 | image.position();
          }
          if (after != null) {
            added[a++] = (Long) after << 32 | image.position();
          }
        }
      }
      if (r + a > 0) {
        Arrays.sort(removed, 0, r);
        Arrays.sort(added, 0, a);
        next[column] = old.with(Arrays.copyOf(removed, r), Arrays.copyOf(added, a));
      }
    }
    return next;
  }
}
