package org.wuyou.store.disk;

/** Pages of neighbouring rows; there is one segment for each of those in memory. */
final class StoredSegment {
  static final int PAGES = 64;

  StoredPage[] pages = new StoredPage[PAGES];
}
