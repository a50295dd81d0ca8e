/** Who may read and write what; the one place where this is decided. */
@NullMarked
package org.wuyou.gateway.access;

import org.jspecify.annotations.NullMarked;
