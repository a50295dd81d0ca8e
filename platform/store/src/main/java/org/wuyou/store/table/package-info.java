/** Rows of one entity in memory: segments, keys, references, sorted runs; internal to the store. */
@NullMarked
package org.wuyou.store.table;

import org.jspecify.annotations.NullMarked;
