package org.wuyou.store.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wuyou.store.column.Bits;
import org.wuyou.store.column.Dictionary;
import org.wuyou.store.column.LongBlock;

/**
 * One segment's rows while they are read from disk; the same buffers serve all segments of a table.
 */
public final class ColumnBuffers {
  private final Layout layout;
  private final @Nullable Dictionary[] dictionaries;
  private final int[] indexes;
  private final long[][] values;
  private final long[][] present;
  private final long[] versions = new long[LongBlock.ROWS];
  private final long[] live = new long[LongBlock.ROWS / 64];

  ColumnBuffers(Layout layout, @Nullable Dictionary[] dictionaries) {
    this.layout = layout;
    this.dictionaries = dictionaries;
    int width = layout.columns().size();
    this.values = new long[width][LongBlock.ROWS];
    this.present = new long[width][LongBlock.ROWS / 64];
    this.indexes = new int[1 + layout.columns().stream().mapToInt(Column::number).max().orElse(0)];
    Arrays.fill(indexes, -1);
    for (int i = 0; i < width; i++) {
      indexes[layout.at(i).number()] = i;
    }
  }

  /** Place of the column with the lasting number, or -1 if it was dropped. */
  public int indexOf(int number) {
    return number < indexes.length ? indexes[number] : -1;
  }

  public void live(int row, long version) {
    Bits.set(live, row);
    versions[row] = version;
  }

  /** A stored number; references as identities. */
  public void number(int index, int row, long number) {
    values[index][row] = layout.at(index).reference() ? number - 1 : number;
    Bits.set(present[index], row);
  }

  public void text(int index, int row, byte[] text) {
    Dictionary dictionary = dictionaries[index];
    if (dictionary == null) {
      throw new IllegalStateException(layout.at(index).name() + " is no text");
    }
    values[index][row] = dictionary.code(text);
    Bits.set(present[index], row);
  }

  Segment segment(int count) {
    @Nullable LongBlock[] columns = new @Nullable LongBlock[values.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = LongBlock.of(values[i], present[i], count);
      Arrays.fill(present[i], 0);
    }
    Segment segment =
        new Segment(count, columns, LongBlock.of(versions, live, count), live.clone(), null);
    Arrays.fill(live, 0);
    return segment;
  }
}
