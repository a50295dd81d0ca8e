/** The platforms module: recognised platforms, alliances, shared instruments, coverage. */
@NullMarked
package org.wuyou.platforms;

import org.jspecify.annotations.NullMarked;
