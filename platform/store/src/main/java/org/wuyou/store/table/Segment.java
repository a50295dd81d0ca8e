package org.wuyou.store.table;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.wuyou.store.column.Bits;
import org.wuyou.store.column.LongBlock;

/**
 * Up to {@link LongBlock#ROWS} neighbouring rows: immutable, shared by all snapshots between two
 * changes.
 */
public final class Segment {
  private final int count;
  private final @Nullable LongBlock[] columns;
  private final @Nullable LongBlock versions;
  private final long[] live;
  private final int liveCount;
  private final AtomicReferenceArray<@Nullable Posting> postings;

  /** A segment; postings of columns that {@code earlier} has unchanged are taken over. */
  Segment(
      int count,
      @Nullable LongBlock[] columns,
      @Nullable LongBlock versions,
      long[] live,
      @Nullable Segment earlier) {
    this.count = count;
    this.columns = columns;
    this.versions = versions;
    this.live = live;
    this.liveCount = Bits.count(live);
    this.postings = new AtomicReferenceArray<>(columns.length);
    if (earlier != null && java.util.Arrays.equals(live, earlier.live)) {
      for (int i = 0; i < Math.min(columns.length, earlier.columns.length); i++) {
        if (columns[i] == earlier.columns[i]) {
          postings.set(i, earlier.postings.get(i));
        }
      }
    }
  }

  public int count() {
    return count;
  }

  public int liveCount() {
    return liveCount;
  }

  /** Bit set of the rows that exist; not to be changed. */
  public long[] live() {
    return live;
  }

  public boolean live(int row) {
    return row < count && Bits.get(live, row);
  }

  /** The column's values, or null where all are missing. */
  public @Nullable LongBlock column(int column) {
    return column < columns.length ? columns[column] : null;
  }

  int width() {
    return columns.length;
  }

  public long version(int row) {
    return versions == null ? 0 : versions.get(row);
  }

  @Nullable LongBlock versions() {
    return versions;
  }

  /** Rows by value, made when first asked for; null where all values are missing. */
  @Nullable Posting posting(int column) {
    LongBlock block = column(column);
    if (block == null) {
      return null;
    }
    Posting known = postings.get(column);
    if (known == null) {
      known = Posting.of(block, live);
      postings.set(column, known);
    }
    return known;
  }

  long heapBytes() {
    long sum = 120 + 8L * columns.length + 8L * live.length;
    for (int i = 0; i < columns.length; i++) {
      LongBlock block = columns[i];
      Posting posting = postings.get(i);
      sum += (block == null ? 0 : block.heapBytes()) + (posting == null ? 0 : posting.heapBytes());
    }
    return sum + (versions == null ? 0 : versions.heapBytes());
  }
}
