package org.wuyou.runtime.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import org.wuyou.store.Documents;

/** One piece of control data in the store, read when opened and replaced as a whole. */
public final class ControlDocument<T> {
  private final Documents documents;
  private final String name;
  private volatile T value;

  /**
   * Reads the document.
   *
   * @param empty its value where nothing has been written yet
   */
  public ControlDocument(Documents documents, String name, TypeReference<T> type, T empty) {
    this.documents = documents;
    this.name = name;
    this.value = documents.get(name).map(bytes -> parse(bytes, type)).orElse(empty);
  }

  public T get() {
    return value;
  }

  /** Replaces the value; durable when this returns. */
  public void put(T next) {
    try {
      documents.put(name, Json.MAPPER.writeValueAsBytes(next));
    } catch (IOException e) {
      throw new IllegalStateException("the document " + name + " cannot be written", e);
    }
    value = next;
  }

  private T parse(byte[] bytes, TypeReference<T> type) {
    try {
      return Json.MAPPER.readValue(bytes, type);
    } catch (IOException e) {
      throw new IllegalStateException(
          "the document " + name + " of the store cannot be read; restore the newest backup", e);
    }
  }
}
