/**
 * Files in and out: a table of an entity is taken from, and given as, CSV, XLSX and XLS by what the
 * schema declares.
 */
@NullMarked
package org.wuyou.gateway.files;

import org.jspecify.annotations.NullMarked;
