package org.wuyou.gateway.files.cell;

import java.util.List;
import org.wuyou.spi.model.Label;

/** What a cell turned out to hold. */
public sealed interface Reading {
  /** Worth telling, but no reason to refuse the row. */
  record Remark(String code, Label message) {}

  /** A value, in the Java form of the field's type. */
  record Value(Object value, List<Remark> remarks) implements Reading {
    public Value {
      remarks = List.copyOf(remarks);
    }
  }

  /** Nothing there. */
  record Blank() implements Reading {}

  /** Something is written, but it says that the value is not known here. */
  record Unknown(Remark remark) implements Reading {}

  /** The row cannot be taken. */
  record Bad(String code, Label message) implements Reading {}

  static Value value(Object value) {
    return new Value(value, List.of());
  }

  static Bad bad(String code, String zh, String en) {
    return new Bad(code, new Label(zh, en));
  }

  static Unknown unknown(String code, String zh, String en) {
    return new Unknown(new Remark(code, new Label(zh, en)));
  }
}
