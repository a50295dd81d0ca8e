package org.wuyou.store.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.store.column.Bits;
import org.wuyou.store.column.DictionaryView;
import org.wuyou.store.column.LongBlock;

/**
 * All rows of one entity as of one commit. The position of a row is its identity less one, for
 * good; so references hold positions, and removed rows leave gaps.
 */
public final class TableState {
  private final Layout layout;
  private final Segment[] segments;
  private final int limit;
  private final int size;
  private final @Nullable DictionaryView[] dictionaries;
  private final int[][] uniqueSlots;
  private final @Nullable ReferenceIndex[] references;
  private final Runs runs;

  TableState(
      Layout layout,
      Segment[] segments,
      int limit,
      int size,
      @Nullable DictionaryView[] dictionaries,
      int[][] uniqueSlots,
      @Nullable ReferenceIndex[] references,
      Runs runs) {
    this.layout = layout;
    this.segments = segments;
    this.limit = limit;
    this.size = size;
    this.dictionaries = dictionaries;
    this.uniqueSlots = uniqueSlots;
    this.references = references;
    this.runs = runs;
  }

  public Layout layout() {
    return layout;
  }

  /** One more than the largest position ever given. */
  public int limit() {
    return limit;
  }

  /** Number of live rows. */
  public int size() {
    return size;
  }

  public int segmentCount() {
    return segments.length;
  }

  public Segment segment(int number) {
    return segments[number];
  }

  Segment[] segments() {
    return segments;
  }

  public boolean live(int position) {
    int number = position >> LongBlock.SHIFT;
    return position >= 0
        && position < limit
        && Bits.get(segments[number].live(), position & (LongBlock.ROWS - 1));
  }

  public long version(int position) {
    return segments[position >> LongBlock.SHIFT].version(position & (LongBlock.ROWS - 1));
  }

  /** The column's blocks, segment by segment. */
  public @Nullable LongBlock[] blocks(int column) {
    @Nullable LongBlock[] blocks = new @Nullable LongBlock[segments.length];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = segments[i].column(column);
    }
    return blocks;
  }

  public boolean isNull(int position, int column) {
    LongBlock block = segments[position >> LongBlock.SHIFT].column(column);
    return block == null || !block.has(position & (LongBlock.ROWS - 1));
  }

  /** Undefined where {@link #isNull}. */
  public long longAt(int position, int column) {
    LongBlock block = segments[position >> LongBlock.SHIFT].column(column);
    return block == null ? 0 : block.get(position & (LongBlock.ROWS - 1));
  }

  /** The text of a coded column; undefined where {@link #isNull}. */
  public String textAt(int position, int column) {
    return dictionary(column).text((int) longAt(position, column));
  }

  public DictionaryView dictionary(int column) {
    DictionaryView dictionary = dictionaries[column];
    if (dictionary == null) {
      throw new IllegalStateException(layout.at(column).name() + " has no dictionary");
    }
    return dictionary;
  }

  /** A cell as {@link RowImage} holds it. */
  public @Nullable Object cell(int position, int column) {
    if (isNull(position, column)) {
      return null;
    }
    return dictionaries[column] == null
        ? (Object) longAt(position, column)
        : textAt(position, column);
  }

  /** The number under which a cell stands, or -1 if a text occurs nowhere in the column. */
  public long encode(int column, Object cell) {
    return cell instanceof String text
        ? dictionary(column).find(text.getBytes(StandardCharsets.UTF_8))
        : (Long) cell;
  }

  /** Position of the live row with these encoded values of the n-th unique set, or -1. */
  public int find(int unique, long[] values) {
    return UniqueIndex.find(this, layout.uniques().get(unique), uniqueSlots[unique], values);
  }

  /** Position of the live row with these cells of the n-th unique set, or -1. */
  public int findCells(int unique, List<?> cells) {
    List<Integer> columns = layout.uniques().get(unique);
    long[] values = new long[columns.size()];
    for (int i = 0; i < values.length; i++) {
      int column = columns.get(i);
      long value = encode(column, cells.get(i));
      if (value < 0 && dictionaries[column] != null) {
        return -1;
      }
      values[i] = value;
    }
    return find(unique, values);
  }

  /** Who refers through this table's reference column. */
  public ReferenceIndex referencesBy(int column) {
    ReferenceIndex index = references[column];
    if (index == null) {
      throw new IllegalStateException(layout.at(column).name() + " is not a reference");
    }
    return index;
  }

  @Nullable ReferenceIndex[] references() {
    return references;
  }

  public Runs runs() {
    return runs;
  }

  /** How many live rows have the value, by the column's postings. */
  public int postingCount(int column, long value) {
    int sum = 0;
    for (Segment segment : segments) {
      Posting posting = segment.posting(column);
      sum += posting == null ? 0 : posting.count(value);
    }
    return sum;
  }

  /** Appends the live rows that have the value, ascending, by the column's postings. */
  public void collect(int column, long value, Positions target) {
    for (int i = 0; i < segments.length; i++) {
      Posting posting = segments[i].posting(column);
      if (posting != null) {
        posting.collect(value, i << LongBlock.SHIFT, target);
      }
    }
  }

  /** Bytes of heap, roughly, indexes included. */
  public long heapBytes() {
    long sum = 200 + runs.heapBytes();
    for (Segment segment : segments) {
      sum += segment.heapBytes();
    }
    for (DictionaryView dictionary : dictionaries) {
      sum += dictionary == null ? 0 : dictionary.heapBytes();
    }
    for (int[] slots : uniqueSlots) {
      sum += 16 + 4L * slots.length;
    }
    for (ReferenceIndex index : references) {
      sum += index == null ? 0 : index.heapBytes();
    }
    return sum;
  }
}
