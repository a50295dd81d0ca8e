package org.wuyou.gateway;

import org.wuyou.spi.model.Label;

/**
 * Why contributions do not compose: where (module, file, line, column; line 0 if the fault is not
 * in a text), what, and what to do.
 *
 * @param code stable: {@code SYNTAX}, {@code UNKNOWN_TYPE}, {@code DUPLICATE_TYPE}, …
 */
public record SchemaFault(
    String module, String file, int line, int column, String code, Label message, Label remedy) {
  @Override
  public String toString() {
    return code
        + " "
        + module
        + "/"
        + file
        + ":"
        + line
        + ":"
        + column
        + " "
        + message.en()
        + " "
        + remedy.en();
  }
}
