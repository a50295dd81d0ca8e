package org.wuyou.store.disk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.wuyou.store.StoreFailure;

/** Reads what {@link ByteWriter} wrote, after checking its checksum. */
final class ByteReader {
  private final byte[] bytes;
  private int at;
  private int end;

  private ByteReader(byte[] bytes) {
    this.bytes = bytes;
    this.end = bytes.length - 4;
  }

  /**
   * @param where names the place in the error if the checksum is wrong
   */
  static ByteReader of(byte[] sealed, String where) {
    int length = sealed.length - 4;
    if (length >= 0) {
      CRC32C crc = new CRC32C();
      crc.update(sealed, 0, length);
      int sum = 0;
      for (int i = 0; i < 4; i++) {
        sum |= (sealed[length + i] & 0xFF) << (8 * i);
      }
      if (sum == (int) crc.getValue()) {
        return new ByteReader(sealed);
      }
    }
    throw StoreFailure.damaged(where);
  }

  int u8() {
    return bytes[at++] & 0xFF;
  }

  long number() {
    long value = 0;
    int shift = 0;
    byte b;
    do {
      b = bytes[at++];
      value |= (long) (b & 0x7F) << shift;
      shift += 7;
    } while (b < 0);
    return value;
  }

  long signed() {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  long fixed() {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value |= (bytes[at++] & 0xFFL) << (8 * i);
    }
    return value;
  }

  byte[] bytes() {
    int length = (int) number();
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  int position() {
    return at;
  }

  void skipTo(int position) {
    at = position;
  }

  boolean done() {
    return at >= end;
  }
}
