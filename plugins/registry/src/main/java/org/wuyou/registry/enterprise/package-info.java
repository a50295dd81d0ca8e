/** What is told of an enterprise as it is registered: its code, its capital, its industry. */
@NullMarked
package org.wuyou.registry.enterprise;

import org.jspecify.annotations.NullMarked;
