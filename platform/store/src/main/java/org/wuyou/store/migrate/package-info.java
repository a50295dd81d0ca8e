/** What changes in the stored tables when the model changes; internal to the store. */
@NullMarked
package org.wuyou.store.migrate;

import org.jspecify.annotations.NullMarked;
