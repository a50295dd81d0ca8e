package org.wuyou.store.disk;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.wuyou.store.table.TableState;

/**
 * What one commit writes.
 *
 * @param renamed new names of entities by their old ones
 * @param pages of each table as it now is, the numbers of the pages that changed
 * @param documents in stored form by name; an empty array removes
 */
public record Batch(
    Head head,
    Map<String, String> renamed,
    List<TableSchema> schemas,
    Map<TableState, BitSet> pages,
    Map<String, byte[]> documents) {

  /** Rows of one page. */
  public static final int PAGE_ROWS = PageCodec.ROWS;
}
