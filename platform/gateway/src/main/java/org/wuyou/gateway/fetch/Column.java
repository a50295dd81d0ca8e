package org.wuyou.gateway.fetch;

import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Row;
import org.wuyou.spi.model.EntityType;
import org.wuyou.spi.model.Field;

/**
 * One stored field read by its column number, which is looked up once per version of its entity. A
 * field that the snapshot does not have reads as missing.
 */
final class Column {
  private static final int ABSENT = -1;

  /** Written and read without a lock: any value seen is complete and right for its type. */
  private record Place(EntityType type, int column) {}

  private final String field;
  private @Nullable Place place;

  Column(String field) {
    this.field = field;
  }

  @SuppressWarnings("ReferenceEquality") // another type object may number its columns otherwise
  @Nullable Object read(Row row) {
    EntityType type = row.table().type();
    Place known = place;
    if (known == null || known.type != type) {
      Field stored = type.fields().get(field);
      boolean there = stored != null && stored.stored();
      known = new Place(type, there ? row.table().column(field) : ABSENT);
      place = known;
    }
    return known.column == ABSENT ? null : row.table().valueAt(row.position(), known.column);
  }
}
