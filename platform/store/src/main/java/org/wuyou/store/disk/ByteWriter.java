package org.wuyou.store.disk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Writes numbers and texts into bytes that end with a CRC32C of all before. */
final class ByteWriter {
  private byte[] bytes;
  private int size;

  ByteWriter(int expected) {
    bytes = new byte[expected];
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }

  ByteWriter u8(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  ByteWriter number(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /** Small magnitudes of either sign in few bytes. */
  ByteWriter signed(long value) {
    return number((value << 1) ^ (value >> 63));
  }

  ByteWriter fixed(long value) {
    room(8);
    for (int i = 0; i < 8; i++) {
      bytes[size++] = (byte) (value >>> (8 * i));
    }
    return this;
  }

  ByteWriter bytes(byte[] value) {
    number(value.length);
    return raw(value, value.length);
  }

  ByteWriter raw(byte[] value, int length) {
    room(length);
    System.arraycopy(value, 0, bytes, size, length);
    size += length;
    return this;
  }

  ByteWriter text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** Appends everything that the other has written. */
  ByteWriter all(ByteWriter other) {
    return number(other.size).raw(other.bytes, other.size);
  }

  byte[] sealed() {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, size);
    byte[] result = Arrays.copyOf(bytes, size + 4);
    int sum = (int) crc.getValue();
    for (int i = 0; i < 4; i++) {
      result[size + i] = (byte) (sum >>> (8 * i));
    }
    return result;
  }
}
