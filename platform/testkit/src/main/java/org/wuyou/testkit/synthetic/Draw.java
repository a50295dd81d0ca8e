package org.wuyou.testkit.synthetic;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Numbers that look random and are the same for the same code and purpose on every machine. */
final class Draw {
  private static final int PARTS = 1_000_000;

  private Draw() {}

  /** From 0 to 999,999. */
  static int of(String code, String purpose) {
    CRC32 crc = new CRC32();
    crc.update((purpose + ' ' + code + ' ' + purpose).getBytes(StandardCharsets.UTF_8));
    // CRC is linear: a round of mixing keeps purposes apart.
    long mixed = crc.getValue() * 0x9E3779B97F4A7C15L;
    mixed ^= mixed >>> 29;
    mixed *= 0xBF58476D1CE4E5B9L;
    mixed ^= mixed >>> 32;
    return (int) Long.remainderUnsigned(mixed, PARTS);
  }

  static boolean percent(String code, String purpose, int percent) {
    return of(code, purpose) < percent * (PARTS / 100);
  }
}
