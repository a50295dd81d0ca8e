package org.wuyou.spi.data;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.model.EntityType;

/**
 * The rows of one entity in one snapshot. A row is addressed by its position, an int that is valid
 * in this snapshot only. A column is addressed by the int that {@link #column} gives for a stored
 * field.
 *
 * <p>Reads never block and never see a later change.
 */
public interface Table {
  EntityType type();

  /** Number of live rows. */
  int size();

  /**
   * Stands for exactly these rows: the tables of two snapshots hold the same rows if their marks
   * are equal. Told at once, for those who keep what they worked out from a table.
   */
  Object mark();

  /** One more than the largest position; positions of removed rows lie in between. */
  int limit();

  boolean live(int position);

  /** Number of the stored field; a programming error if the entity has none of that name. */
  int column(String field);

  long idAt(int position);

  long versionAt(int position);

  /** The value in its Java form, or null if missing. */
  @Nullable Object valueAt(int position, int column);

  boolean isNull(int position, int column);

  /**
   * The value of a coded column as a number: fen for money, epoch days for dates, the unscaled
   * number of decimals and percentages at the type's scale, 0/1, the dictionary code of texts,
   * codes and enumerations, the position of the row referred to (of {@code
   * Snapshot.table(entity)}). Undefined where {@link #isNull}.
   */
  long longAt(int position, int column);

  /** Position of the row with this key. */
  OptionalInt find(RowKey key);

  /** Position of the row whose unique or key fields, in the order declared, hold these values. */
  OptionalInt findBy(List<String> fields, List<Object> values);

  /** Rows of the inverse field, in order of creation. */
  List<Row> related(int position, String inverseField);

  /** How many rows the inverse field has, without making them. */
  int relatedCount(int position, String inverseField);

  /** One page of the rows that satisfy a condition. */
  Page select(Selection selection);

  /** One page of an inverse field's rows that satisfy a condition. */
  Page selectRelated(int position, String inverseField, Selection selection);

  long count(Condition where);

  /** Positions, ascending, of all rows that satisfy the condition. */
  int[] positions(Condition where);

  /** Groups in ascending order of their keys; one group with no keys when nothing is grouped by. */
  List<Group> aggregate(Aggregation aggregation);

  default Row row(int position) {
    return new Row(this, position);
  }
}
