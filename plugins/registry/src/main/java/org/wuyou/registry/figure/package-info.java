/** Shares, growth and ratios: exact when compared, rounded only when shown. */
@NullMarked
package org.wuyou.registry.figure;

import org.jspecify.annotations.NullMarked;
