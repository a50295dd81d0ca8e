/** Immutable typed columns, dictionaries and the value forms they hold; internal to the store. */
@NullMarked
package org.wuyou.store.column;

import org.jspecify.annotations.NullMarked;
