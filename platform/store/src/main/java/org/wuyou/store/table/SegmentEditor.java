package org.wuyou.store.table;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wuyou.store.column.Bits;
import org.wuyou.store.column.LongBlock;

/** Makes a segment from the one before and the rows that changed; columns left alone are shared. */
final class SegmentEditor {
  /** Gives the number under which a cell stands in its column. */
  interface Encoder {
    long encode(int column, Object cell);
  }

  private final Layout layout;
  private final Encoder encoder;
  private final long[] values = new long[LongBlock.ROWS];
  private final long[] present = new long[LongBlock.ROWS / 64];

  SegmentEditor(Layout layout, Encoder encoder) {
    this.layout = layout;
    this.encoder = encoder;
  }

  Segment edit(@Nullable Segment old, int count, List<RowImage> images) {
    int width = layout.columns().size();
    @Nullable LongBlock[] columns = new @Nullable LongBlock[width];
    for (int column = 0; column < width; column++) {
      columns[column] = edit(old == null ? null : old.column(column), column, count, images);
    }
    long[] live = old == null ? new long[LongBlock.ROWS / 64] : old.live().clone();
    for (RowImage image : images) {
      if (image.live()) {
        Bits.set(live, row(image));
      } else {
        Bits.clear(live, row(image));
      }
    }
    return new Segment(count, columns, versions(old, count, images), live, old);
  }

  private static int row(RowImage image) {
    return image.position() & (LongBlock.ROWS - 1);
  }

  private @Nullable LongBlock edit(
      @Nullable LongBlock old, int column, int count, List<RowImage> images) {
    boolean unpacked = false;
    for (RowImage image : images) {
      int row = row(image);
      Object cell = image.cells()[column];
      boolean had = old != null && old.has(row);
      if (cell == null && !had) {
        continue;
      }
      long value = cell == null ? 0 : encoder.encode(column, cell);
      if (had && cell != null && old != null && old.get(row) == value) {
        continue;
      }
      if (images.size() == 1 && old != null) {
        LongBlock quick = old.quick(Math.max(row + 1, old.count()), row, cell != null, value);
        if (quick != null) {
          return quick;
        }
      }
      if (!unpacked) {
        unpack(old);
        unpacked = true;
      }
      values[row] = value;
      if (cell == null) {
        Bits.clear(present, row);
      } else {
        Bits.set(present, row);
      }
    }
    return unpacked ? LongBlock.of(values, present, count) : old;
  }

  private void unpack(@Nullable LongBlock old) {
    if (old == null) {
      Arrays.fill(present, 0);
    } else {
      old.readPresent(present);
      old.read(values);
    }
  }

  private @Nullable LongBlock versions(@Nullable Segment old, int count, List<RowImage> images) {
    if (images.isEmpty()) {
      return old == null ? null : old.versions();
    }
    unpack(old == null ? null : old.versions());
    for (RowImage image : images) {
      int row = row(image);
      values[row] = image.version();
      if (image.live()) {
        Bits.set(present, row);
      } else {
        Bits.clear(present, row);
      }
    }
    return LongBlock.of(values, present, count);
  }
}
