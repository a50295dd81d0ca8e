/** Reading one immutable snapshot of the register and writing one atomic transaction. */
@NullMarked
package org.wuyou.spi.data;

import org.jspecify.annotations.NullMarked;
