package org.wuyou.store.disk;

import org.wuyou.store.StoreFailure;
import org.wuyou.store.table.Column;
import org.wuyou.store.table.ColumnBuffers;
import org.wuyou.store.table.TableState;

/**
 * The stored form of {@link #ROWS} neighbouring rows, column by column under the columns' lasting
 * numbers: a reader takes the columns it knows and leaves the others. Form 1: u8 form; number of
 * rows; 8 bytes live; a version per live row; number of columns; per column its number, u8 coded,
 * length, 8 bytes present, a value per present row (signed number, or text); CRC32C. References
 * stand as the identity of the row referred to.
 */
final class PageCodec {
  static final int ROWS = 64;
  private static final int FORM = 1;

  private final ByteWriter column = new ByteWriter(4096);

  byte[] encode(TableState table, int page) {
    int first = page * ROWS;
    int rows = Math.min(ROWS, table.limit() - first);
    ByteWriter out = new ByteWriter(4096).u8(FORM).number(rows);
    long live = 0;
    for (int row = 0; row < rows; row++) {
      live |= table.live(first + row) ? 1L << row : 0;
    }
    out.fixed(live);
    for (int row = 0; row < rows; row++) {
      if ((live & 1L << row) != 0) {
        out.number(table.version(first + row));
      }
    }
    out.number(table.layout().columns().size());
    for (int index = 0; index < table.layout().columns().size(); index++) {
      column.clear();
      encode(table, first, rows, index);
      Column declared = table.layout().at(index);
      out.number(declared.number()).u8(declared.coded() ? 1 : 0).all(column);
    }
    return out.sealed();
  }

  private void encode(TableState table, int first, int rows, int index) {
    long present = 0;
    for (int row = 0; row < rows; row++) {
      present |= table.isNull(first + row, index) ? 0 : 1L << row;
    }
    column.fixed(present);
    Column declared = table.layout().at(index);
    for (long rest = present; rest != 0; rest &= rest - 1) {
      long value = table.longAt(first + Long.numberOfTrailingZeros(rest), index);
      if (declared.coded()) {
        column.bytes(table.dictionary(index).bytes((int) value));
      } else {
        column.signed(declared.reference() ? value + 1 : value);
      }
    }
  }

  /**
   * Puts the page's rows into the buffers of their segment, from {@code row} on; gives how many.
   */
  static int decode(byte[] data, String where, ColumnBuffers buffers, int row) {
    ByteReader in = ByteReader.of(data, where);
    if (in.u8() != FORM) {
      throw StoreFailure.newer(where);
    }
    int rows = (int) in.number();
    long live = in.fixed();
    for (long rest = live; rest != 0; rest &= rest - 1) {
      buffers.live(row + Long.numberOfTrailingZeros(rest), in.number());
    }
    int columns = (int) in.number();
    for (int i = 0; i < columns; i++) {
      int number = (int) in.number();
      boolean coded = in.u8() == 1;
      int length = (int) in.number();
      int end = in.position() + length;
      int index = buffers.indexOf(number);
      if (index >= 0) {
        decode(in, coded, index, buffers, row);
      }
      in.skipTo(end);
    }
    return rows;
  }

  private static void decode(
      ByteReader in, boolean coded, int index, ColumnBuffers buffers, int row) {
    for (long rest = in.fixed(); rest != 0; rest &= rest - 1) {
      int at = row + Long.numberOfTrailingZeros(rest);
      if (coded) {
        buffers.text(index, at, in.bytes());
      } else {
        buffers.number(index, at, in.signed());
      }
    }
  }
}
