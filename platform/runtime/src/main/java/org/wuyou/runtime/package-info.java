/** The running product: what is wired, started and stopped here. Nobody imports it. */
@NullMarked
package org.wuyou.runtime;

import org.jspecify.annotations.NullMarked;
