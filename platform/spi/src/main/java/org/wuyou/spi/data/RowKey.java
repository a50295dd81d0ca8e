package org.wuyou.spi.data;

import java.util.List;

/**
 * Which row a reference or a change means: by its identity, or by the values of its entity's key.
 * Its text is what people read: {@code 140502}, {@code 911…, 2021}, {@code #17}.
 */
public sealed interface RowKey {
  /** The row's identity within its entity: given at creation, never used again. */
  record ById(long id) implements RowKey {
    @Override
    public String toString() {
      return "#" + id;
    }
  }

  /** The values of the entity's key fields, in the order of the key. */
  record ByKey(List<Object> values) implements RowKey {
    public ByKey {
      values = List.copyOf(values);
    }

    @Override
    public String toString() {
      return String.join(", ", values.stream().map(String::valueOf).toList());
    }
  }

  static RowKey id(long id) {
    return new ById(id);
  }

  static RowKey key(Object... values) {
    return new ByKey(List.of(values));
  }
}
