package org.wuyou.store.disk;

/**
 * The root of everything kept. Only platform classes and byte arrays hang on it, so no plugin's
 * absence can keep it from opening. Field names are part of the format.
 */
final class StoredRoot {
  /** {@link HeadCodec}'s form. */
  byte[] head = new byte[0];

  StoredTable[] tables = new StoredTable[0];
  StoredDocument[] documents = new StoredDocument[0];
}
