package org.wuyou.store;

import java.util.List;
import java.util.Optional;
import org.wuyou.store.disk.Disk;
import org.wuyou.store.write.Writer;

/** The documents of an open store. */
record StoredDocuments(Writer writer) implements Documents {
  @Override
  public Optional<byte[]> get(String name) {
    return Optional.ofNullable(writer.documents().get(name)).map(byte[]::clone);
  }

  @Override
  public void put(String name, byte[] content) {
    byte[] own = content.clone();
    writer.document(name, Disk.sealed(own), own);
  }

  @Override
  public List<String> names(String prefix) {
    return writer.documents().keySet().stream().filter(name -> name.startsWith(prefix)).toList();
  }

  @Override
  public void remove(String name) {
    writer.document(name, new byte[0], new byte[0]);
  }
}
