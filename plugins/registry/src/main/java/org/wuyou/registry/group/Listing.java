package org.wuyou.registry.group;

import java.util.List;
import org.wuyou.spi.data.Row;

/** A part of a list of enterprises, and how long the whole is. */
public record Listing(int totalCount, List<Row> nodes) {
  /** Most enterprises one answer gives. */
  private static final int LARGEST = 1000;

  public static Listing of(List<Row> all, int first, int offset) {
    int from = Math.clamp(offset, 0, all.size());
    int to = Math.clamp((long) from + Math.clamp(first, 0, LARGEST), from, all.size());
    return new Listing(all.size(), all.subList(from, to));
  }
}
