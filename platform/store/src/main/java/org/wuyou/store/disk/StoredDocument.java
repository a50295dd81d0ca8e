package org.wuyou.store.disk;

/** A named piece of the platform's own control data; {@code data} ends with a checksum. */
final class StoredDocument {
  String name = "";
  byte[] data = new byte[0];
}
