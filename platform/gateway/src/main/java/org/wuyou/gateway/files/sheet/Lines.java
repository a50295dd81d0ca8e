package org.wuyou.gateway.files.sheet;

import java.util.Iterator;

/** The rows of one sheet from top to bottom, read as they are asked for. */
public interface Lines extends Iterator<Line>, AutoCloseable {
  @Override
  void close();
}
