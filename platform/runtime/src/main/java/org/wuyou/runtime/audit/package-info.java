/** Who changed what: entries within the very transaction they tell of, each chained to the last. */
@NullMarked
package org.wuyou.runtime.audit;

import org.jspecify.annotations.NullMarked;
