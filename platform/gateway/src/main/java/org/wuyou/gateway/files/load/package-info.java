/** The way of a file into the register: rows to changes, changes to transactions, all reported. */
@NullMarked
package org.wuyou.gateway.files.load;

import org.jspecify.annotations.NullMarked;
