/** All that a plugin may see of the platform. */
@NullMarked
package org.wuyou.spi;

import org.jspecify.annotations.NullMarked;
