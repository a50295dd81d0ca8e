/** Rows of the register found by enterprise and year. */
@NullMarked
package org.wuyou.registry.read;

import org.jspecify.annotations.NullMarked;
