package org.wuyou.spi.value;

import org.wuyou.spi.model.Label;

/** The outcome of reading a text as a value: the value, or a stable code and what to do. */
public sealed interface Parsed<T> {
  record Ok<T>(T value) implements Parsed<T> {}

  record Bad<T>(String code, Label message) implements Parsed<T> {}

  static <T> Parsed<T> ok(T value) {
    return new Ok<>(value);
  }

  static <T> Parsed<T> bad(String code, String zh, String en) {
    return new Bad<>(code, new Label(zh, en));
  }
}
