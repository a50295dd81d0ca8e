package org.wuyou.gateway.files.sheet;

import java.util.List;

/** An opened file of one or more sheets. */
public interface SheetFile extends AutoCloseable {
  /** One sheet: its name (empty for a CSV) and whether the spreadsheet hides it. */
  record Sheet(String name, boolean hidden) {}

  List<Sheet> sheets();

  /** Whether one separator too many shifts the rest of a row. */
  boolean delimited();

  /**
   * Reads a sheet from its first row; may be asked again.
   *
   * @throws FileRefused if the file turns out to be damaged or beyond the limits
   */
  Lines lines(int sheet);

  @Override
  void close();
}
