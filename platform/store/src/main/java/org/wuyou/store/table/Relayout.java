package org.wuyou.store.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.wuyou.store.column.Bits;
import org.wuyou.store.column.Dictionary;
import org.wuyou.store.column.LongBlock;

/**
 * Moves a table's rows under another layout; columns that stay as they are are shared, not copied.
 */
public final class Relayout {
  /** Where a column's values come from: an old column, as it is or converted. */
  public record Origin(int column, @Nullable UnaryOperator<@Nullable Object> conversion) {}

  private Relayout() {}

  /**
   * @param origins by place in the next layout; columns not named begin empty
   */
  public static LiveTable move(LiveTable old, Layout next, Map<Integer, Origin> origins) {
    LiveTable table = LiveTable.empty(next);
    @Nullable Dictionary[] dictionaries = table.dictionaries();
    origins.forEach(
        (index, origin) -> {
          if (origin.conversion == null) {
            dictionaries[index] = old.dictionaries()[origin.column];
          }
        });
    TableState state = old.state();
    List<Segment> segments = new ArrayList<>();
    for (int number = 0; number < state.segmentCount(); number++) {
      segments.add(segment(state, number, next, origins, dictionaries));
    }
    @Nullable ReferenceIndex[] references = new @Nullable ReferenceIndex[next.columns().size()];
    origins.forEach(
        (index, origin) ->
            references[index] =
                origin.conversion == null ? state.references()[origin.column] : null);
    table.fill(segments.toArray(Segment[]::new), state.limit(), state.size(), references);
    return table;
  }

  private static Segment segment(
      TableState state,
      int number,
      Layout next,
      Map<Integer, Origin> origins,
      @Nullable Dictionary[] dictionaries) {
    Segment old = state.segment(number);
    @Nullable LongBlock[] columns = new @Nullable LongBlock[next.columns().size()];
    origins.forEach(
        (index, origin) ->
            columns[index] =
                origin.conversion == null
                    ? old.column(origin.column)
                    : convert(
                        state, number, origin.column, origin.conversion, dictionaries[index]));
    return new Segment(old.count(), columns, old.versions(), old.live(), null);
  }

  private static @Nullable LongBlock convert(
      TableState state,
      int number,
      int column,
      UnaryOperator<@Nullable Object> conversion,
      @Nullable Dictionary dictionary) {
    int count = state.segment(number).count();
    long[] values = new long[LongBlock.ROWS];
    long[] present = new long[LongBlock.ROWS / 64];
    for (int row = 0; row < count; row++) {
      int position = (number << LongBlock.SHIFT) + row;
      Object cell = state.live(position) ? state.cell(position, column) : null;
      Object converted = cell == null ? null : conversion.apply(cell);
      if (converted != null) {
        values[row] = LiveTable.encode(dictionary, converted);
        Bits.set(present, row);
      }
    }
    return LongBlock.of(values, present, count);
  }
}
