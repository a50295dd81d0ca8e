/** Transactions: validation, effects, the next state; internal to the store. */
@NullMarked
package org.wuyou.store.write;

import org.jspecify.annotations.NullMarked;
