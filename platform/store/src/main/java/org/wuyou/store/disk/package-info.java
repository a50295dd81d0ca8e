/** Pages, their durability and backup on Eclipse Store; internal to the store. */
@NullMarked
package org.wuyou.store.disk;

import org.jspecify.annotations.NullMarked;
