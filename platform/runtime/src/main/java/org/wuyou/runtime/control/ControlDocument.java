package org.wuyou.runtime.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.wuyou.store.Documents;

/** One piece of control data in the store, read when first asked for and replaced as a whole. */
public final class ControlDocument<T> {
  private final Documents documents;
  private final String name;
  private final TypeReference<T> type;
  private final T empty;
  private volatile @Nullable T value;

  /**
   * @param empty its value where nothing has been written yet
   */
  public ControlDocument(Documents documents, String name, TypeReference<T> type, T empty) {
    this.documents = documents;
    this.name = name;
    this.type = type;
    this.empty = empty;
  }

  /**
   * The value as it is now.
   *
   * @throws IllegalStateException if what the store holds cannot be read
   */
  public T get() {
    T known = value;
    return known == null ? read() : known;
  }

  private synchronized T read() {
    T known = value;
    if (known == null) {
      known = documents.get(name).map(this::parse).orElse(empty);
      value = known;
    }
    return known;
  }

  /** Replaces the value; durable when this returns. */
  public synchronized void put(T next) {
    try {
      documents.put(name, Json.MAPPER.writeValueAsBytes(next));
    } catch (IOException e) {
      throw new IllegalStateException("the document " + name + " cannot be written", e);
    }
    value = next;
  }

  private T parse(byte[] bytes) {
    try {
      return Json.MAPPER.readValue(bytes, type);
    } catch (IOException e) {
      throw new IllegalStateException(
          "the document " + name + " of the store cannot be read; restore the newest backup", e);
    }
  }
}
