package org.wuyou.gateway.files;

import org.jspecify.annotations.Nullable;
import org.wuyou.spi.model.Label;

/**
 * Something the sender of a file should know.
 *
 * @param row as a spreadsheet counts, the header being row 1; null if it concerns the whole file
 * @param column the header of the column; null if it concerns the whole row
 * @param value the cell as a person sees it
 * @param code stable, upper case
 * @param message what is wrong and what to do
 */
public record Finding(
    @Nullable Integer row,
    @Nullable String column,
    @Nullable String value,
    String code,
    Label message) {
  public static Finding ofFile(String code, Label message) {
    return new Finding(null, null, null, code, message);
  }

  public static Finding ofColumn(String column, String code, Label message) {
    return new Finding(null, column, null, code, message);
  }
}
