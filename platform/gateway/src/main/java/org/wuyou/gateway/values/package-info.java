/** Texts to values and back: one reading for GraphQL input, file cells and cursors. */
@NullMarked
package org.wuyou.gateway.values;

import org.jspecify.annotations.NullMarked;
