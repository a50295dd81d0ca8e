/** The five haves and the five conditions, each with its evidence. */
@NullMarked
package org.wuyou.registry.evidence;

import org.jspecify.annotations.NullMarked;
