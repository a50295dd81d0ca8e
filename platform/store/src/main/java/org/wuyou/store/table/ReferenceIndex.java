package org.wuyou.store.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows that refer to each row of another table, ascending. Immutable; in chunks of {@link
 * #TARGETS} targets, of which a change copies only those it touches.
 */
public final class ReferenceIndex {
  static final int SHIFT = 9;
  static final int TARGETS = 1 << SHIFT;
  static final ReferenceIndex EMPTY = new ReferenceIndex(new Chunk[0]);

  private record Chunk(int[] starts, int[] sources) {
    static final Chunk NONE = new Chunk(new int[TARGETS + 1], new int[0]);
  }

  private final @Nullable Chunk[] chunks;

  private ReferenceIndex(@Nullable Chunk[] chunks) {
    this.chunks = chunks;
  }

  /** The index of a reference column over the positions, which are ascending. */
  static ReferenceIndex of(TableState state, int column, int[] positions) {
    long[] entries = new long[positions.length];
    int count = 0;
    for (int position : positions) {
      if (!state.isNull(position, column)) {
        entries[count++] = state.longAt(position, column) << 32 | position;
      }
    }
    Arrays.sort(entries, 0, count);
    return EMPTY.with(new long[0], Arrays.copyOf(entries, count));
  }

  private @Nullable Chunk chunk(int target) {
    int at = target >> SHIFT;
    return at < chunks.length ? chunks[at] : null;
  }

  public int count(int target) {
    Chunk chunk = chunk(target);
    int within = target & (TARGETS - 1);
    return chunk == null ? 0 : chunk.starts[within + 1] - chunk.starts[within];
  }

  /** Positions of the rows that refer to the target. */
  public int[] sources(int target) {
    Chunk chunk = chunk(target);
    int within = target & (TARGETS - 1);
    return chunk == null
        ? new int[0]
        : Arrays.copyOfRange(chunk.sources, chunk.starts[within], chunk.starts[within + 1]);
  }

  /**
   * This index without and with some entries, each {@code target << 32 | source}, both in ascending
   * order.
   */
  ReferenceIndex with(long[] removed, long[] added) {
    int highest = added.length == 0 ? -1 : (int) (added[added.length - 1] >> 32) >> SHIFT;
    @Nullable Chunk[] next = Arrays.copyOf(chunks, Math.max(chunks.length, highest + 1));
    int r = 0;
    int a = 0;
    while (r < removed.length || a < added.length) {
      long first =
          Math.min(
              r < removed.length ? removed[r] : Long.MAX_VALUE,
              a < added.length ? added[a] : Long.MAX_VALUE);
      int at = (int) (first >> 32) >> SHIFT;
      long bound = (long) (at + 1) << (32 + SHIFT);
      int r2 = r;
      while (r2 < removed.length && removed[r2] < bound) {
        r2++;
      }
      int a2 = a;
      while (a2 < added.length && added[a2] < bound) {
        a2++;
      }
      Chunk old = next[at];
      next[at] = merge(at, old == null ? Chunk.NONE : old, removed, r, r2, added, a, a2);
      r = r2;
      a = a2;
    }
    return new ReferenceIndex(next);
  }

  private static Chunk merge(
      int at, Chunk old, long[] removed, int r, int rEnd, long[] added, int a, int aEnd) {
    int[] starts = new int[TARGETS + 1];
    int[] sources = new int[old.sources.length + (aEnd - a)];
    int used = 0;
    for (int within = 0; within < TARGETS; within++) {
      starts[within] = used;
      long key = (long) (at << SHIFT | within) << 32;
      long keyEnd = key + (1L << 32);
      int o = old.starts[within];
      int oEnd = old.starts[within + 1];
      while (o < oEnd || (a < aEnd && added[a] < keyEnd)) {
        boolean take =
            a >= aEnd || added[a] >= keyEnd || (o < oEnd && old.sources[o] <= (int) added[a]);
        if (!take) {
          sources[used++] = (int) added[a++];
          continue;
        }
        int source = old.sources[o++];
        while (r < rEnd && removed[r] < (key | source)) {
          r++;
        }
        if (r >= rEnd || removed[r] != (key | source)) {
          sources[used++] = source;
        }
      }
    }
    starts[TARGETS] = used;
    return new Chunk(starts, Arrays.copyOf(sources, used));
  }

  long heapBytes() {
    long sum = 32 + 4L * chunks.length;
    for (Chunk chunk : chunks) {
      sum += chunk == null ? 0 : 64 + 4L * chunk.starts.length + 4L * chunk.sources.length;
    }
    return sum;
  }
}
