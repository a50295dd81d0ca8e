package org.wuyou.spi.data;

import java.util.function.IntFunction;

/**
 * One page of rows.
 *
 * @param positions positions in the table, in order
 * @param hasNext whether rows follow the page
 * @param hasPrevious whether rows precede the page
 * @param cursors the cursor of the n-th row of the page, made when asked
 */
public record Page(
    Table table,
    int[] positions,
    boolean hasNext,
    boolean hasPrevious,
    IntFunction<Selection.Cursor> cursors) {}
