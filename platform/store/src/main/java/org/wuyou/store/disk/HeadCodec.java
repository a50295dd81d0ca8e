package org.wuyou.store.disk;

import java.time.Instant;

/** The stored form of the register's own state. */
final class HeadCodec {
  private static final int FORM = 1;

  private HeadCodec() {}

  static byte[] encode(Head head) {
    return new ByteWriter(32)
        .u8(FORM)
        .number(head.version())
        .signed(head.lastCommit().toEpochMilli())
        .sealed();
  }

  static Head decode(byte[] bytes) {
    if (bytes.length == 0) {
      return new Head(0, Instant.EPOCH);
    }
    ByteReader in = ByteReader.of(bytes, "head");
    if (in.u8() != FORM) {
      throw org.wuyou.store.StoreFailure.newer("head");
    }
    return new Head(in.number(), Instant.ofEpochMilli(in.signed()));
  }
}
