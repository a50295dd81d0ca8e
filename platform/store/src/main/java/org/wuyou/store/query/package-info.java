/** Conditions, pages and figures over snapshots; internal to the store. */
@NullMarked
package org.wuyou.store.query;

import org.jspecify.annotations.NullMarked;
