/** What regions' policies answer in the running product. */
@NullMarked
package org.wuyou.distribution.policies;

import org.jspecify.annotations.NullMarked;
