/** Files as lines of cells: what a CSV, an XLSX and an XLS have in common, safely read. */
@NullMarked
package org.wuyou.gateway.files.sheet;

import org.jspecify.annotations.NullMarked;
