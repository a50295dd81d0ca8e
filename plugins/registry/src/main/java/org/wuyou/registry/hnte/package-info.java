/** The criteria of high and new technology enterprises and the cultivation pool. */
@NullMarked
package org.wuyou.registry.hnte;

import org.jspecify.annotations.NullMarked;
