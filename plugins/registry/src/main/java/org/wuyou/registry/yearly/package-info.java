/** Yearly returns: logic checks and deadlines. */
@NullMarked
package org.wuyou.registry.yearly;

import org.jspecify.annotations.NullMarked;
