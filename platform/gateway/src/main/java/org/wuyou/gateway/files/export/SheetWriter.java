package org.wuyou.gateway.files.export;

import java.io.IOException;
import java.util.List;
import org.wuyou.gateway.files.sheet.Cell;

/** A sheet being written from top to bottom; what was written has left the memory. */
public interface SheetWriter extends AutoCloseable {
  void row(List<Cell> cells) throws IOException;

  /** Completes the file; the stream below stays open. */
  @Override
  void close() throws IOException;
}
