package org.wuyou.store.disk;

/** One entity's rows on disk. */
final class StoredTable {
  /** {@link SchemaCodec}'s form: name and columns. */
  byte[] schema = new byte[0];

  StoredSegment[] segments = new StoredSegment[0];
}
