package org.wuyou.store.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wuyou.store.table.Layout;
import org.wuyou.store.table.RowImage;
import org.wuyou.store.table.TableState;

/** One table as a transaction sees it: the rows it has changed so far, over the state before. */
final class DraftTable {
  private final TableState base;
  private final Map<Integer, RowImage> images = new LinkedHashMap<>();
  private final Map<Integer, Integer> changes = new HashMap<>();
  private final Map<List<@Nullable Object>, Integer> keys = new HashMap<>();
  private int limit;

  DraftTable(TableState base) {
    this.base = base;
    this.limit = base.limit();
  }

  TableState base() {
    return base;
  }

  Layout layout() {
    return base.layout();
  }

  int nextPosition() {
    return limit++;
  }

  boolean live(int position) {
    RowImage image = images.get(position);
    return image == null ? base.live(position) : image.live();
  }

  long version(int position) {
    RowImage image = images.get(position);
    return image == null ? base.version(position) : image.version();
  }

  @Nullable Object[] cells(int position) {
    RowImage image = images.get(position);
    if (image != null) {
      return image.cells().clone();
    }
    @Nullable Object[] cells = new @Nullable Object[layout().columns().size()];
    for (int column = 0; column < cells.length; column++) {
      cells[column] = base.cell(position, column);
    }
    return cells;
  }

  @Nullable Object cell(int position, int column) {
    RowImage image = images.get(position);
    return image == null ? base.cell(position, column) : image.cells()[column];
  }

  @Nullable RowImage image(int position) {
    return images.get(position);
  }

  void put(RowImage image, int change) {
    images.put(image.position(), image);
    changes.put(image.position(), change);
    if (image.live() && layout().keyed()) {
      keys.put(tuple(image.position(), 0), image.position());
    }
  }

  /** Index of the change that last touched the row. */
  int changeOf(int position) {
    return changes.getOrDefault(position, 0);
  }

  /** The cells of the n-th unique set. */
  List<@Nullable Object> tuple(int position, int unique) {
    List<@Nullable Object> tuple = new ArrayList<>();
    for (int column : layout().uniques().get(unique)) {
      tuple.add(cell(position, column));
    }
    return tuple;
  }

  /** Position of the live row whose key has these cells, or -1. */
  int findKey(List<@Nullable Object> cells) {
    Integer changed = keys.get(cells);
    if (changed != null && live(changed) && tuple(changed, 0).equals(cells)) {
      return changed;
    }
    int position = base.findCells(0, cells);
    return position >= 0 && live(position) && tuple(position, 0).equals(cells) ? position : -1;
  }

  /** The changed rows in ascending order of position. */
  List<RowImage> images() {
    RowImage[] sorted = images.values().toArray(RowImage[]::new);
    Arrays.sort(sorted, (a, b) -> Integer.compare(a.position(), b.position()));
    return List.of(sorted);
  }

  int limit() {
    return limit;
  }

  boolean touched() {
    return !images.isEmpty();
  }
}
