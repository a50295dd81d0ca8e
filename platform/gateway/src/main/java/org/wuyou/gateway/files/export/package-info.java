/** The way of the register into files: rows to cells, cells to CSV and XLSX, templates. */
@NullMarked
package org.wuyou.gateway.files.export;

import org.jspecify.annotations.NullMarked;
