/** Divisions and their history; where an enterprise is. */
@NullMarked
package org.wuyou.registry.division;

import org.jspecify.annotations.NullMarked;
