package org.wuyou.store.disk;

import org.jspecify.annotations.Nullable;

/** Neighbouring rows in {@link PageCodec}'s form; null in memory once they stand in columns. */
final class StoredPage {
  byte @Nullable [] data;
}
